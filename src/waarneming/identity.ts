import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Herkomst, Waarneming } from '../schema/generated/types.ts';
import { canonicalJson, normaliseText, sha256 } from '../source/fingerprint.ts';
import { byText } from '../source/order.ts';
import { type At, atColumn, type WaarnemingPlace } from './delivered.ts';
import type { Delivered } from './intake.ts';
import { allReplaced, doubled, fromOtherFile, fromOtherLevering, reused } from './refusal.ts';
import type { Fate, TallyBook } from './tally.ts';

/** The fields that make up what a waarneming says; the rest is identity and origin. */
const CONTENT = [
  'bron',
  'gebied',
  'indicatoren',
  'item',
  'tekst',
  'strekking',
  'verklarende_factoren',
  'vertrouwelijk',
  'citeerbaar',
  'vastgelegd_door',
] as const satisfies readonly (keyof Waarneming)[];

/** What is compared besides: it makes no other waarneming, but it is told when it changes. */
const BESIDES = ['alinea', 'codeurs', 'bijlagen'] as const satisfies readonly (keyof Waarneming)[];

/** How delivered waarnemingen are joined; `vervang`: a text may be replaced by one from a file that it did not come from. */
export interface JoinOptions {
  vervang?: boolean | undefined;
}

/** The waarnemingen after a levering, with what changed. */
export interface Joined {
  waarnemingen: Waarneming[];
  /** The bronnen whose waarnemingen changed in any way. */
  touched: Set<string>;
  gewijzigd: { id: string; velden: string[]; at: At }[];
  /** Per levering the ids that it held before and holds no more. */
  verdwenen: Map<string, string[]>;
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
  { vervang = false }: JoinOptions = {},
): Joined {
  const state = createState(existing, tallies, vervang);
  for (const item of delivered) takeIn(item, state);
  return {
    waarnemingen: [...state.byId.values()],
    touched: state.touched,
    gewijzigd: state.gewijzigd,
    verdwenen: vanished(existing, state),
    diagnostics: [...state.diagnostics, ...wholeReplacements(state)],
  };
}

interface State extends Pick<Joined, 'touched' | 'gewijzigd' | 'diagnostics'> {
  byId: Map<string, Waarneming>;
  /** How often an id was met again in this run, by the scope in which its places count. */
  met: Map<string, number>;
  /** Ids whose content is of this run: every place they name was met in it. */
  fresh: Set<string>;
  /** The row at which an id was first met in this run. */
  first: Map<string, WaarnemingPlace>;
  leveringen: Map<string, Set<string>>;
  tallies: TallyBook;
  vervang: boolean;
  /** Per file of a levering how many texts that were there before it kept, and how many it replaces. */
  texts: Map<string, { row: WaarnemingPlace; kept: number; replaced: number }>;
}

