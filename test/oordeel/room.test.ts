import { describe, expect, test } from 'vitest';
import { buildChain } from '../../src/oordeel/chain.ts';
import { makeRoom } from '../../src/oordeel/room.ts';
import { newVerbeterpunten } from '../../src/oordeel/room-verbeterpunten.ts';
import { validate, validateValue } from '../../src/schema/validate.ts';
import { parseYaml } from '../../src/source/yaml.ts';
import { type Change, readKlein } from './klein.ts';

/** How many verbeterpunten a valid file holds. */
function countIn(text: string): number | undefined {
  const source = parseYaml(text, 'x.yaml').value;
  return source && validate('verbeterpunten', source).value?.verbeterpunten.length;
}

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

  test('for verbeterpunten waits for a list, with an example that names the partijen and the norms of this onderzoek', () => {
    const { dossier } = readKlein();
    const text = newVerbeterpunten(dossier, buildChain(dossier));
    const item =
      '  - id: a\n    tekst: b\n    gericht_aan: [stad]\n    regie: stad\n    rust_op: ["bevinding:west-1"]\n    status: voorgesteld\n';
    expect(countIn(text)).toBe(0);
    expect(countIn(text + item)).toBe(1);
    expect(text).toContain('#     gericht_aan: [stad]\n#     regie: stad\n');
    expect(text).toContain('"oordeel:west/proef/toegang"]');
    expect(text).toContain('# De partijen van dit onderzoek:\n#   stad  De stad\n');
  });
});

describe('the comments above oordelen that are still open', () => {
  const OPEN: Change = ['oordelen/west.yaml', '    tekst: De hulp hangt in West niet samen.\n', ''];
  const list = (...lines: string[]) => lines.map((line) => `  # ${line}\n`).join('');
  const above = (lines: string): Change => [
    'oordelen/west.yaml',
    '  - criterium: proef/samenhang\n    rust',
    `${lines}  - criterium: proef/samenhang\n    rust`,
  ];

  test('name what may carry the oordeel by now, and keep what a person wrote around it', () => {
    const { made, before } = room(
      'west',
      OPEN,
      above(list('1.2 De hulp hangt samen', 'Let op!', 'Kan rusten op:', '  bevinding:west-9  Weg.', 'Bespreken met het team.')),
    );
    const found = '  bevinding:west-2  De hulp is niet op elkaar afgestemd.';
    expect(made?.text).toBe(before?.source.text.replace('  bevinding:west-9  Weg.', found));
    expect(made).toMatchObject({ added: false, criteria: [], deelvragen: [] });
  });

  test('do not name a bevinding that was withdrawn', () => {
    const { made } = room(
      'west',
      OPEN,
      above(list('Kan rusten op:', '  bevinding:west-2  De hulp is niet op elkaar afgestemd.')),
      [
        'bevindingen/west.yaml',
        '    tekst: De hulp is niet op elkaar afgestemd.\n',
        '    tekst: De hulp is niet op elkaar afgestemd.\n    ingetrokken: { reden: Klopte niet., datum: "2026-05-01" }\n',
      ],
    );
    expect(made?.text).toContain(list('Hierover is nog geen bevinding vastgelegd.'));
    expect(made?.text).not.toContain('#   bevinding:west-2');
  });

  test('keep what a person wrote behind a line of the list', () => {
    const line = '  bevinding:west-2  De hulp is niet op elkaar afgestemd. Hoe vaak?';
    expect(room('west', OPEN, above(list('Kan rusten op:', line))).made).toBeUndefined();
  });

  test('are not put back where a person took them out, nor above what was written', () => {
    expect(room('west', OPEN).made).toBeUndefined();
    expect(
      room('west', [
        'oordelen/west.yaml',
        '  - criterium: proef/toegang',
        `${list('Kan rusten op:')}  - criterium: proef/toegang`,
      ]).made,
    ).toBeUndefined();
  });

  test('name over all gebieden the oordelen that were given since', () => {
    const none = list('Hierover is nog geen oordeel vastgelegd.');
    const { made } = room('overkoepelend', [
      'oordelen/overkoepelend.yaml',
      '  - criterium: proef/toegang\n    tekst: De toegang verschilt per wijk.\n    rust_op: ["oordeel:west/proef/toegang", "oordeel:oost/proef/toegang"]\n',
      `${none}  - criterium: toegang\n`,
    ]);
    expect(made?.text).toContain(
      `${list('Kan rusten op:', '  oordeel:oost/proef/toegang  De toegang is in Oost snel.', '  oordeel:west/proef/toegang  De toegang is in West niet laagdrempelig.')}  - criterium: toegang\n`,
    );
  });
});
