import { readTypstWasm } from '../../io/engine-assets.ts';
import { answerQuestions } from '../../io/thread.ts';
import { loadWasmEngine } from '../../rapport/document/engine-wasm.ts';
import type { TypstTask } from './typst-thread.ts';

// Runs in a thread of its own: sets documents with the Typst compiler in WebAssembly.
const engine = await loadWasmEngine(readTypstWasm());
answerQuestions(({ source, fonts }: TypstTask) => engine.compile(source, fonts));
