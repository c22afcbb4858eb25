import { type Diagnostic, error, info, warning } from '../diagnostics/diagnostic.ts';
import type { Codeur, Waarneming } from '../schema/generated/types.ts';
import { countOf } from '../source/count.ts';
import { countLeading } from '../source/order.ts';
import type { Part, WaarnemingRow } from '../waarneming/delivered.ts';
import { agreed, compareCodeurs, type MetCodeurs, quote } from './codeurs.ts';
import { type EerdereCodeurs, eerdereCodeurs, isOnlyEerder, keptTold, sameOwnCodeurs } from './eerdere-codeurs.ts';
import type { Alinea, GecodeerdeTekst, Passage } from './model.ts';
import { alineaText, countUncoded, joinPassages, uncodedAlineas } from './passages.ts';
import type { Geplaatst } from './read-coderingen.ts';
import { compareVersions, showChange, type Versions } from './versions.ts';

/** A paragraph that is a waarneming without any comment, because it stands in the room of an item; a comment may say otherwise. */
export interface Aantekening extends Alinea {
  item?: string;
  /** Which of the fixed answers of its item it is. */
  antwoord?: string;
  /** References. */
  indicatoren: readonly string[];
}

/** A text about one bron with all that was coded in it, in one file or in copies of it. */
export interface Verslagtekst {
  bron: string;
  levering: string;
  part: Part;
  tekst: GecodeerdeTekst;
  gelezen: readonly Geplaatst[];
  /** The parts of the text of which a code was refused, as `start-end`. */
  geweigerd: ReadonlySet<string>;
  /** What was written in the rooms of a form, in the order of the text; absent when the text is no form. */
  aantekeningen?: readonly Aantekening[];
}

/** What there was before. */
export interface Eerder {
  /** The waarnemingen that an earlier version of this text gave. */
  waarnemingen: readonly Waarneming[];
  /** Ids that stand for something already. */
  ids: ReadonlySet<string>;
  /** Let a text that changed take the place of that of before. */
  vervang: boolean;
}

/** What a coded text gives. */
export interface Ingelezen {
  rows: WaarnemingRow[];
  /** How many passages were refused. */
  afgewezen: number;
  /** Waarnemingen that are in it no more, and why; and those that are in it. */
  verdwenen: Map<string, 'tekst' | 'code'>;
  aanwezig: Set<string>;
  /** Waarnemingen of who coded nothing in these files: they stay as they were, with what others say beside it now. */
  gebleven: Map<string, Codeur[]>;
  /** Paragraphs in which nobody coded anything. */
  ongecodeerd: number;
  /** Of a form: the paragraphs that were written outside its rooms, and that nobody coded. */
  buiten: Alinea[];
  /** Passages that more than one person coded, and how many of these say something else. */
  gedeeld: number;
  verschillen: number;
  diagnostics: Diagnostic[];
}

const VERVANG = 'kijk of het klopt, en lees het verslag dan in met --vervang';
const NUMMER = 'is dit een ander gesprek, geef het dan een eigen nummer; is het hetzelfde, lees het dan in met --vervang';

