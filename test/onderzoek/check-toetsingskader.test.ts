import { describe, expect, test } from 'vitest';
import { checkToetsingskader } from '../../src/onderzoek/check-toetsingskader.ts';
import { confirmTexts } from '../../src/onderzoek/concretise.ts';
import { type Bestand, type Dossier, STANDAARD } from '../../src/onderzoek/dossier.ts';
import { buildRuimte } from '../../src/onderzoek/space.ts';
import { describeStatus, nextStep } from '../../src/onderzoek/status.ts';
import { applyToespitsing } from '../../src/onderzoek/toespitsing.ts';
import { differs, fixVersion, needsReden, nextVersion } from '../../src/onderzoek/versions.ts';
import type { InstrumentenBestand, ToetsingskaderBestand } from '../../src/schema/generated/types.ts';
import { parseYaml, stringifyYaml } from '../../src/source/yaml.ts';
import { emptyToetsingskader, frameworkKader, plan, select } from './helpers.ts';

const kader = frameworkKader();
const zonder = [...kader.themas].map(({ ref }) => ({ ref, reden: 'Niet nu.' }));
const START = select(
  emptyToetsingskader(kader),
  {
    met: [{ soort: 'indicator', ref: 'volwassenen/toegang/weten-waar', motivering: 'Signalen.' }],
    zonder: [...zonder, { soort: 'module', ref: 'volwassenen/burgerperspectief', reden: 'Elders.' }],
  },
  kader,
).after;

const INSTRUMENTEN: InstrumentenBestand = {
  formaat: 1,
  respondenttypen: [
    { id: 'jongere', naam: 'jongere', perspectief: 'burger' },
    { id: 'consulent', naam: 'consulent', perspectief: 'professional' },
  ],
  instrumenten: [
    {
      id: 'gesprek',
      soort: 'gespreksleidraad',
      bronsoort: 'gesprek',
      naam: 'Gesprek',
      respondenttypen: ['jongere'],
      maximum_minuten: 10,
    },
    { id: 'lijst', soort: 'vragenlijst', bronsoort: 'vragenlijst', naam: 'Lijst', respondenttypen: ['consulent'] },
  ],
  items: [
    {
      id: 'a',
      instrument: 'gesprek',
      soort: 'vraag',
      tekst: 'Wist u het?',
      indicatoren: ['volwassenen/toegang/weten-waar'],
      minuten: 8,
    },
    { id: 'b', instrument: 'lijst', soort: 'vraag', tekst: 'Weten zij het?', indicatoren: ['volwassenen/toegang/weten-waar'] },
  ],
};

function bestand<T>(file: string, value: T): Bestand<T> {
  const { value: source } = parseYaml(stringifyYaml(value), file);
  if (!source) throw new Error('not YAML');
  return { file, path: `/${file}`, source, value };
}

function dossier(toetsingskader: ToetsingskaderBestand, instrumenten?: InstrumentenBestand): Dossier {
  return {
    folder: '/x',
    onderzoek: bestand('onderzoek.yaml', plan()),
    toetsingskader: bestand('toetsingskader.yaml', toetsingskader),
    ...(instrumenten ? { instrumenten: bestand('instrumenten.yaml', instrumenten) } : {}),
    kaders: [kader],
    bronnen: [],
    waarnemingen: [],
    leveringen: [],
    bevindingen: [],
    oordelen: [],
    teksten: new Map(),
    instellingen: STANDAARD,
  };
}

const found = (toetsingskader: ToetsingskaderBestand, instrumenten?: InstrumentenBestand) =>
  checkToetsingskader(dossier(toetsingskader, instrumenten)).map(
    ({ code, pointer, severity }) => `${severity} ${code} ${pointer}`,
  );

