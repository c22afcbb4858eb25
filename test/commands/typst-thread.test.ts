import { describe, expect, it } from 'vitest';
import { startWasmEngine } from '../../src/commands/report/typst-thread.ts';
import { loadWasmEngine } from '../../src/rapport/document/engine-wasm.ts';
import { fonts, wasm } from '../rapport/document/fonts.ts';

const source = {
  main: '#set document(date: none)\n#set text(font: "Source Sans 3")\n#sys.inputs.data',
  data: 'Achttien, en dan?',
};

describe('Typst in a thread', () => {
  it('gives the bytes that it gives without one, each time', async () => {
    const alone = await (await loadWasmEngine(wasm())).compile(source, fonts);
    const engine = startWasmEngine();
    for (let time = 0; time < 2; time++) expect(Buffer.compare(await engine.compile(source, fonts), alone)).toBe(0);
  }, 60_000);

  it('throws what a faulty source makes it throw, and sets the next one', async () => {
    const engine = startWasmEngine();
    await expect(engine.compile({ ...source, main: '#onbekend' }, fonts)).rejects.toThrow(/^Typst: .*onbekend/);
    expect((await engine.compile(source, fonts)).length).toBeGreaterThan(1000);
  }, 60_000);
});
