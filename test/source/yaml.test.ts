import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseYaml, stringifyYaml } from '../../src/source/yaml.ts';

const codes = (text: string) =>
  parseYaml(text, 'x.yaml').diagnostics.map((d) => `${d.code} ${d.position?.line}:${d.position?.column}`);

describe('parseYaml', () => {
  test('geeft de waarde en de plaats van elke waarde', () => {
    const source = parseYaml('a: 1\nb:\n  - x\n  - y: z\n', 'x.yaml').value;
    expect(source?.value).toEqual({ a: 1, b: ['x', { y: 'z' }] });
    expect(source?.positionOf('/b/1/y')).toEqual({ line: 4, column: 8 });
    expect(source?.positionOf('/b/1/bestaat-niet')).toEqual({ line: 4, column: 5 });
  });

  test.each([
    ['een dubbele sleutel', 'a: 1\na: 2\n', ['source/dubbele-sleutel 2:1']],
    ['een leeg bestand', '', ['source/leeg undefined:undefined']],
    ['alleen commentaar', '# niets\n', ['source/leeg undefined:undefined']],
    ['een alias', 'a: &x 1\nb: *x\n', ['source/alias 2:4']],
    ['een alias als sleutel', 'a: &x b\n*x : c\n', ['source/yaml 2:1', 'source/alias 2:1']],
    ['een haakje te weinig', 'a: [1, 2\n', ['source/yaml 2:1']],
    ['een verzameling die geen gegevens is', 'a: !!set { x }\n', ['source/yaml 1:4']],
  ])('meldt %s', (_, text, expected) => {
    expect(codes(text)).toEqual(expected);
  });

  test('weigert een alias-bom zonder haar uit te pakken', () => {
    const levels = 'bcdefgh'.split('').map((k, i) => `${k}: &${k} [${Array(9).fill(`*${'abcdefgh'[i]}`).join(',')}]`);
    expect(parseYaml(`a: &a [x]\n${levels.join('\n')}`, 'x.yaml').diagnostics).toHaveLength(1);
  });

  test('loopt niet vast op diepe nesting', () => {
    const result = parseYaml('['.repeat(20_000) + ']'.repeat(20_000), 'x.yaml');
    expect(result.diagnostics.map((d) => d.code)).toEqual(['source/te-diep']);
  });

  test('houdt een sleutel als __proto__ voor een gewone sleutel', () => {
    const value = parseYaml('__proto__: 1\nconstructor: nee\n', 'x.yaml').value?.value;
    expect(Object.entries(value ?? {})).toEqual([
      ['__proto__', 1],
      ['constructor', 'nee'],
    ]);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  });

  test('onthoudt wat zonder aanhalingstekens op iets anders lijkt', () => {
    const source = parseYaml('a: nee\nb: "nee"\nc: [2026-01-02]\n', 'x.yaml').value;
    expect(source?.lookalikes).toEqual([
      { pointer: '/a', written: 'nee' },
      { pointer: '/c/0', written: '2026-01-02' },
    ]);
  });
});

describe('stringifyYaml', () => {
  test('schrijft een lijst die op twee plaatsen staat twee keer uit', () => {
    const shared = ['jongere'];
    const value = { a: shared, b: shared };
    expect(parseYaml(stringifyYaml(value), 'x.yaml')).toMatchObject({ value: { value }, diagnostics: [] });
  });

  const leaf = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('nee', 'Ja', '0014', '1.10', 'true', '2026-01-02', '~', '- x', '# y', 'a: b', ' x', 'a\nb\n'),
  );
  const tree = fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), fc.oneof(leaf, fc.array(leaf), fc.integer()), { minKeys: 1 });

  test('leest elke waarde ongewijzigd terug, zonder iets dat op iets anders lijkt', () => {
    fc.assert(
      fc.property(tree, (value) => {
        const result = parseYaml(stringifyYaml(value), 'x.yaml');
        expect(result.value?.value).toEqual({ ...value });
        expect(result.value?.lookalikes).toEqual([]);
      }),
    );
  });
});
