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
    ['een alias als sleutel', 'a: &x b\n*x : c\n', ['source/yaml 2:1']],
    ['een anker dat ongemerkt uit de tekst zou vallen', 'a: &co en meer\n', ['source/alias 1:8']],
    ['een haakje te weinig', 'a: [1, 2\n', ['source/yaml 1:4']],
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

describe('een verschrijving in YAML', () => {
  /** `line:column message → help` of every problem. */
  const slips = (text: string) =>
    parseYaml(text, 'x.yaml').diagnostics.map((d) => `${d.position?.line}:${d.position?.column} ${d.message} → ${d.help}`);

  test('noemt bij een dubbele sleutel welke, en waar de eerste staat', () => {
    const [found] = parseYaml('a: 1\nb:\n  c: 1\n  d: 2\n  c: 3\n', 'x.yaml').diagnostics;
    expect(found).toMatchObject({
      message: "het veld 'c' staat er al",
      position: { line: 5, column: 3 },
      related: [{ position: { line: 3, column: 3 } }],
    });
  });

  test.each([
    [
      'een dubbele punt in een tekst',
      'a: 1\ntekst: let op: dit # zo\n',
      '2:8 de dubbele punt in deze tekst leest als het begin van een nieuw veld → zet de tekst tussen aanhalingstekens of gebruik >-; bijvoorbeeld: "let op: dit"',
    ],
    ['een dubbele punt aan het einde van een tekst', 'tekst: dit is zo:\nb: 2\n', /^1:8 de dubbele punt in deze tekst/],
    ['een lange tekst met een dubbele punt', `a: ${'x'.repeat(80)}: y\n`, /gebruik >-$/],
    [
      'een veld dat inspringt onder een waarde',
      'a: 1\n  b: 2\n',
      /^2:3 deze regel springt in onder een veld dat al een waarde heeft/,
    ],
    ['een lijst onder []', 'a: []\n  - b: 1\n', '1:4 hier staat een lege lijst [], met eronder nog een lijst → haal [] weg: a:'],
    ['een lijst naast []', 'a: 1\nb: []\n# zo\n- c\n', /^2:4 hier staat een lege lijst \[\]/],
    ['een tab', 'a:\n\tb: 1\n', /^2:1 hier staat een tab als inspringing; gebruik spaties → spring in met twee spaties/],
    ['geen spatie na een streepje', 'a:\n  - x\n  -y\n', '3:3 na het streepje ontbreekt een spatie → schrijf - y'],
    [
      'geen spatie na een dubbele punt',
      'a: 1\ntitel:x\nb: 2\n',
      '2:1 na de dubbele punt ontbreekt een spatie → schrijf titel: x',
    ],
    [
      'een aanhalingsteken dat open blijft',
      'a: 1\nb: "x\nc: 2\n',
      /^2:4 het aanhalingsteken " dat hier begint, wordt niet gesloten/,
    ],
    ['een aanhalingsteken dat pas later sluit', 'a: "x\nb: "y"\n', /^1:4 het aanhalingsteken " dat hier begint/],
    [
      'een aanhalingsteken in een tekst',
      "a: 'zo'n dag'\n",
      `1:8 na het sluitende aanhalingsteken staat nog tekst → staat er een ' in de tekst zelf, zet de hele tekst dan tussen "dubbele" aanhalingstekens, of gebruik >-`,
    ],
    ['een haakje dat open blijft', 'a: [x, y\nb: 2\n', /^1:4 het haakje \[ dat hier begint, wordt niet gesloten → sluit met \]/],
    [
      'een teken aan het begin dat iets anders betekent',
      'a: @naam\n',
      '1:4 een tekst die met @ begint, hoort tussen aanhalingstekens → schrijf "@naam"',
    ],
    ['haakjes aan het begin van een tekst', 'a: [x] en y\n', /^1:4 een tekst die met \[ begint/],
    ['een accolade van een sjabloon', 'a: {{x}}\n', /^1:4 een tekst die met { begint/],
    ['een sterretje voor nadruk', 'a: *let op*\n', /^1:4 een tekst die met \* begint/],
    ['tekst naast | of >', 'a: | tekst\nb: 1\n', /^1:6 na \| of > hoort niets meer op dezelfde regel/],
    ['een lijst naast het veld', 'a: - x\n', /^1:4 een lijst begint op de regel onder het veld/],
    ['een backslash', 'a: "c:\\map"\n', /^1:7 na een \\ tussen dubbele aanhalingstekens/],
    ['een scheve inspringing', 'a:\n  - b: 1\n   c: 2\n', /^3:4 de inspringing klopt niet/],
    ['een losse regel', 'a: 1\nlosse regel\nb: 2\n', /^2:1 deze regel hoort nergens bij/],
    ['twee documenten', 'a: 1\n---\nb: 2\n', /^2:1 er staat meer dan een document/],
  ])('wordt uitgelegd: %s', (_, text, expected) => {
    expect(slips(text)).toEqual([typeof expected === 'string' ? expected : expect.stringMatching(expected)]);
    expect(slips(text.replaceAll('\n', '\r\n'))).toHaveLength(1);
  });

  test('is er een per regel, en hoogstens vijf', () => {
    expect(slips('a: x: y\n'.repeat(9))).toHaveLength(5);
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
