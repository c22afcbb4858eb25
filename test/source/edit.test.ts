import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editYaml } from '../../src/source/edit.ts';
import type { Edit } from '../../src/source/edit-value.ts';
import { parseYaml, type Source } from '../../src/source/yaml.ts';

function source(text: string): Source {
  const { value } = parseYaml(text, 'x.yaml');
  if (!value) throw new Error('not YAML');
  return value;
}
const edited = (text: string, ...edits: Edit[]) => editYaml(source(text), edits);

const TEXT = `# kop
titel: Een   # bij de titel
lijst:
  - id: a
    tekst: |
      regel een
      regel twee
  # tussen
  - id: b

# staart
leeg: []
einde: 1
`;

describe('editYaml', () => {
  test('vervangt alleen de waarde en laat commentaar staan', () => {
    expect(edited(TEXT, { kind: 'replace', pointer: '/titel', value: 'Twee' })).toBe(TEXT.replace('Een', 'Twee'));
  });

  test('zet een sleutel achter de laatste van een item, voor het commentaar dat volgt', () => {
    const text = edited(TEXT, { kind: 'set', pointer: '/lijst/0', key: 'nieuw', value: ['x'] });
    expect(text).toBe(TEXT.replace('      regel twee\n', '      regel twee\n    nieuw:\n      - x\n'));
  });

  test('voegt een item toe aan het eind van een lijst', () => {
    expect(edited(TEXT, { kind: 'append', pointer: '/lijst', values: [{ id: 'c' }] })).toBe(
      TEXT.replace('- id: b\n', '- id: b\n  - id: c\n'),
    );
  });

  test('haalt een sleutel met zijn regels weg, en laat het commentaar eromheen staan', () => {
    const text =
      'a:\n  - id: x # een\n    # erboven\n    b: |\n      twee\n      regels\n    c: [1] # weg\n    # erna\n    d: 4\n';
    const remove = (key: string) => edited(text, { kind: 'remove', pointer: '/a/0', key });
    expect(remove('b')).toBe(text.replace('    b: |\n      twee\n      regels\n', ''));
    expect(remove('c')).toBe(text.replace('    c: [1] # weg\n', ''));
    expect(remove('d')).toBe(text.replace('    d: 4\n', ''));
    expect(source(remove('id')).value).toEqual({ a: [{ b: 'twee\nregels\n', c: [1], d: 4 }] });
    expect(edited('a: {x: 1, y: 2}\n', { kind: 'remove', pointer: '/a', key: 'x' })).toBe('a:\n  y: 2\n');
  });

  test('maakt van een lege lijst een lijst in blokken', () => {
    expect(edited(TEXT, { kind: 'append', pointer: '/leeg', values: [{ id: 'c' }] })).toBe(
      TEXT.replace('leeg: []', 'leeg:\n  - id: c'),
    );
  });

  test('zet twee sleutels in de volgorde waarin zij zijn gegeven', () => {
    const text = edited(
      TEXT,
      { kind: 'set', pointer: '/lijst/1', key: 'x', value: 1 },
      { kind: 'set', pointer: '/lijst/1', key: 'y', value: 2 },
    );
    expect(text).toBe(TEXT.replace('- id: b\n', '- id: b\n    x: 1\n    y: 2\n'));
  });

  const value = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('nee', '\u2028 !', 'a\nb\n\n c', '# x', '- y', '\n', 'a\n\n', 'a\n \n'),
    fc.array(fc.oneof(fc.string(), fc.constantFrom('\n', 'a\n\n')), { maxLength: 3 }),
    fc.dictionary(fc.stringMatching(/^[a-z]{1,4}$/), fc.string(), { maxKeys: 3 }),
  );
  const place = fc.constantFrom('/titel', '/lijst', '/lijst/0', '/lijst/0/tekst', '/lijst/1', '/lijst/1/id', '/leeg', '/einde');

  test('na een toevoeging leest elke eerdere waarde zo terug, wat er ook staat', () => {
    fc.assert(
      fc.property(value, value, (first, second) => {
        const text = edited('a:\n  - b: 1\n# staart\n', { kind: 'set', pointer: '/a/0', key: 'c', value: first });
        const again = editYaml(source(text), [
          { kind: 'append', pointer: '/a', values: [second] },
          { kind: 'set', pointer: '/a/0', key: 'd', value: second },
        ]);
        expect(source(again).value).toEqual({ a: [{ b: 1, c: plain(first), d: plain(second) }, plain(second)] });
        expect(again).toContain('\n# staart\n');
      }),
    );
  });

  test('na een vervanging leest elke waarde zo terug, en de rest is gelijk gebleven', () => {
    fc.assert(
      fc.property(place, value, (pointer, replacement) => {
        const result = source(edited(TEXT, { kind: 'replace', pointer, value: replacement })).value;
        expect(result).toEqual(withValue(pointer, replacement));
      }),
    );
  });

  const FLOW = 'oordelen:\n  - b: { tekst: Ja., rust_op: ["x:1"], in: [{ diep: [1] }] } # let op\n  - c: 1\n';

  test.each([
    ['een komma', 'Bewoners, ook jonge, weten het niet.'],
    ['een dubbele punt', 'Dit: dat.'],
    ['een hekje', 'Nummer #3 # en meer'],
    ['aanhalingstekens', `'t "is" zo`],
    ['haakjes', '] }'],
    ['regels', 'Een.\n\nTwee.'],
  ])('schrijft een tekst met %s binnen accolades tussen aanhalingstekens', (_, tekst) => {
    const text = edited(FLOW, { kind: 'set', pointer: '/oordelen/0/b', key: 'tekst', value: tekst });
    expect(text).toBe(FLOW.replace('Ja.', () => JSON.stringify(tekst)));
    expect(source(text).value).toMatchObject({ oordelen: [{ b: { tekst } }, { c: 1 }] });
  });

  test('houdt een lijst en een nieuwe sleutel binnen accolades op hun regel', () => {
    const set = (key: string, value: unknown) => edited(FLOW, { kind: 'set', pointer: '/oordelen/0/b', key, value });
    expect(set('rust_op', ['x:1', 'x:2'])).toBe(FLOW.replace('["x:1"]', '["x:1", "x:2"]'));
    const append: Edit = { kind: 'append', pointer: '/oordelen/0/b/rust_op', values: ['x:2'] };
    expect(edited(FLOW, append)).toBe(FLOW.replace('["x:1"]', '["x:1", "x:2"]'));
    const deeper: Edit = { kind: 'set', pointer: '/oordelen/0/b/in/0', key: 'ook', value: { a: ['b'] } };
    expect(edited(FLOW, deeper)).toBe(FLOW.replace('{ diep: [1] }', '{diep: [1], ook: {a: ["b"]}}'));
    const gone: Edit = { kind: 'remove', pointer: '/oordelen/0/b/in/0', key: 'diep' };
    expect(edited(FLOW, gone)).toBe(FLOW.replace('{ diep: [1] }', '{}'));
  });

  test('zet meer sleutels in een afbeelding tussen accolades, die eerder elkaar overschreven', () => {
    const set = (key: string): Edit => ({ kind: 'set', pointer: '/a', key, value: key });
    expect(edited('a: {x: 1}\n', set('y'), set('z'))).toBe('a:\n  x: 1\n  y: y\n  z: z\n');
    const both: Edit[] = [
      { kind: 'remove', pointer: '/a/0', key: 'y' },
      { ...set('z'), pointer: '/a/0' },
    ];
    expect(edited('a:\n  - x: 1\n    y: 2\n', ...both)).toBe('a:\n  - x: 1\n    z: z\n');
  });

  test('laat het commentaar achter een waarde buiten wat ervoor of eronder komt', () => {
    const tekst = 'een\ntwee';
    expect(edited('- id: b # c\n- d\n', { kind: 'set', pointer: '/0', key: 't', value: tekst })).toBe(
      '- id: b # c\n  t: |-\n    een\n    twee\n- d\n',
    );
    expect(edited('a: {x: 1} # c\n', { kind: 'set', pointer: '/a', key: 't', value: tekst })).toBe(
      'a: {x: 1, t: "een\\ntwee"} # c\n',
    );
    expect(edited('a: # c\nb:\n', { kind: 'replace', pointer: '/a', value: 'x' })).toBe('a: x # c\nb:\n');
    expect(edited('a: # c\nb:\n', { kind: 'replace', pointer: '/b', value: 'x' })).toBe('a: # c\nb: x\n');
  });

  test('schrijft niets wat anders zou teruglezen', () => {
    expect(() => edited('a: 1\n', { kind: 'replace', pointer: '/a', value: undefined })).toThrow('read back');
  });

  test('leest binnen accolades elke waarde zo terug, wat er ook staat', () => {
    const pointers = fc.constantFrom(
      '/oordelen/0/b/tekst',
      '/oordelen/0/b/rust_op/0',
      '/oordelen/0/b/in',
      '/oordelen/0/b/in/0/diep',
    );
    fc.assert(
      fc.property(pointers, value, fc.stringMatching(/^[a-z:# ]{1,6}$/), (pointer, replacement, key) => {
        const first = edited(FLOW, { kind: 'replace', pointer, value: replacement });
        const edits: Edit[] = [
          { kind: 'set', pointer: '/oordelen/0/b', key, value: replacement },
          { kind: 'set', pointer: '/oordelen/1', key: 'd', value: 'later' },
        ];
        const text = editYaml(source(first), edits);
        const before = withValue(pointer, replacement, FLOW) as { oordelen: Record<string, unknown>[] };
        const [one, two] = before.oordelen;
        const b = { ...(one?.b as object), [key]: plain(replacement) };
        expect(source(text).value).toEqual({ oordelen: [{ b }, { ...two, d: 'later' }] });
        expect(text.endsWith(' # let op\n  - c: 1\n    d: later\n')).toBe(true);
      }),
    );
  });
});

function plain(value: unknown): unknown {
  return typeof value === 'object' && !Array.isArray(value) ? { ...value } : value;
}

function withValue(pointer: string, value: unknown, text = TEXT): unknown {
  const copy = structuredClone(source(text).value) as Record<string, unknown>;
  const keys = pointer.slice(1).split('/');
  const last = keys.pop() ?? '';
  const parent = keys.reduce((node, key) => node[key] as Record<string, unknown>, copy);
  parent[last] = plain(value);
  return copy;
}
