import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Waarneming } from '../schema/generated/types.ts';
import { canonicalJson } from '../source/fingerprint.ts';
import { joinBijlagen } from './bijlagen.ts';
import { asDelivered, changedColumn, contentId, differences, type FieldChange } from './content.ts';
import { type At, atColumn, placeOf, type WaarnemingPlace } from './delivered.ts';
import type { Delivered } from './intake.ts';
import { allReplaced, doubled, fromOtherFile, fromOtherLevering, reused } from './refusal.ts';
import { RefusedRows } from './refused-rows.ts';
import type { Fate, TallyBook } from './tally.ts';
import { findLookalikes, foundAgain, isMissingFrom, type Lookalike, markVanished } from './vanish.ts';

/** How delivered waarnemingen are joined. */
export interface JoinOptions {
  /** A text may be replaced by one from a file that it did not come from. */
  vervang?: boolean | undefined;
  /** Where the rows that are refused are taken down. */
  refused?: RefusedRows;
  /** Whether a file only adds to its levering: what it does not hold is not missing. */
  isAanvulling?(bestand: string): boolean;
  /** Ids of rows that were delivered, and refused before they came here, by levering. */
  present?: ReadonlyMap<string, ReadonlySet<string>>;
  /** Ids of waarnemingen that were read in before, and whose file is gone. */
  lost?: ReadonlySet<string>;
}

/** The waarnemingen after a levering, with what changed. */
export interface Joined {
  waarnemingen: Waarneming[];
  /** The bronnen whose waarnemingen changed in any way. */
  touched: Set<string>;
  gewijzigd: { id: string; velden: FieldChange[]; at: At }[];
  /** Per levering the ids that it held until now. */
  verdwenen: Map<string, string[]>;
  /** Per levering, by the id that vanished from it, the new row that says the same. */
  gelijkend: Map<string, Map<string, Lookalike>>;
  /** Ids that are in their levering again. */
  terug: string[];
  /** Ids that were delivered again although they were withdrawn. */
  ingetrokken: string[];
  diagnostics: Diagnostic[];
}

/**
 * Joins delivered waarnemingen with those that are there, by the contract of identity: an id is that of its levering, and
 * what is delivered again under it is gewijzigd or ongewijzigd; without an id the content is the identity, so that such a
 * row is added or merged, never changed. What is the same elsewhere becomes one waarneming that names all its places.
 * A text from another file than before may be that of another team, and is refused, as is a file that leaves none of its texts
 * as it was. The waarnemingen that are there are not
 * changed in place.
 */
export function joinWaarnemingen(
  existing: readonly Waarneming[],
  delivered: readonly Delivered[],
  tallies: TallyBook,
  options: JoinOptions = {},
): Joined {
  const state = createState(existing, tallies, options);
  for (const { levering, part } of delivered) state.files.add(fileKey(levering, part.bestand));
  for (const item of delivered) takeIn(item, state);
  const { changed, verdwenen } = markVanished(state.byId.values(), { whole: wholeLeveringen(state, options) });
  for (const waarneming of changed.values()) replace(waarneming, state);
  const { touched, gewijzigd, terug, ingetrokken } = state;
  return {
    waarnemingen: [...state.byId.values()],
    touched,
    gewijzigd,
    verdwenen,
    gelijkend: findLookalikes(verdwenen, state.added, state.byId),
    terug,
    ingetrokken,
    diagnostics: [...state.diagnostics, ...wholeReplacements(state)],
  };
}

/** The ids of each levering that was delivered as a whole, those of refused rows included. */
function wholeLeveringen({ leveringen, whole }: State, { present }: JoinOptions): Map<string, ReadonlySet<string>> {
  for (const name of whole) for (const id of present?.get(name) ?? []) leveringen.get(name)?.add(id);
  return new Map([...whole].map((name) => [name, leveringen.get(name) ?? new Set()]));
}

interface State extends Pick<Joined, 'touched' | 'gewijzigd' | 'terug' | 'ingetrokken' | 'diagnostics'> {
  byId: Map<string, Waarneming>;
  /** How often an id was met again in this run, by the scope in which its places count. */
  met: Map<string, number>;
  /** Ids whose content is of this run: every place they name was met in it. */
  fresh: Set<string>;
  /** The rows that brought a waarneming that was not there. */
  added: Delivered[];
  /** The row at which an id was first met in this run. */
  first: Map<string, WaarnemingPlace>;
  leveringen: Map<string, Set<string>>;
  /** The leveringen of which at least one file was delivered that does not only add to it. */
  whole: Set<string>;
  /** The files of this run, each with its levering. */
  files: Set<string>;
  tallies: TallyBook;
  vervang: boolean;
  refused: RefusedRows;
  lost: ReadonlySet<string>;
  isAanvulling(bestand: string): boolean;
  /** Per file of a levering how many texts that were there before it kept, and how many it replaces. */
  texts: Map<string, { row: WaarnemingPlace; kept: number; replaced: number }>;
}

