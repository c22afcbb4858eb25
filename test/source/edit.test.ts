import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Edit, editYaml } from '../../src/source/edit.ts';
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
    fc.constantFrom('nee', '\u2028 !', 'a\nb\n\n c', '# x', '- y'),
    fc.array(fc.string(), { maxLength: 3 }),
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
        const plain = (x: unknown) => (typeof x === 'object' && !Array.isArray(x) ? { ...x } : x);
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
});

function withValue(pointer: string, value: unknown): unknown {
  const copy = structuredClone(source(TEXT).value) as Record<string, unknown>;
  const keys = pointer.slice(1).split('/');
  const last = keys.pop() ?? '';
  const parent = keys.reduce((node, key) => node[key] as Record<string, unknown>, copy);
  parent[last] = typeof value === 'object' && !Array.isArray(value) ? { ...value } : value;
  return copy;
}