describe('checkToetsingskader', () => {
  test('vindt niets als alles klopt', () => {
    expect(found(START, INSTRUMENTEN)).toEqual([]);
  });

  test('meldt een kopie die is gewijzigd of ontbreekt', () => {
    const [pin] = START.kaders;
    if (!pin) throw new Error('no pin');
    expect(found({ ...START, kaders: [{ ...pin, vingerafdruk: `v1:${'0'.repeat(64)}` }] })).toEqual([
      'error toetsingskader/kopie-gewijzigd /kaders/0',
    ]);
    expect(found({ ...START, kaders: [{ ...pin, versie: '9.0.0' }] })).toEqual(['error toetsingskader/geen-kopie /kaders/0']);
  });

  test('noemt te herzien wat is gekozen bij een tekst die sindsdien is gewijzigd, tot dat is bevestigd', () => {
    const older = { ...START, criteria: START.criteria.map((c) => ({ ...c, vingerafdruk: `v1:${'0'.repeat(64)}` })) };
    expect(found(older)).toEqual(['error toetsingskader/te-herzien /criteria/0/vingerafdruk']);
    const help = (value: ToetsingskaderBestand) => checkToetsingskader(dossier(value)).map((problem) => problem.help);
    expect(help(older)).toEqual([expect.stringMatching(/--bevestig volwassenen\/toegang$/)]);
    expect(help({ ...older, status: 'vastgesteld' })[0]).toMatch(/--bevestig volwassenen\/toegang --reden "<waarom>"$/);
    const { toetsingskader, bevestigd } = confirmTexts(older, buildRuimte([kader]), new Set(['volwassenen/toegang']));
    expect(bevestigd).toEqual(['volwassenen/toegang']);
    expect(found(toetsingskader)).toEqual([]);
  });

  test('meldt deelvragen, gebieden en respondenttypen die er niet zijn', () => {
    const written = applyToespitsing(START, [
      { ref: 'volwassenen/toegang', deelvragen: ['dv9'], lokale_context: [{ gebied: 'elders', tekst: 'x' }] },
      { ref: 'volwassenen/toegang/weten-waar', aan_wie: ['ouder'], toespitsing: 'x' },
    ]);
    expect(found(written, INSTRUMENTEN)).toEqual([
      'error toetsingskader/onbekend /criteria/0/deelvragen/0',
      'error toetsingskader/onbekend /criteria/0/lokale_context/0',
      'error toetsingskader/onbekend /criteria/0/indicatoren/0/aan_wie/0',
      'warning toetsingskader/deelvraag /criteria',
    ]);
  });

  test('waarschuwt voor wat de instrumenten laten liggen', () => {
    const [a, b] = INSTRUMENTEN.items;
    if (!a || !b) throw new Error('two expected');
    expect(found(START, { ...INSTRUMENTEN, items: [] })).toEqual(['warning instrumenten/geen-items /items']);
    const asked = applyToespitsing(START, [{ ref: 'volwassenen/toegang/weten-waar', aan_wie: ['jongere'] }]);
    expect(found(asked, { ...INSTRUMENTEN, items: [] })).toEqual(['warning instrumenten/geen-items /items']);
    const elsewhere = { ...a, id: 'x', indicatoren: ['eigen/voorbereid/plan'] };
    expect(found(asked, { ...INSTRUMENTEN, items: [elsewhere] })).toContain('warning instrumenten/geen-vraag /items');
    expect(found(START, { ...INSTRUMENTEN, items: [elsewhere] })).toContain('warning instrumenten/niet-bevraagd /items');
    expect(found(START, { ...INSTRUMENTEN, items: [a] })).toEqual(['warning instrumenten/een-soort-bron /items']);
    expect(found(START, { ...INSTRUMENTEN, items: [{ ...a, minuten: 11 }, b] })).toEqual([
      'warning instrumenten/te-lang /instrumenten/0',
    ]);
    const other = { ...a, instrument: 'gesprk', indicatoren: ['volwassenen/toegang/rechten-en-plichten'] };
    expect(found(START, { ...INSTRUMENTEN, items: [a, b, other] })).toEqual([
      'error instrumenten/verwijzing /items/2/id',
      'error instrumenten/verwijzing /items/2/instrument',
      'error instrumenten/verwijzing /items/2/indicatoren/0',
    ]);
  });

  test('vraagt niet naar wat niet van toepassing is', () => {
    const written = applyToespitsing(START, [{ ref: 'volwassenen/toegang', niet_van_toepassing: 'Speelt hier niet.' }]);
    expect(found(written, { ...INSTRUMENTEN, items: [] })).toEqual([]);
  });
});