/** Makes waarnemingen of the passages of a coded text, and compares them with those of an earlier version of it. */
export function takeInVerslag(verslag: Verslagtekst, eerder: Eerder): Ingelezen {
  const { bron, tekst, gelezen, geweigerd, aantekeningen } = verslag;
  const anderen = eerdereCodeurs(tekst, gelezen, eerder.waarnemingen);
  const all = joinPassages(tekst, gelezen, [...(aantekeningen ?? []), ...anderen.plaatsen]);
  const passages = readable(all, geweigerd, anderen);
  const versions = compareVersions(bron, tekst.tekst, passages, eerder.waarnemingen, eerder.ids);
  const before = addEerder(passages, versions, anderen, verslag, eerder);
  const compared = compareCodeurs(passages);
  const refused = new Set(eerder.vervang ? [] : versions.changed.map(({ passage }) => passage));
  const gebleven = compared.passages.filter((one) => isUnchanged(one, before.get(one.passage), verslag));
  const stays = new Set(gebleven.map(({ passage }) => passage));
  return {
    rows: compared.passages
      .filter(({ passage }) => !refused.has(passage) && !stays.has(passage))
      .map((one) => rowOf(one, versions, verslag)),
    gebleven: new Map(gebleven.map(({ passage, codeurs }) => [versions.ids.get(passage) ?? '', codeurs])),
    afgewezen: geweigerd.size + refused.size,
    verdwenen: new Map(versions.gone.map(({ before, waarom }) => [before.id, waarom])),
    aanwezig: new Set(versions.ids.values()),
    ongecodeerd: countUncoded(tekst.alineas, all),
    buiten: aantekeningen ? uncodedAlineas(tekst.alineas, all) : [],
    gedeeld: compared.gedeeld,
    verschillen: compared.verschillen.length,
    diagnostics: [
      ...changedTexts(versions, verslag, eerder.vervang),
      ...goneTexts(versions, verslag, eerder.vervang),
      ...keptTold(anderen, verslag.part),
      ...compared.verschillen.map(({ passage, wat }) => differs(passage, wat, verslag)),
    ],
  };
}

/** Without the passages of which a code was refused; what others said of them before stays. */
function readable(all: readonly Passage[], geweigerd: ReadonlySet<string>, { plaatsen }: EerdereCodeurs): Passage[] {
  return all.flatMap((passage) => {
    if (!geweigerd.has(`${passage.start}-${passage.end}`)) return [passage];
    const stays = plaatsen.some(({ start, end }) => start === passage.start && end === passage.end);
    return stays ? [{ ...passage, gelezen: [] }] : [];
  });
}

/** Adds to each passage what coders of before said of it who are not in these files; gives the waarnemingen of before. */
function addEerder(
  passages: readonly Passage[],
  { ids }: Versions<Passage>,
  { codesOf }: EerdereCodeurs,
  { part }: Verslagtekst,
  eerder: Eerder,
): Map<Passage, Waarneming> {
  const byId = new Map(eerder.waarnemingen.map((waarneming) => [waarneming.id, waarneming]));
  const found = new Map<Passage, Waarneming>();
  for (const passage of passages) {
    const before = byId.get(ids.get(passage) ?? '');
    if (!before) continue;
    found.set(passage, before);
    passage.gelezen.push(...codesOf(before, passage, part));
  }
  return found;
}

/** A passage in which these files say nothing, and of which nobody took back a code. */
function isUnchanged(
  { passage, codeurs }: MetCodeurs,
  before: Waarneming | undefined,
  { aantekeningen = [] }: Verslagtekst,
): boolean {
  if (!before || !isOnlyEerder(passage) || !sameOwnCodeurs(before, codeurs)) return false;
  return !aantekeningen.some(({ start, end }) => start < passage.end && end > passage.start);
}

function rowOf(
  { passage, codeurs }: MetCodeurs,
  { ids }: Versions<Passage>,
  { bron, levering, part, aantekeningen = [] }: Verslagtekst,
): WaarnemingRow {
  const { indicatoren, items, gebieden, strekkingen, factoren, vertrouwelijk, citeerbaar } = agreed(passage);
  const last = aantekeningen[countLeading(aantekeningen, ({ start }) => start <= passage.start) - 1];
  const vak = last && passage.start < last.end ? last : undefined;
  return {
    part: passage.gelezen.find((one) => one.eerder === undefined)?.part ?? part,
    levering,
    row: passage.eerste,
    cells: {
      id: ids.get(passage) ?? '',
      bron,
      gebied: gebieden[0] ?? '',
      // What a person says of a passage goes before what the form says of its room.
      indicator: indicatoren.length > 0 ? indicatoren : (vak?.indicatoren ?? []),
      item: items[0] ?? vak?.item ?? '',
      antwoord: answerOf(passage, vak, items[0] ?? vak?.item),
      tekst: passage.tekst,
      strekking: strekkingen[0] ?? '',
      'verklarende factor': factoren,
      vertrouwelijk: vertrouwelijk[0] ?? '',
      citeerbaar: citeerbaar[0] ?? '',
    },
    verslag: { alinea: alineaText(passage), ...(codeurs.length === 0 ? {} : { codeurs }) },
  };
}