function createState(existing: readonly Waarneming[], tallies: TallyBook, vervang: boolean): State {
  return {
    byId: new Map(existing.map((waarneming) => [waarneming.id, waarneming])),
    met: new Map(),
    fresh: new Set(),
    first: new Map(),
    leveringen: new Map(),
    touched: new Set(),
    gewijzigd: [],
    diagnostics: [],
    tallies,
    vervang,
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
  const before = state.byId.get(id);
  if (before !== undefined && given) compareText(before, row, state);
  const fate = before === undefined ? add(waarneming, row, state) : meet(before, waarneming, row, given, state);
  if (!state.first.has(id)) state.first.set(id, row);
  state.tallies.count(row.levering, row.part.bestand, fate);
}

function add(waarneming: Waarneming, row: WaarnemingPlace, state: State): Fate {
  waarneming.herkomst = [placeOf(row)];
  replace(waarneming, state);
  state.fresh.add(waarneming.id);
  return 'toegevoegd';
}

function meet(before: Waarneming, waarneming: Waarneming, row: WaarnemingPlace, given: boolean, state: State): Fate {
  const velden = differences(before, waarneming);
  // What makes the id of a row without one is its text without differences in white space.
  if (velden.length === 0 || (!given && contentId(before) === before.id)) return again(before, row, given, state);
  const refusal = mayChange(before, waarneming, row, given, velden, state);
  if (refusal) {
    state.diagnostics.push(refusal);
    return 'afgewezen';
  }
  waarneming.herkomst = [placeOf(row)];
  state.touched.add(before.bron);
  replace(waarneming, state);
  state.fresh.add(waarneming.id);
  state.gewijzigd.push({ id: waarneming.id, velden, at: atColumn(row) });
  return 'gewijzigd';
}

/**
 * The same content once more. Its places are counted per levering, or without an id per file of it: as often as it was met
 * before it is ongewijzigd, and once more often it is another place.
 */
function again(before: Waarneming, row: WaarnemingPlace, given: boolean, state: State): Fate {
  const herkomst = before.herkomst ?? [];
  const known = herkomst.filter(
    ({ levering, bestand }) => levering === row.levering && (given || bestand === row.part.bestand),
  ).length;
  const scope = scopeOf(before.id, row, given);
  const met = (state.met.get(scope) ?? (state.fresh.has(before.id) ? known : 0)) + 1;
  state.met.set(scope, met);
  if (met <= known) return 'ongewijzigd';
  replace({ ...before, herkomst: [...herkomst, placeOf(row)] }, state);
  return 'samengevoegd';
}

function mayChange(
  before: Waarneming,
  waarneming: Waarneming,
  row: WaarnemingPlace,
  given: boolean,
  velden: readonly string[],
  state: State,
): Diagnostic | undefined {
  const first = state.first.get(before.id);
  if (first || !given) return doubled(before, row, velden, first);
  const other = before.herkomst?.find(({ levering }) => levering !== row.levering);
  if (other) return fromOtherLevering(before, row, velden, other);
  if (before.tekst === waarneming.tekst) return undefined;
  if (before.bron !== waarneming.bron) return reused(before, row);
  return state.vervang || isFrom(before, row) ? undefined : fromOtherFile(before, row);
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
function wholeReplacements({ texts, vervang }: State): Diagnostic[] {
  if (vervang) return [];
  return [...texts.values()].flatMap(({ row, kept, replaced }) => (kept === 0 && replaced > 1 ? allReplaced(row, replaced) : []));
}

function replace(waarneming: Waarneming, state: State): void {
  state.byId.set(waarneming.id, waarneming);
  state.touched.add(waarneming.bron);
}

/** Of 48 bits: two different contents with one id are met as a change of an id, which is refused. */
function contentId(waarneming: Waarneming): string {
  const content = CONTENT.map((field) => {
    const value = waarneming[field];
    if (Array.isArray(value)) return [...value].sort(byText);
    return field === 'tekst' ? normaliseText(waarneming.tekst) : (value ?? null);
  });
  return `w-${sha256(JSON.stringify(content)).slice(0, 12)}`;
}

function differences(before: Waarneming, after: Waarneming): string[] {
  const content = CONTENT.filter((field) => !same(before[field], after[field])).map((field) => field.replaceAll('_', ' '));
  return [
    ...content,
    ...BESIDES.filter(
      (field) => before[field] !== after[field] && canonicalJson(before[field] ?? null) !== canonicalJson(after[field] ?? null),
    ),
  ];
}

function same(a: string | readonly string[] | undefined, b: string | readonly string[] | undefined): boolean {
  if (a === b) return true;
  return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((value) => b.includes(value));
}

function vanished(existing: readonly Waarneming[], { leveringen }: State): Map<string, string[]> {
  const gone = new Map<string, string[]>();
  for (const { id, herkomst = [] } of existing) {
    for (const levering of new Set(herkomst.map((place) => place.levering))) {
      const met = leveringen.get(levering);
      if (!met || met.has(id)) continue;
      const ids = gone.get(levering) ?? [];
      ids.push(id);
      gone.set(levering, ids);
    }
  }
  return gone;
}

function scopeOf(id: string, { levering, part }: WaarnemingPlace, given: boolean): string {
  return given ? `${id}\n${levering}` : `${id}\n${levering}\n${part.bestand}`;
}

function placeOf({ levering, part, row }: WaarnemingPlace): Herkomst {
  return { levering, bestand: part.bestand, plaats: part.plaats(row) };
}