function createState(
  existing: readonly Waarneming[],
  tallies: TallyBook,
  { vervang = false, refused = new RefusedRows(), lost = new Set(), isAanvulling = () => false }: JoinOptions,
): State {
  return {
    byId: new Map(existing.map((waarneming) => [waarneming.id, waarneming])),
    met: new Map(),
    fresh: new Set(),
    added: [],
    first: new Map(),
    leveringen: new Map(),
    whole: new Set(),
    files: new Set(),
    touched: new Set(),
    gewijzigd: [],
    terug: [],
    ingetrokken: [],
    diagnostics: [],
    tallies,
    vervang,
    refused,
    lost,
    isAanvulling,
    texts: new Map(),
  };
}

function takeIn(row: Delivered, state: State): void {
  const { waarneming } = row;
  const given = waarneming.id !== '';
  if (!given) waarneming.id = contentId(waarneming);
  const { id } = waarneming;
  const ids = state.leveringen.get(row.levering) ?? new Set();
  state.leveringen.set(row.levering, ids.add(id));
  if (!state.whole.has(row.levering) && !state.isAanvulling(row.part.bestand)) state.whole.add(row.levering);
  const before = withNewBijlagen(waarneming, given, state);
  if (before !== undefined && row.part.isLijst) keepUnlisted(before, waarneming);
  if (before !== undefined && given) compareText(before, row, state);
  const fate = before === undefined ? add(waarneming, row, state) : meet(before, waarneming, row, given, state);
  if (!state.first.has(id)) state.first.set(id, row);
  state.tallies.count(row.levering, row.part.bestand, fate);
}

/**
 * The waarneming that is there under this id. Its bijlagen stay when it is delivered without them; without an id its content does
 * not change, and only files can come with it.
 */
function withNewBijlagen(waarneming: Waarneming, given: boolean, state: State): Waarneming | undefined {
  const before = state.byId.get(waarneming.id);
  if (!before?.bijlagen && !waarneming.bijlagen) return before;
  const delivered = waarneming.bijlagen;
  const bijlagen = joinBijlagen(before?.bijlagen, delivered);
  if (bijlagen) waarneming.bijlagen = bijlagen;
  if (given || !before || !delivered || canonicalJson(bijlagen) === canonicalJson(before.bijlagen ?? null)) return before;
  const { herkomst, ...itself } = before;
  const joined = { ...itself, ...(bijlagen && { bijlagen }), ...(herkomst && { herkomst }) };
  replace(joined, state);
  return joined;
}

/** What the list of a werkdossier does not show, is not gone from it. */
function keepUnlisted({ extra, alinea, codeurs }: Waarneming, waarneming: Waarneming): void {
  Object.assign(waarneming, { extra, alinea, codeurs });
}

function add(waarneming: Waarneming, row: Delivered, state: State): Fate {
  waarneming.herkomst = [placeOf(row)];
  replace(waarneming, state);
  state.fresh.add(waarneming.id);
  // It was counted when it came; that its file went, makes it no other one.
  if (state.lost.has(waarneming.id)) return 'ongewijzigd';
  state.added.push(row);
  return 'toegevoegd';
}

function meet(before: Waarneming, waarneming: Waarneming, row: WaarnemingPlace, given: boolean, state: State): Fate {
  const known = asDelivered(before, waarneming);
  const velden = differences(known, waarneming);
  // What makes the id of a row without one is its text without differences in white space.
  if (velden.length === 0 || (!given && contentId(known) === before.id)) return again(before, row, given, state);
  const refusal = mayChange(before, waarneming, row, given, velden, state);
  if (refusal) {
    state.diagnostics.push(state.refused.note(row, refusal));
    return 'afgewezen';
  }
  change(before, waarneming, row, state);
  state.gewijzigd.push({ id: waarneming.id, velden, at: atColumn(row, changedColumn(velden, waarneming)) });
  return 'gewijzigd';
}

/** Takes the delivered version; what was decided here about the waarneming stays. */
function change(before: Waarneming, waarneming: Waarneming, row: WaarnemingPlace, state: State): void {
  waarneming.herkomst = [placeOf(row)];
  if (asDelivered(before, waarneming) !== before) {
    waarneming.indicatoren = before.indicatoren;
    if (before.gecodeerd !== undefined) waarneming.gecodeerd = before.gecodeerd;
  }
  tellStanding(before, row, state);
  if (before.ingetrokken) waarneming.ingetrokken = before.ingetrokken;
  state.touched.add(before.bron);
  replace(waarneming, state);
  state.fresh.add(waarneming.id);
}

