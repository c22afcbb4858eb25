import { createRequire } from 'node:module';
import type { Engine } from './engine.ts';

/**
 * The addon for 64-bit Linux, the only platform that has one of this version. It is named directly, because the package
 * around it also names addons that were never published, which `npm ci` refuses; elsewhere WebAssembly does the work.
 */
const ADDON = '@myriaddreamin/typst-ts-node-compiler-linux-x64-gnu';

/** What is used of the addon; its types come with the package around it. */
interface Compiler {
  compile(options: { mainFileContent: string; inputs: Record<string, string> }): {
    result: object | null;
    takeError(): object | null;
  };
  fetchDiagnostics(failure: object): unknown;
  pdf(document: object): Uint8Array;
  evictCache(maxAge: number): void;
}

interface Addon {
  NodeCompiler: { create(options: { fontArgs: { fontBlobs: Uint8Array[] }[] }): Compiler };
}

type Source = Parameters<Engine['compile']>[0];

/**
 * The native Typst compiler, or nothing where its addon does not exist or does not load: then use the WebAssembly engine.
 * It prefers the given fonts to fonts of the machine with the same name, and the template allows no other name.
 */
export async function loadNativeEngine(): Promise<Engine | undefined> {
  const addon = load();
  return addon && { compile: async (source, fonts) => compile(addon, source, fonts) };
}

function load(): Addon | undefined {
  try {
    return createRequire(import.meta.url)(ADDON) as Addon;
  } catch {
    return undefined;
  }
}

function compile({ NodeCompiler }: Addon, { main, data }: Source, fonts: readonly Uint8Array[]): Uint8Array {
  const instance = NodeCompiler.create({ fontArgs: [{ fontBlobs: fonts.map((font) => Buffer.from(font)) }] });
  const compiled = instance.compile({ mainFileContent: main, inputs: { data } });
  const document = compiled.result;
  if (!document) {
    const failure = compiled.takeError();
    throw new Error(`Typst: ${JSON.stringify(failure && instance.fetchDiagnostics(failure))}`);
  }
  const pdf = new Uint8Array(instance.pdf(document));
  // Without this the memory of every document stays in use until the process ends.
  instance.evictCache(0);
  return pdf;
}
