import type { Dossier } from '../onderzoek/dossier.ts';
import type { Instrument, Item, Respondenttype } from '../schema/generated/types.ts';
import { countOf } from '../source/count.ts';
import { groupBy } from '../source/order.ts';
import { slug } from '../source/slug.ts';
import { vakBookmark, vakProperties } from '../verslag/vakken.ts';
import { LEIDRAAD } from '../verslag/word-forms.ts';
import { respondenttypenOf } from '../waarneming/form-lists.ts';
import { indicatorLabels } from '../waarneming/words.ts';
import { type Block, paragraph } from '../word/spec.ts';
import { howTo, openingLines } from './leidraad-texts.ts';
import { itemVak, overigVak, type Timed } from './leidraad-vak.ts';
import { bronTabel, type WordScope, wordVooraf } from './word-bron.ts';
import { type WordForm, wordForm } from './word-form.ts';

/** An instrument for one respondenttype, with what is asked. */
interface Deel {
  instrument: Instrument;
  wie: Respondenttype;
  items: readonly Item[];
}

/** The gespreksleidraden of an onderzoek: one for each respondenttype and each instrument with items for it. */
export function leidraden(dossier: Dossier, scope: WordScope): WordForm[] {
  const delen = delenVan(dossier, scope);
  const named = groupBy(delen, nameOf);
  return delen.map((deel) => {
    const naam = nameOf(deel);
    return leidraad(dossier, scope, deel, named.get(naam)?.length === 1 ? naam : `${naam}-${deel.instrument.id}`);
  });
}

function delenVan(dossier: Dossier, scope: WordScope): Deel[] {
  const { instrumenten = [], items = [] } = dossier.instrumenten?.value ?? {};
  return respondenttypenOf(dossier, scope).flatMap((wie) =>
    instrumenten
      .filter(({ respondenttypen }) => respondenttypen.some((id) => id === wie.id))
      .map((instrument) => ({ instrument, wie, items: items.filter((item) => item.instrument === instrument.id) }))
      .filter((deel) => deel.items.length > 0),
  );
}

function nameOf({ instrument, wie }: Deel): string {
  const parts = [slug(instrument.soort) || 'leidraad', wie.id];
  return [...new Set(parts)].join('-');
}

function leidraad(dossier: Dossier, scope: WordScope, deel: Deel, naam: string): WordForm {
  const { instrument, wie, items } = deel;
  const vooraf = wordVooraf(dossier, scope, instrument.bronsoort, wie);
  const isGesprek = ['gesprek', 'bijeenkomst'].includes(instrument.bronsoort);
  return wordForm(dossier, naam, {
    formulier: LEIDRAAD,
    titel: instrument.naam,
    levering: scope.levering,
    vooraf,
    begin: beginOf(dossier, deel, isGesprek),
    bron: bronTabel(dossier, scope, vooraf, false),
    rest: [
      ...(isGesprek ? openingOf(dossier, instrument) : introductionOf(instrument)),
      paragraph('heading1', isGesprek ? 'Het gesprek' : 'De vragen'),
      ...vakkenOf(dossier, items),
    ],
    properties: vakProperties(items.map(({ id }) => id)),
  });
}

function beginOf({ onderzoek }: Dossier, { instrument, wie, items }: Deel, isGesprek: boolean): Block[] {
  const { maximum_minuten: most } = instrument;
  const minutes = items.reduce((sum, { minuten = 0 }) => sum + minuten, 0);
  const facts = [
    `Voor: ${wie.naam}`,
    countOf(items.length, 'vraag', 'vragen'),
    ...(minutes > 0 ? [`ongeveer ${countOf(minutes, 'minuut', 'minuten')}`] : []),
    ...(most === undefined ? [] : [`hoogstens ${countOf(most, 'minuut', 'minuten')}`]),
  ];
  return [
    paragraph('title', instrument.naam),
    paragraph('subtitle', onderzoek.value.titel),
    paragraph('text', facts.join('  ·  ')),
    paragraph('heading2', 'Zo werkt dit formulier'),
    ...howTo(isGesprek).map((line) => paragraph('bullet', line)),
    paragraph('heading2', isGesprek ? 'Over dit gesprek' : 'Over deze bron'),
  ];
}

function openingOf(dossier: Dossier, { introductie }: Instrument): Block[] {
  return [
    paragraph('heading1', 'Zo begint u'),
    ...(introductie === undefined ? [] : [paragraph('text', `“${introductie}”`)]),
    paragraph('text', 'Vertel in elk geval, in woorden die passen bij wie u spreekt:', { keepNext: true }),
    ...openingLines(dossier).map(([kop, tekst]) => paragraph('bullet', [{ text: `${kop} `, strong: true }, tekst])),
  ];
}

function introductionOf({ introductie }: Instrument): Block[] {
  return introductie === undefined ? [] : [paragraph('heading1', 'Vooraf'), paragraph('text', introductie)];
}

function vakkenOf(dossier: Dossier, items: readonly Item[]): Block[] {
  const labels = new Map(indicatorLabels(dossier).map(({ label, indicator }) => [indicator.ref, label]));
  return [
    ...timed(items).flatMap((item, index) => [
      itemVak(item, { nummer: index + 1, bookmark: vakBookmark(index + 1), labels }),
      paragraph('spacer', ''),
    ]),
    overigVak(vakBookmark('overig')),
  ];
}

/** The items with the minute at which each begins, as far as they have minutes. */
function timed(items: readonly Item[]): Timed[] {
  let from = 0;
  return items.map((item) => {
    const begin = from;
    from += item.minuten ?? 0;
    return { ...item, begin };
  });
}
