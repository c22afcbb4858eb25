import { type Diagnostic, error, hasErrors, type Result, warning } from '../diagnostics/diagnostic.ts';
import type { Dossier } from '../onderzoek/dossier.ts';
import type { Bevinding, Telling } from '../schema/generated/types.ts';
import { type Delivered, type Delivery, recordPrint } from './delivered.ts';
import { type Known, resolveDelivered, suggestWaarneming } from './resolve.ts';

/** A bevinding that is to be written, in which gebied, and what stood there before. */
export interface Taken {
  gebied: string;
  bevinding: Bevinding;
  before?: Bevinding;
}

/** What reading in deliveries comes to. */
export interface Merged {
  taken: Taken[];
  telling: Telling;
}

interface Existing {
  gebied: string;
  bevinding: Bevinding;
  file: string;
  pointer: string;
}

interface Resolved {
  delivered: Delivered;
  bevinding: Bevinding;
}

/**
 * Sets deliveries beside what is recorded already. A bevinding that nobody touched since its draft stays as it is now; one that
 * was changed on both sides is an error, unless `replace` says that the delivery wins. All or nothing: with one error
 * nothing is taken, and the telling says so.
 */
export function mergeBevindingen(
  dossier: Dossier,
  deliveries: readonly Delivery[],
  known: Known,
  replace = false,
): Result<Merged> {
  const existing = existingById(dossier);
  const diagnostics = deliveries.flatMap((delivery) => vanished(delivery, existing));
  const suggest = suggestWaarneming(known);
  const seen = new Map<string, Resolved>();
  const taken: Taken[] = [];
  const afgewezen = deliveries.reduce((sum, delivery) => sum + (delivery.afgewezen ?? 0), 0);
  const niet_verwerkt = deliveries.reduce((sum, delivery) => sum + (delivery.overgeslagen ?? 0), 0);
  const none = { toegevoegd: 0, gewijzigd: 0, ongewijzigd: 0, samengevoegd: 0 };
  const telling = { gelezen: afgewezen + niet_verwerkt, ...none, afgewezen, niet_verwerkt };
  const all = deliveries
    .flatMap(({ items }) => items)
    .map((delivered) => ({
      delivered,
      ...resolveDelivered(delivered, known, suggest),
    }));
  const touched = new Set(all.filter((item) => !isUntouched(item)).map(({ value }) => value.id));
  for (const { delivered, value: bevinding, diagnostics: problems } of all) {
    const resolved = { delivered, bevinding };
    // Of two copies of one draft, the one in which somebody wrote counts.
    if (touched.has(bevinding.id) && isUntouched({ delivered, value: bevinding })) {
      telling.gelezen++;
      telling.ongewijzigd++;
      continue;
    }
    const before = existing.get(bevinding.id);
    const judged = judge(resolved, seen.get(bevinding.id), before, replace);
    const outcome = problems.length > 0 ? 'afgewezen' : judged.value;
    if (!seen.has(bevinding.id)) seen.set(bevinding.id, resolved);
    telling.gelezen++;
    telling[outcome]++;
    diagnostics.push(...problems, ...judged.diagnostics);
    if (outcome === 'toegevoegd' || outcome === 'gewijzigd')
      taken.push({ gebied: delivered.gebied, bevinding, ...(before ? { before: before.bevinding } : {}) });
  }
  return { value: telling.afgewezen > 0 ? nothingTaken(telling) : { taken, telling }, diagnostics };
}

function isUntouched({ delivered, value }: { delivered: Delivered; value: Bevinding }): boolean {
  return delivered.basis === recordPrint(value);
}

type Outcome = 'toegevoegd' | 'gewijzigd' | 'ongewijzigd' | 'samengevoegd' | 'afgewezen';

function judge(resolved: Resolved, first: Resolved | undefined, before: Existing | undefined, replace: boolean): Result<Outcome> {
  const diagnostics = first ? repeated(first, resolved) : refused(resolved, before, replace);
  if (hasErrors(diagnostics)) return { value: 'afgewezen', diagnostics };
  return { value: first ? 'samengevoegd' : outcomeOf(resolved, before), diagnostics };
}

/** The fields in which two versions of a bevinding differ. */
export function changedFields(before: Bevinding, after: Bevinding): (keyof Bevinding)[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])] as (keyof Bevinding)[];
  return keys.filter((key) => key !== 'vingerafdrukken' && JSON.stringify(before[key]) !== JSON.stringify(after[key]));
}

function existingById(dossier: Dossier): Map<string, Existing> {
  const all = dossier.bevindingen.flatMap(({ file, value }) =>
    value.bevindingen.map((bevinding, index): [string, Existing] => [
      bevinding.id,
      { gebied: value.gebied, bevinding, file, pointer: `/bevindingen/${index}` },
    ]),
  );
  return new Map(all);
}