/** Says that a waarneming is back in its levering, or is withdrawn although it is delivered. */
function tellStanding(before: Waarneming, row: WaarnemingPlace, { terug, ingetrokken, first }: State): void {
  if (first.has(before.id)) return;
  if (isBack(before, row)) terug.push(before.id);
  if (before.ingetrokken) ingetrokken.push(before.id);
}

/** A list that tsd made of the werkdossier shows what vanished as well: that brings nothing back. */
function isBack(before: Waarneming, { part, levering }: WaarnemingPlace): boolean {
  return !part.isLijst && isMissingFrom(before, levering);
}

/**
 * The same content once more. Its places are counted per levering, or without an id per file of it: as often as it was met
 * before it is ongewijzigd, and once more often it is another place. A file that its levering is not delivered with this time may be
 * called otherwise now: its place is that of the same row in another file.
 */
function again(met: Waarneming, row: WaarnemingPlace, given: boolean, state: State): Fate {
  tellStanding(met, row, state);
  const before = isBack(met, row) ? foundAgain(met, row.levering) : met;
  if (before !== met) replace(before, state);
  const herkomst = before.herkomst ?? [];
  const here = herkomst.filter(({ levering }) => levering === row.levering);
  const own = given ? here : here.filter(({ bestand }) => bestand === row.part.bestand);
  const renamed = own.length > 0 ? [] : here.filter(({ bestand }) => !state.files.has(fileKey(row.levering, bestand)));
  const known = own.length > 0 ? own.length : renamed.length;
  const scope = scopeOf(before.id, row, given || renamed.length > 0);
  const times = (state.met.get(scope) ?? (state.fresh.has(before.id) ? known : 0)) + 1;
  state.met.set(scope, times);
  if (times <= known) return 'ongewijzigd';
  replace({ ...before, herkomst: [...herkomst, placeOf(row)] }, state);
  return 'samengevoegd';
}

function mayChange(
  before: Waarneming,
  waarneming: Waarneming,
  row: WaarnemingPlace,
  given: boolean,
  changes: readonly FieldChange[],
  state: State,
): Diagnostic | undefined {
  const first = state.first.get(before.id);
  const velden = changes.map(({ veld }) => veld);
  if (first || !given) return doubled(before, row, velden, first);
  const other = before.herkomst?.find(({ levering }) => levering !== row.levering);
  if (other) return fromOtherLevering(before, row, velden, other);
  if (before.tekst === waarneming.tekst) return undefined;
  if (before.bron !== waarneming.bron) return reused(before, row);
  if (state.vervang || state.isAanvulling(row.part.bestand) || isFrom(before, row)) return undefined;
  const column = changedColumn(changes, waarneming);
  return fromOtherFile(before, row, column === 'antwoord' ? column : 'tekst');
}

function isFrom({ herkomst = [] }: Waarneming, { part }: WaarnemingPlace): boolean {
  return part.uniqueIds === true || herkomst.some(({ bestand }) => bestand === part.bestand);
}

/** Keeps per file whether any text that was there before stayed the same. */
function compareText(before: Waarneming, { waarneming, ...row }: Delivered, { texts, first }: State): void {
  if (first.has(before.id) || row.part.uniqueIds) return;
  const key = `${row.levering}\n${row.part.bestand}`;
  const entry = texts.get(key) ?? { row, kept: 0, replaced: 0 };
  texts.set(key, entry);
  if (before.tekst === waarneming.tekst) entry.kept += 1;
  else entry.replaced += 1;
}

/** A corrected version leaves some text as it was; another form with the same name and ids, filled in by others, leaves none. */
function wholeReplacements({ texts, vervang, isAanvulling }: State): Diagnostic[] {
  if (vervang) return [];
  return [...texts.values()].flatMap(({ row, kept, replaced }) =>
    kept === 0 && replaced > 1 && !isAanvulling(row.part.bestand) ? allReplaced(row, replaced) : [],
  );
}

function replace(waarneming: Waarneming, state: State): void {
  state.byId.set(waarneming.id, waarneming);
  state.touched.add(waarneming.bron);
}

function fileKey(levering: string, bestand: string): string {
  return `${levering}\n${bestand}`;
}

function scopeOf(id: string, { levering, part }: WaarnemingPlace, given: boolean): string {
  return given ? `${id}\n${levering}` : `${id}\n${levering}\n${part.bestand}`;
}
