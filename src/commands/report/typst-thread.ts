import { startThread } from '../../io/thread.ts';
import type { Engine } from '../../rapport/document/engine.ts';
import type { TypstSource } from '../../rapport/document/typst.ts';

/** What the thread is given. */
export interface TypstTask {
  source: TypstSource;
  fonts: readonly Uint8Array[];
}

/**
 * The Typst compiler in WebAssembly, in a thread of its own: it loads while the caller reads and checks, and its memory, each
 * growth of which makes the garbage collector go over a whole heap, grows beside a heap that is almost empty.
 */
export function startWasmEngine(): Engine {
  const thread = startThread<TypstTask, Uint8Array>('typst-worker');
  return { compile: (source, fonts) => thread.ask({ source, fonts }) };
}
