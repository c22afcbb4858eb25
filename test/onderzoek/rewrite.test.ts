import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rewriteYaml } from '../../src/onderzoek/rewrite.ts';
import { parseYaml, type Source, stringifyYaml } from '../../src/source/yaml.ts';

function source(text: string): Source {
  const { value, diagnostics } = parseYaml(text, 'x.yaml');
  if (!value) throw new Error(`${JSON.stringify(diagnostics)}\n${text}`);
  return value;
}

const TEXT = `# kop
status: concept # nog niet
criteria:
  # over a
  - ref: k/a
    motivering: omdat # zo
    indicatoren:
      - ref: k/a/1
      # over 2
      - ref: k/a/2
  # over b
  - ref: k/b
    indicatoren: []
# einde
weggelaten: []
`;

describe('rewriteYaml', () => {
  test('zet een item ertussen en laat het commentaar bij de andere staan', () => {
    const after = {
      status: 'concept',
      criteria: [
        { ref: 'k/a', motivering: 'omdat', indicatoren: [{ ref: 'k/a/0' }, { ref: 'k/a/2' }] },
        { ref: 'k/aa', indicatoren: [] },
        { ref: 'k/b', indicatoren: [] },
      ],
      weggelaten: [{ ref: 'k/a/1' }],
    };
    expect(rewriteYaml(source(TEXT), after)).toBe(`# kop
status: concept # nog niet
criteria:
  # over a
  - ref: k/a
    motivering: omdat # zo
    indicatoren:
      - ref: k/a/0
      # over 2
      - ref: k/a/2
  - ref: k/aa
    indicatoren: []
  # over b
  - ref: k/b
    indicatoren: []
# einde
weggelaten:
  - ref: k/a/1
`);
  });

  const tekst = fc.string({ unit: 'grapheme', maxLength: 12 }).filter((text) => /\S/.test(text));
  const keyed = <T>(item: fc.Arbitrary<T>) =>
    fc.uniqueArray(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), item), { selector: ([key]) => key, maxLength: 4 });
  const leaf = fc.record({ tekst, extra: tekst }, { requiredKeys: [] });
  const inner = keyed(leaf).map((items) => items.map(([ref, rest]) => ({ ref, ...rest })));
  const outer = keyed(fc.tuple(leaf, inner)).map((items) =>
    items.map(([ref, [rest, indicatoren]]) => ({ ref, ...rest, indicatoren })),
  );
  const file = fc.record({ titel: tekst, criteria: outer, keuze: fc.record({ met: inner }), weggelaten: inner });

  test('geeft precies de nieuwe waarde, wat er ook verandert', () => {
    fc.assert(
      fc.property(file, file, (before, after) => {
        expect(source(rewriteYaml(source(stringifyYaml(before)), after)).value).toEqual(after);
      }),
      { numRuns: 400 },
    );
  });

  test('laat een bestand dat niet verandert staan', () => {
    fc.assert(
      fc.property(file, (value) => {
        const text = stringifyYaml(value);
        expect(rewriteYaml(source(text), value)).toBe(text);
      }),
    );
  });
});
