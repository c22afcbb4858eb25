import { describe, expect, test } from 'vitest';
import type { Format } from '../../src/schema/validate.ts';
import { validate } from '../../src/schema/validate.ts';
import { resolvePositions } from '../../src/source/positions.ts';
import { parseYaml } from '../../src/source/yaml.ts';

/** `code line:column message` of every problem. */
function problems(format: Format, text: string): string[] {
  const { value: source, diagnostics } = parseYaml(text, 'x.yaml');
  if (!source) return diagnostics.map((d) => d.message);
  const found = resolvePositions(validate(format, source).diagnostics, [source]);
  return found.map((d) => `${d.code} ${d.position?.line}:${d.position?.column} ${d.message}`);
}

const MODULE = `id: toegang
titel: Toegang
reden: Omdat het moet.
keuze: [toegang]
`;

describe('validate', () => {
  test('vindt niets mis met een geldig bestand', () => {
    expect(problems('module', MODULE)).toEqual([]);
  });

  test.each([
    [
      'een onbekend veld, met het veld dat het lijkt',
      `${MODULE}verplichtt: ja\n`,
      "schema/onbekend-veld 5:13 het veld 'verplichtt' bestaat hier niet; bedoelt u 'verplicht'?",
    ],
    ['een veld dat ontbreekt', MODULE.replace(/reden.*\n/, ''), "schema/ontbreekt 1:1 het veld 'reden' ontbreekt"],
    [
      'een getal waar een tekst hoort',
      MODULE.replace('Toegang', '0014'),
      "schema/soort 2:8 'titel' is het getal 14, maar er hoort een tekst",
    ],
    [
      'een decimaal getal waar een tekst hoort',
      MODULE.replace('Toegang', '1.10'),
      "schema/soort 2:8 'titel' is het getal 1.1, maar er hoort een tekst",
    ],
    [
      'nee waar een tekst hoort',
      MODULE.replace('Toegang', 'nee'),
      'schema/zonder-aanhalingstekens 2:8 nee staat hier zonder aanhalingstekens, maar er hoort een tekst',
    ],
    [
      'een datum waar een tekst hoort',
      MODULE.replace('Toegang', '2026-01-02'),
      'schema/zonder-aanhalingstekens 2:8 2026-01-02 staat hier zonder aanhalingstekens, maar er hoort een tekst',
    ],
    ['een lege tekst', MODULE.replace('Toegang', '" "'), "schema/leeg 2:8 'titel' is leeg"],
    [
      'een tekst waar een lijst hoort',
      MODULE.replace('[toegang]', 'toegang'),
      "schema/soort 4:8 'keuze' is 'toegang', maar er hoort een lijst",
    ],
    [
      'een id met .. erin',
      MODULE.replace('id: toegang', 'id: ../weg'),
      "schema/vorm 1:5 'id': '../weg' heeft niet de goede vorm; bedoelt u 'weg'?",
    ],
    ['een waarde buiten de lijst', `${MODULE}verplicht: jaa\n`, "schema/keuze 5:12 'verplicht': 'jaa' kan niet; bedoelt u 'ja'?"],
  ])('meldt %s', (_, text, expected) => {
    expect(problems('module', text)).toEqual([expected]);
  });

  /** The messages about one field of an onderzoek, with what to do. */
  const advice = (text: string) => {
    const source = parseYaml(text, 'x.yaml').value;
    if (!source) throw new Error('geen YAML');
    return validate('onderzoek', source).diagnostics.flatMap((d) =>
      d.code === 'schema/soort' ? `${d.message} → ${d.help}` : [],
    );
  };

  test.each([
    [
      'gebieden: [GM0370]\n',
      "een item van 'gebieden' is 'GM0370', maar er hoort een blok met velden → hier horen de velden id, naam, soort, reden (en eventueel code), bijvoorbeeld - { id: groningen, naam: Groningen, soort: gemeente, code: GM0014, reden: \"Een grote stad.\" }",
    ],
    [
      'planning: binnenkort\n',
      /^'planning' is 'binnenkort', maar er hoort een lijst → zet elk op een eigen regel met een streepje ervoor, bijvoorbeeld - { stap: Gesprekken, /,
    ],
    ['burgerbetrokkenheid: geen\n', /hier horen de velden toetsingskader, verzamelen, oordelen, bijvoorbeeld { oordelen:/],
    ['planning:\n  -een\n  -twee\n', /→ zet een spatie na elk streepje: - een/],
    ['aanleiding:\n  soort:signaal\n', /→ zet een spatie na de dubbele punt: soort: signaal$/],
    ['doelgroep:\n  kenmerken:\n    - jong: oud\n', /maar er hoort een tekst → staat er een dubbele punt in de tekst/],
  ])('zegt welke vorm er hoort bij %s', (text, expected) => {
    expect(advice(text)).toEqual([typeof expected === 'string' ? expected : expect.stringMatching(expected)]);
  });

  test('ja zonder aanhalingstekens mag waar ja of nee hoort, een datum waar een datum hoort', () => {
    expect(problems('module', `${MODULE}verplicht: ja\n`)).toEqual([]);
  });

  test('meldt alles tegelijk, in volgorde van de regels', () => {
    const text = MODULE.replace('Toegang', '7').replace('Omdat het moet.', 'ja');
    expect(problems('module', text).map((line) => line.split(' ')[1])).toEqual(['2:8', '3:8']);
  });

  test('meldt een datum die niet bestaat', () => {
    const text = 'formaat: 1\nversies: []\ndatum: 2026-02-30\n';
    expect(problems('onderzoek', text)).toContain("schema/datum 3:8 '2026-02-30' is geen datum die bestaat");
  });
});

test('zegt van een veld dat het schema op twee plaatsen beschrijft één keer wat er mis is', () => {
  const thema = `id: proef
titel: Proef
criteria:
  - id: toegang
    titel: Toegang
    tekst: Er is toegang.
    vindplaats: { document: bron, plaats: Blz. 1 }
    toelichting: Daarom.
    indicatoren:
      - id: weten
        tekst: Mensen weten het.
        kort: 0014
        vindplaats: { document: bron, plaats: Blz. 1 }
`;
  const found = problems('thema', thema).filter((problem) => problem.includes("'kort'"));
  expect(found).toEqual(["schema/soort 12:15 'kort' is het getal 14, maar er hoort een tekst"]);
});