/** A part of an answer is none, and neither is an answer to another item. */
function answerOf({ start, end }: Passage, vak: Aantekening | undefined, item: string | undefined): string {
  const isWhole = vak !== undefined && start === vak.start && end === vak.end;
  return isWhole && vak.item === item ? (vak.antwoord ?? '') : '';
}

function changedTexts({ changed }: Versions<Passage>, { part, aantekeningen }: Verslagtekst, vervang: boolean): Diagnostic[] {
  const help = aantekeningen ? NUMMER : VERVANG;
  return changed.map(({ before, passage }) => {
    const { voor, na } = showChange(before.tekst, passage.tekst);
    const message = `de tekst van '${before.id}' is gewijzigd: eerst ‘${voor}’, nu ‘${na}’`;
    const at = part.at(passage.eerste);
    return vervang ? info('verslag/gewijzigd', message, at) : error('verslag/gewijzigd', message, { ...at, help });
  });
}

function goneTexts({ gone }: Versions<Passage>, { part, aantekeningen }: Verslagtekst, vervang: boolean): Diagnostic[] {
  const help = aantekeningen ? NUMMER : VERVANG;
  const { file = '' } = part.at(1);
  // What was told and marked before is not news.
  const news = gone.filter(({ before, waarom }) => before.verdwenen !== waarom);
  return news.map(({ before, waarom }) => {
    const where = before.alinea === undefined ? '' : ` (was alinea ${before.alinea})`;
    const stays = `'${before.id}' blijft staan, gemerkt als verdwenen`;
    if (waarom === 'code')
      return warning('verslag/code-weg', `bij ${quote(before)}${where} staat geen code meer; ${stays}`, { file });
    const message = `${quote(before)}${where} staat niet meer in het verslag`;
    if (vervang) return warning('verslag/tekst-weg', `${message}; ${stays}`, { file });
    return error('verslag/tekst-weg', message, { file, help });
  });
}

function differs({ tekst, eerste }: Passage, wat: string, { part }: Verslagtekst): Diagnostic {
  return warning('verslag/codeurs-verschillen', `bij ${quote({ tekst })} verschillen de codes: ${wat}`, {
    ...part.at(eerste),
    help: 'alle codes zijn ingelezen, met wie ze gaf; overleg, en pas de codes in het verslag zo nodig aan',
  });
}

/** “38 passages; 12 van de 60 alinea’s zonder code; 2 codeurs, 14 passages door meer dan een, waarvan 3 anders”. */
export function summary(
  { tekst, gelezen, aantekeningen }: Verslagtekst,
  { rows, gebleven, afgewezen, ongecodeerd, gedeeld, verschillen }: Ingelezen,
): string {
  const before = [...gebleven.values(), ...rows.map(({ verslag }) => verslag?.codeurs ?? [])].flat();
  const codeurs = new Set([...gelezen.map(({ codering }) => codering.codeur), ...before.map(({ naam }) => naam)]).size;
  const all = rows.length + gebleven.size + afgewezen;
  const vragen = new Set(aantekeningen?.flatMap(({ item }) => item ?? [])).size;
  const what = aantekeningen
    ? [`${countOf(all, 'aantekening', 'aantekeningen')} bij ${countOf(vragen, 'vraag', 'vragen')}`]
    : [countOf(all, 'passage', 'passages'), `${ongecodeerd} van de ${tekst.alineas.length} alinea’s zonder code`];
  return [
    ...what,
    ...(codeurs > 1
      ? [`${codeurs} codeurs, ${countOf(gedeeld, 'passage', 'passages')} door meer dan een, waarvan ${verschillen} anders`]
      : []),
  ].join('; ');
}
