import type { FormWaarneming } from '../formulier/exchange.ts';
import type { FormIndicator, FormInstrument, FormItem } from '../formulier/model.ts';
import type { BronInhoud } from '../schema/generated/types.ts';
import type { App } from './app.ts';
import { gebiedenOf } from './names.ts';

/** The waarnemingen that the filters let through, by where they belong. */
export interface Overview {
  byIndicator: ReadonlyMap<string, readonly FormWaarneming[]>;
  byItem: ReadonlyMap<string, readonly FormWaarneming[]>;
  uncoded: readonly FormWaarneming[];
  withoutItem: readonly FormWaarneming[];
}

/** Goes over all waarnemingen once. */
export function overviewOf(app: App): Overview {
  const byIndicator = new Map<string, FormWaarneming[]>();
  const byItem = new Map<string, FormWaarneming[]>();
  const uncoded: FormWaarneming[] = [];
  const withoutItem: FormWaarneming[] = [];
  for (const item of shownWaarnemingen(app)) {
    const { indicatoren = [], item: vraag } = item.inhoud ?? {};
    for (const ref of indicatoren) push(byIndicator, ref, item);
    if (indicatoren.length === 0) uncoded.push(item);
    if (vraag) push(byItem, vraag, item);
    else withoutItem.push(item);
  }
  return { byIndicator, byItem, uncoded, withoutItem };
}

/** The waarnemingen of the chosen bron, gebied and respondenttype. */
export function shownWaarnemingen({ notebook, place }: App): FormWaarneming[] {
  const only = place.alleenBron === 'ja' ? place.bron : '';
  return [...notebook.waarnemingen.values()].filter((item) => {
    if (!item.inhoud) return false;
    const bron = notebook.bronnen.get(item.inhoud.bron ?? '')?.inhoud;
    if (only !== '' && item.inhoud.bron !== only) return false;
    return fits(bron, gebiedenOf(item, bron), place);
  });
}

/** Whether something of these gebieden and from this bron passes the filters. */
export function fits(
  bron: BronInhoud | undefined,
  gebieden: readonly string[],
  { gebied, respondenttype }: { gebied: string; respondenttype: string },
): boolean {
  return (gebied === '' || gebieden.includes(gebied)) && (respondenttype === '' || bron?.respondenttype === respondenttype);
}

/** The instruments for the chosen respondenttype, or else for that of the bron that is being recorded from. */
export function instrumentenFor({ model, place, notebook }: App): FormInstrument[] {
  const wie = place.respondenttype || notebook.bronnen.get(place.bron)?.inhoud?.respondenttype;
  return model.instrumenten.filter(({ respondenttypen }) => !wie || respondenttypen.includes(wie));
}

/** The items of those instruments, by indicator. */
export function itemsByIndicator(app: App): Map<string, FormItem[]> {
  const found = new Map<string, FormItem[]>();
  for (const { items } of instrumentenFor(app))
    for (const item of items) for (const ref of item.indicatoren) push(found, ref, item);
  return found;
}

/** Whether the chosen respondenttype is asked about an indicator, or nobody in particular is. */
export function askedAbout(
  { model, place }: App,
  items: ReadonlyMap<string, readonly FormItem[]>,
): (i: FormIndicator) => boolean {
  const { respondenttype } = place;
  const someone = new Set(model.instrumenten.flatMap((instrument) => instrument.items.flatMap((item) => item.indicatoren)));
  return ({ ref, aanWie }) =>
    respondenttype === '' || items.has(ref) || aanWie.includes(respondenttype) || (aanWie.length === 0 && !someone.has(ref));
}

function push<T>(map: Map<string, T[]>, key: string, item: T): void {
  const list = map.get(key);
  if (list) list.push(item);
  else map.set(key, [item]);
}
