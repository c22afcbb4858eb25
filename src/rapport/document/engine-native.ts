import type { Engine } from './engine.ts';

/**
 * The native Typst compiler, or nothing where its addon does not exist or does not load: then use the WebAssembly engine.
 * It prefers the given fonts to fonts of the machine with the same name, and the template allows no other name.
 */
export async function loadNativeEngine(): Promise<Engine | undefined> {
  const compiler = await load();
  return compiler && { compile: async (source, fonts) => compile(compiler, source, fonts) };
}

type Package = typeof import('@myriaddreamin/typst-ts-node-compiler');
type Source = Parameters<Engine['compile']>[0];

async function load(): Promise<Package['NodeCompiler'] | undefined> {
  try {
    const { default: loaded } = (await import('@myriaddreamin/typst-ts-node-compiler')) as unknown as { default: Package };
    return loaded.NodeCompiler;
  } catch {
    return undefined;
  }
}

function compile(compiler: Package['NodeCompiler'], { main, data }: Source, fonts: readonly Uint8Array[]): Uint8Array {
  const instance = compiler.create({ fontArgs: [{ fontBlobs: fonts.map((font) => Buffer.from(font)) }] });
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
