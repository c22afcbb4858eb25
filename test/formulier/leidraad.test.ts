import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readOnderzoek } from '../../src/commands/read/onderzoek.ts';
import { leidraden } from '../../src/formulier/leidraad.ts';
import { verslagForm } from '../../src/formulier/verslag-form.ts';
import type { WordForm } from '../../src/formulier/word-form.ts';
import type { Dossier } from '../../src/onderzoek/dossier.ts';
import type { Item } from '../../src/schema/generated/types.ts';
import { readVakken } from '../../src/verslag/vakken.ts';
import { inertText } from '../../src/word/inert.ts';
import { readWord } from '../../src/word/read.ts';
import { paragraphsIn, textOf } from '../../src/word/spec.ts';
import { writeWord } from '../../src/word/write.ts';
import { newOnderzoek } from '../waarneming/onderzoek.ts';
import { fillIn } from '../word/fill.ts';

const EXAMPLE = join(import.meta.dirname, '../../examples/overgang-18-plus');
const ALL = { gebieden: [], levering: 'noord' };

const textsOf = ({ spec }: WordForm) => paragraphsIn(spec.blocks).map(textOf);
const vragenIn = ({ spec }: WordForm) =>
  paragraphsIn(spec.blocks)
    .filter(({ style }) => style === 'question')
    .map(textOf);

/** The same onderzoek with other items. */
function withItems(dossier: Dossier, change: (item: Item) => Item): Dossier {
  const { instrumenten } = dossier;
  if (!instrumenten) throw new Error('this onderzoek has instruments');
  return {
    ...dossier,
    instrumenten: { ...instrumenten, value: { ...instrumenten.value, items: instrumenten.value.items.map(change) } },
  };
}

describe('een gespreksleidraad', () => {
  const { dossier } = readOnderzoek(EXAMPLE);
  const forms = leidraden(dossier, ALL);
  const named = (naam: string) => forms.find((form) => form.naam === naam) ?? expect.unreachable();

  test('is er voor elk respondenttype en elk instrument met vragen', () => {
    expect(forms.map(({ naam }) => naam)).toEqual([
      'gespreksleidraad-jongere',
      'vragenlijst-jongere',
      'gespreksleidraad-ouder',
      'gespreksleidraad-consulent',
      'groepsgesprek-begeleider',
      'groepsgesprek-beleid',
      'documentstudie-beleid',
      'dossierformulier-dossier',
      'observatie-waarnemer',
    ]);
  });

  test('zegt voor wie zij is, wie wij zijn, en dat het vrijwillig is', () => {
    const texts = textsOf(named('gespreksleidraad-jongere'));
    expect(texts).toContain('Voor: jongere  ·  10 vragen  ·  ongeveer 54 minuten  ·  hoogstens 60 minuten');
    expect(texts).toContainEqual(expect.stringMatching(/^Wie wij zijn\. .*Inspectie Gezondheidszorg en Jeugd/));
    expect(texts).toContainEqual(expect.stringMatching(/voor .*de Nederlandse Arbeidsinspectie/));
    expect(texts).toContainEqual(expect.stringMatching(/^Het is vrijwillig\./));
    expect(texts).toContainEqual(expect.stringMatching(/^U ziet het verslag\./));
    expect(textsOf(named('dossierformulier-dossier'))).not.toContainEqual(expect.stringMatching(/vrijwillig/));
  });

  test('stelt de vragen in volgorde, met minuten, lopende tijd en indicatoren', () => {
    const form = named('gespreksleidraad-jongere');
    expect(vragenIn(form).slice(0, 2)).toEqual([
      '1.\tWanneer begon iemand met jou over 18 worden? Wie was dat?',
      '2.\tIs er een plan voor na je achttiende? Wie heeft bedacht wat erin staat, en wat moest het eerst?',
    ]);
    const texts = textsOf(form);
    const at = texts.findIndex((text) => text.startsWith('2.\t'));
    expect(texts.slice(at + 1, at + 6)).toEqual([
      'E1.2 Plan met de jongere',
      '1.1.1 Eigen kracht bepaalt de inzet',
      '1.3.2 Samen bepaald wat voorgaat',
      '7 min',
      '0:05 – 0:12',
    ]);
  });

  test('noemt vaste antwoorden, en laat ze kiezen', () => {
    const fields = paragraphsIn(named('dossierformulier-dossier').spec.blocks).flatMap(({ content }) => content);
    expect(textsOf(named('dossierformulier-dossier'))).toContain('Antwoorden: ja, vóór 18 · ja, na 18 · nee');
    expect(fields).toContainEqual(expect.objectContaining({ control: 'choice', choices: ['ja, vóór 18', 'ja, na 18', 'nee'] }));
  });

  test('vult de bron in zover die bekend is', () => {
    const [form] = leidraden(dossier, { ...ALL, gebieden: ['fictiehove'], respondenttypen: ['ouder'] });
    expect(form?.spec.properties).toMatchObject({
      formulier: 'gespreksleidraad',
      formulierversie: '1',
      levering: 'noord',
      'vooraf id': 'noord-ouder',
      'vooraf gebieden': 'fictiehove',
      vingerafdruk: expect.stringMatching(/^v1:/),
    });
  });

  test('houdt haar vakken, wat er ook in een vraag staat', async () => {
    const { dossier: small } = readOnderzoek(newOnderzoek());
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }),
      fc.constantFrom('</w:tc>', '\u202e{{x}}', '_tsd_'),
    );
    await fc.assert(
      fc.asyncProperty(hostile, async (tekst) => {
        const [form] = leidraden(
          withItems(small, (item) => ({ ...item, tekst, antwoorden: [tekst, 'nee'] })),
          ALL,
        );
        const { value } = readWord(
          fillIn(await writeWord((form ?? expect.unreachable()).spec), { vakken: { 1: ['Ja.', inertText(tekst)] } }),
        );
        const read = value ?? expect.unreachable();
        const notes = readVakken(read).map(({ start, end, item }) => [item, read.text.slice(start, end)]);
        expect(notes[0]).toEqual(['gj-1', 'Ja.']);
        expect(read.text).toContain(`1.\t${inertText(tekst)}`);
      }),
      { numRuns: 30 },
    );
  });
});

describe('een leeg verslag', () => {
  const { dossier } = readOnderzoek(EXAMPLE);

  test('hoort zonder respondenttype bij een bron die nog moet worden genoemd', () => {
    const form = verslagForm(dossier, ALL);
    expect(form.naam).toBe('verslag');
    expect(form.spec.properties).not.toHaveProperty('vooraf id');
    const tags = paragraphsIn(form.spec.blocks).flatMap(({ content }) =>
      content.flatMap((piece) => (typeof piece === 'object' && 'tag' in piece ? piece.tag : [])),
    );
    expect(tags).toEqual(expect.arrayContaining(['bron id', 'bron datum', 'bron status', 'bron status sinds']));
    expect(tags).not.toContain('bron nummer');
  });

  test('heeft bij een respondenttype de bron van zijn gespreksleidraad, en legt het coderen uit', () => {
    const form = verslagForm(dossier, { ...ALL, respondenttypen: ['jongere'] });
    expect(form.naam).toBe('verslag-jongere');
    expect(form.spec.properties).toMatchObject({ formulier: 'verslag', 'vooraf id': 'noord-jongere' });
    expect(textsOf(form)).toEqual(expect.arrayContaining(['notitie: nog navragen', '1.1.1', 'E1.1']));
  });
});