function outcomeOf({ delivered, bevinding }: Resolved, before: Existing | undefined): 'toegevoegd' | 'gewijzigd' | 'ongewijzigd' {
  const print = recordPrint(bevinding);
  if (!before) return print === delivered.basis ? 'ongewijzigd' : 'toegevoegd';
  return print === recordPrint(before.bevinding) || print === delivered.basis ? 'ongewijzigd' : 'gewijzigd';
}

function refused({ delivered, bevinding }: Resolved, before: Existing | undefined, replace: boolean): Diagnostic[] {
  const { place, basis } = delivered;
  if (!before) return goneSince(delivered, recordPrint(bevinding), replace);
  const related = [{ message: 'hier staat zij nu', file: before.file, pointer: before.pointer }];
  const rename = 'geef de nieuwe bevinding een eigen id; een id wordt nooit opnieuw gebruikt';
  if (before.gebied !== delivered.gebied) {
    const message = `bevinding '${bevinding.id}' hoort al bij ${before.gebied}`;
    return [error('bevinding/id-in-ander-gebied', message, { ...place('id'), related, help: rename })];
  }
  if (outcomeOf({ delivered, bevinding }, before) === 'ongewijzigd') return [];
  const { ingetrokken } = before.bevinding;
  if (ingetrokken) {
    const message = `bevinding '${bevinding.id}' is ingetrokken op ${ingetrokken.datum} (${ingetrokken.reden})`;
    const help = `haal haar hier weg, of laat haar weer meetellen met tsd bevindingen withdraw <onderzoek> ${bevinding.id} --ongedaan`;
    return [error('bevinding/ingetrokken', message, { ...place('id'), related, help })];
  }
  const shared = bevinding.indicatoren.some((ref) => before.bevinding.indicatoren.includes(ref));
  if (!shared && bevinding.tekst !== before.bevinding.tekst) {
    const message = `id '${bevinding.id}' hoort bij een andere bevinding, over ${before.bevinding.indicatoren.join(', ')}`;
    return [error('bevinding/id-andere-betekenis', message, { ...place('id'), related, help: rename })];
  }
  // An id that this draft gave out first can have come from nowhere else: the same sentence, further worked out.
  const own = basis === null && bevinding.tekst === before.bevinding.tekst;
  if (replace || own || basis === undefined || basis === recordPrint(before.bevinding)) return [];
  const message =
    basis === null
      ? `bevinding '${bevinding.id}' bestaat inmiddels, met een andere inhoud`
      : `bevinding '${bevinding.id}' is sinds het concept op twee plaatsen veranderd`;
  const help =
    basis === null
      ? 'is dit een verbetering van wat eerder uit dit bestand kwam, lees het dan in met --vervang; is het een andere, geef haar een eigen id'
      : 'maak een nieuw concept, of neem met --vervang over wat hier staat';
  return [error('bevinding/botsing', message, { ...place(), related, help })];
}

/** A bevinding of the draft that was taken out of the file since: it does not come back unseen. */
function goneSince({ basis, bevinding: { id }, place }: Delivered, print: string, replace: boolean): Diagnostic[] {
  if (typeof basis !== 'string' || replace) return [];
  const message = `bevinding '${id}' stond in dit concept, en is intussen uit het onderzoek gehaald`;
  if (basis === print)
    return [
      warning('bevinding/weggehaald', `${message}; zij blijft weg`, { ...place('id'), help: 'met --vervang komt zij terug' }),
    ];
  const help = 'maak een nieuw concept, of laat haar met --vervang terugkomen zoals zij hier staat';
  return [error('bevinding/botsing', message, { ...place('id'), help })];
}

function repeated(first: Resolved, again: Resolved): Diagnostic[] {
  if (recordPrint(first.bevinding) === recordPrint(again.bevinding) && first.delivered.gebied === again.delivered.gebied)
    return [];
  const related = [{ message: 'eerste keer', ...first.delivered.place('id') }];
  const message = `id '${again.bevinding.id}' staat er twee keer, met een andere inhoud`;
  return [
    error('bevinding/dubbele-id', message, {
      ...again.delivered.place('id'),
      related,
      help: 'geef een van beide een eigen id, of haal er een weg',
    }),
  ];
}

function vanished({ file, items, drafted }: Delivery, existing: Map<string, Existing>): Diagnostic[] {
  const present = new Set(items.map(({ bevinding }) => bevinding.id));
  return drafted
    .filter((id) => !present.has(id) && existing.has(id))
    .map((id) =>
      warning('bevinding/verdwenen', `bevinding '${id}' staat niet meer in dit bestand; zij blijft staan`, {
        file,
        help: `moet zij weg, trek haar dan in met tsd bevindingen withdraw <onderzoek> ${id} --reden "<waarom>"`,
      }),
    );
}

/** The outcome when an error elsewhere keeps everything out: what was good has not been taken. */
export function nothingTaken({ gelezen, afgewezen }: Telling): Merged {
  const none = { toegevoegd: 0, gewijzigd: 0, ongewijzigd: 0, samengevoegd: 0 };
  return { taken: [], telling: { gelezen, ...none, afgewezen, niet_verwerkt: gelezen - afgewezen } };
}