describe('versies', () => {
  test('een wijziging na vaststellen vraagt een reden en wordt een nieuwe versie', () => {
    const fixed = fixVersion(START, { datum: '2026-01-02', reden: 'Vastgesteld.', instrumenten: INSTRUMENTEN });
    expect(fixed).toMatchObject({ status: 'vastgesteld', versie: 1 });
    expect(found(fixed, INSTRUMENTEN)).toEqual([]);
    const changed = applyToespitsing(fixed, [{ ref: 'volwassenen/toegang', toespitsing: 'Nieuw.' }]);
    expect([needsReden(START, changed), needsReden(fixed, fixed), needsReden(fixed, changed)]).toEqual([false, false, true]);
    expect(found(changed, INSTRUMENTEN)).toEqual(['error toetsingskader/gewijzigd-na-vaststellen /versies']);
    const next = nextVersion(changed, { datum: '2026-02-03', reden: 'Beter.', instrumenten: INSTRUMENTEN });
    expect(next.versies?.map(({ versie, datum, reden }) => [versie, datum, reden])).toEqual([
      [1, '2026-01-02', 'Vastgesteld.'],
      [2, '2026-02-03', 'Beter.'],
    ]);
    expect(found(next, INSTRUMENTEN)).toEqual([]);
  });

  test('merkt dat de instrumenten na het vaststellen zijn gewijzigd, ook buiten tsd om', () => {
    const fixed = fixVersion(START, { datum: '2026-01-02', reden: 'Vastgesteld.', instrumenten: INSTRUMENTEN });
    const [first, ...rest] = INSTRUMENTEN.items;
    const changed = { ...INSTRUMENTEN, items: [{ ...first, tekst: 'Anders gevraagd?' } as typeof first & object, ...rest] };
    expect(found(fixed, changed)).toEqual(['warning toetsingskader/instrumenten-gewijzigd undefined']);
    expect(found(fixed)).toEqual(['warning toetsingskader/instrumenten-weg /versies']);
    expect(found(fixVersion(START, { datum: '2026-01-02', reden: 'Vroeger.', instrumenten: undefined }), changed)).toEqual([]);
  });

  test('een commit alleen is geen wijziging', () => {
    expect(differs(START, { ...START, kaders: START.kaders.map((pin) => ({ ...pin, commit: 'abc' })) })).toBe(false);
  });
});

const OMGEVING = {
  naam: 'oz',
  formulier: 'oz/team-1.xlsx',
  keuzelijst: '--format xlsx --out keuzelijst.xlsx',
  matrix: '--format xlsx --out matrix.xlsx',
  rapporten: 0,
};

describe('describeStatus', () => {
  test('noemt elke stap met de opdracht die verder helpt', () => {
    const { toetsingskader: _, ...bare } = dossier(START);
    const first = describeStatus(bare, OMGEVING);
    expect(first.map(({ stap }) => stap)).toEqual([
      'plan',
      'toetsingskader',
      'toespitsing',
      'instrumenten',
      'waarnemingen',
      'bevindingen',
      'oordelen',
      'verbeterpunten',
      'rapport',
    ]);
    expect(nextStep(first)?.opdracht).toBe('tsd kader select oz --format xlsx --out keuzelijst.xlsx');
    const fixed = describeStatus(
      dossier(fixVersion(START, { datum: '2026-01-02', reden: 'x', instrumenten: INSTRUMENTEN }), INSTRUMENTEN),
      OMGEVING,
    );
    expect(fixed[1]?.telling).toBe('1 criterium, 1 indicator; vastgesteld, versie 1');
    expect(nextStep(fixed)?.stap).toBe('waarnemingen');
  });

  test('telt een oordeel ook als het criterium kort is geschreven', () => {
    const counted = (...written: string[]) => {
      const oordelen = written.map((criterium) => ({ criterium, tekst: 'Het gaat goed.', rust_op: [] }));
      const file = bestand('oordelen/fictiehove.yaml', { formaat: 1 as const, gebied: 'fictiehove', oordelen });
      const stappen = describeStatus({ ...dossier(START), oordelen: [file] }, OMGEVING);
      return stappen.find(({ stap }) => stap === 'oordelen')?.telling;
    };
    expect(counted('toegang')).toMatch(/^1 van 1 oordelen/);
    expect(counted('toegang', 'volwassenen/toegang')).toMatch(/^1 van 1 oordelen/);
    expect(counted('toegan')).toBe('nog geen oordelen');
  });
});
