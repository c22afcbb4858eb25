import { describe, expect, test } from 'vitest';
import { buildChain } from '../../src/oordeel/chain.ts';
import { makeRoom, newVerbeterpunten } from '../../src/oordeel/room.ts';
import { validateValue } from '../../src/schema/validate.ts';
import { parseYaml } from '../../src/source/yaml.ts';
import { type Change, readKlein } from './klein.ts';

const parsed = (text: string) => parseYaml(text, 'x.yaml').value?.value;

function room(gebied: string, ...changes: Change[]) {
  const { dossier } = readKlein(...changes);
  const before =
    gebied === 'overkoepelend' ? dossier.overkoepelend : dossier.oordelen.find(({ value }) => value.gebied === gebied);
  return { made: makeRoom(dossier, buildChain(dossier), gebied, before), before, dossier };
}

/** Takes the oordeel on samenhang and the answer to the deelvraag out of West. */
const WITHOUT: Change[] = [
  [
    'oordelen/west.yaml',
    `  - criterium: proef/samenhang
    tekst: De hulp hangt in West niet samen.
    rust_op: ["bevinding:west-2"]
    burgerperspectief: { tekst: De bewoner merkt dat ieder zijn eigen ding doet., rust_op: ["bevinding:west-2"] }
`,
    '',
  ],
  [
    'oordelen/west.yaml',
    `  antwoorden:
    - deelvraag: dv1
      tekst: De hulp is slecht te vinden.
      rust_op: ["bevinding:west-1"]
`,
    '',
  ],
];

describe('room for oordelen', () => {
  test('is not made where nothing is missing', () => {
    expect(room('west').made).toBeUndefined();
    expect(room('overkoepelend').made).toBeUndefined();
  });

  test('is added below what people wrote, which stays as it was', () => {
    const { made, before } = room('west', ...WITHOUT);
    const added = `  # 1.2 De hulp hangt samen
  # Kan rusten op:
  #   bevinding:west-2  De hulp is niet op elkaar afgestemd.
  - criterium: proef/samenhang
`;
    const answers = `  antwoorden:
    # Deelvraag dv1: Is de hulp te vinden?
    - deelvraag: dv1
`;
    expect(made?.text).toContain(added);
    expect(made?.text).toContain(answers);
    expect(made?.text.replace(added, '').replace(answers, '')).toBe(before?.source.text);
    expect(made).toMatchObject({ criteria: ['proef/samenhang'], deelvragen: ['dv1'] });
  });

  test('once made is not made again', () => {
    const text = room('west', ...WITHOUT).made?.text ?? '';
    const again = room('west', ['oordelen/west.yaml', room('west').before?.source.text ?? '', text]);
    expect(again.made).toBeUndefined();
  });

  test.each(['west', 'overkoepelend'])('in a new file for %s is valid, with the hoofdvraag above the conclusie', (gebied) => {
    const { dossier } = readKlein();
    const empty = { ...dossier, oordelen: [] };
    delete empty.overkoepelend;
    const text = makeRoom(empty, buildChain(empty), gebied, undefined)?.text ?? '';
    expect(validateValue(gebied === 'west' ? 'oordelen' : 'overkoepelend', parsed(text))).toEqual([]);
    expect(text).toContain('conclusie:\n  # Hoofdvraag: Helpt de hulp?\n');
  });

  test('is not made for a criterium that does not apply', () => {
    const reason = '  - ref: proef/samenhang\n    niet_van_toepassing: Hier niet.\n';
    const absent: Change = ['toetsingskader.yaml', '  - ref: proef/samenhang\n', reason];
    expect(room('west', ...WITHOUT, absent).made?.criteria).toEqual([]);
  });

  test('for verbeterpunten is an empty list with an example', () => {
    const text = newVerbeterpunten(readKlein().dossier);
    expect(validateValue('verbeterpunten', parsed(text))).toEqual([]);
    expect(text).toContain('#     regie: stad\n');
  });
});
