import type { Engine } from './engine.ts';

/** The Typst compiler in WebAssembly, which runs on every platform; `wasm` is the content of the package's `.wasm` file. */
export async function loadWasmEngine(wasm: Uint8Array): Promise<Engine> {
  const typst = await import('@myriaddreamin/typst-ts-web-compiler');
  typst.initSync({ module: wasm });
  return {
    compile: async ({ main, data }, fonts) => {
      const builder = new typst.TypstCompilerBuilder();
      builder.set_dummy_access_model();
      for (const font of fonts) await builder.add_raw_font(font);
      const compiler = await builder.build();
      compiler.add_source('/main.typ', main);
      try {
        const compiled: unknown = compiler.compile('/main.typ', [['data', data]], 'pdf', 2);
        return pdfOf(compiled);
      } finally {
        compiler.free();
      }
    },
  };
}

function pdfOf(compiled: unknown): Uint8Array {
  const result = (compiled as { result?: unknown; diagnostics?: unknown }).result;
  if (result instanceof Uint8Array) return result;
  throw new Error(`Typst: ${JSON.stringify((compiled as { diagnostics?: unknown }).diagnostics)}`);
}
