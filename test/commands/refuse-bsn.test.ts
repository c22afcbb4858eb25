import { describe, expect, test } from 'vitest';
import { refuseBsn } from '../../src/commands/refuse-bsn.ts';

const HELD = "formaat: 1\nreden: 'bij 123456782'\n";
const codesOf = (path: string) =>
  refuseBsn({ diagnostics: [], base: '/o', files: [{ path, content: HELD }] }).diagnostics.map(({ code }) => code);

describe('refuseBsn', () => {
  test.each(['/o/onderzoek.yaml', '/o/bevindingen/west.yaml', '/elders/kader.yaml'])('kijkt in %s', (path) => {
    expect(codesOf(path)).toEqual(['privacy/bsn']);
  });

  test('zegt van een reden die bij elke indicator komt één keer dat er een nummer in staat', () => {
    const content = "weggelaten:\n  - reden: 'bij 123456782'\n  - reden: 'bij 123456782'\n";
    const { diagnostics } = refuseBsn({ diagnostics: [], base: '/o', files: [{ path: '/o/toetsingskader.yaml', content }] });
    expect(diagnostics).toHaveLength(1);
  });

  // A hundred thousand ids lie in it, and each was judged when it was read in.
  test.each(['/o/werkdossier/bronnen.yaml', '/o/werkdossier.manifest.yaml', '/o/rapport/x.pdf'])(
    'leest %s niet nog eens',
    (path) => {
      expect(codesOf(path)).toEqual([]);
    },
  );
});
