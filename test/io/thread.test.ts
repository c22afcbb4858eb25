import { afterEach, describe, expect, it } from 'vitest';
import { startThread, type Thread } from '../../src/io/thread.ts';
import type { WorkbookTask } from '../../src/io/workbook.ts';

describe('a thread', () => {
  let thread: Thread<WorkbookTask, { diagnostics: { code: string }[] }>;
  const noWorkbook: WorkbookTask = { bytes: new Uint8Array([1, 2, 3]), options: {} };

  afterEach(() => thread.end());

  it('answers one question after another', async () => {
    thread = startThread('workbook-worker');
    for (let time = 0; time < 3; time++) {
      const [problem] = (await thread.ask(noWorkbook)).diagnostics;
      expect(problem?.code).toMatch(/^tabel\//);
    }
  });

  it('throws to the caller what is thrown in it, and answers the next question', async () => {
    thread = startThread('workbook-worker');
    await expect(thread.ask({} as WorkbookTask)).rejects.toThrow(TypeError);
    expect((await thread.ask(noWorkbook)).diagnostics).toHaveLength(1);
  });

  it('that does not start throws at every question, also when it failed before the first', async () => {
    thread = startThread('bestaat-niet');
    await expect(thread.ask(noWorkbook)).rejects.toThrow('bestaat-niet');
    await expect(thread.ask(noWorkbook)).rejects.toThrow('bestaat-niet');
  });

  it('that is ended leaves no question waiting', async () => {
    thread = startThread('workbook-worker');
    const asked = thread.ask(noWorkbook);
    thread.end();
    await expect(asked).rejects.toThrow('without an answer');
  });
});
