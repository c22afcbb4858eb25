import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Bestand, Dossier } from '../onderzoek/dossier.ts';
import type { Verbeterpunt } from '../schema/generated/types.ts';
import { type Chain, wholeRef } from './chain.ts';
import { beside } from './checks/context.ts';

/** A verbeterpunt concerns a gebied when it rests on something of it, or when a partij of it alone is to act. */
export function concernsGebied(punt: Verbeterpunt, gebied: string, { onderzoek }: Dossier, chain: Chain): boolean {
  const areas = punt.rust_op.flatMap((ref) => chain.nodes.get(wholeRef(chain, ref))?.gebied ?? []);
  if (areas.length > 0) return areas.includes(gebied);
  const partijen = onderzoek.value.partijen ?? [];
  return partijen.some(({ id, gebieden }) => punt.gericht_aan.includes(id) && gebieden.includes(gebied));
}

/**
 * Whether what is wrong is in something that local reports on these gebieden print: what was written about another gebied, over
 * all of them together, or to improve elsewhere, is not in them.
 */
export function scopeOf(gebieden: readonly string[], dossier: Dossier, chain: Chain): (problem: Diagnostic) => boolean {
  const files = new Set(filesElsewhere(gebieden, dossier));
  const { verbeterpunten } = dossier;
  return ({ file = '', pointer = '' }) => {
    if (file !== verbeterpunten?.file) return !files.has(file);
    const punt = verbeterpunten.value.verbeterpunten[Number(/^\/verbeterpunten\/(\d+)/.exec(pointer)?.[1] ?? -1)];
    return !punt || gebieden.some((gebied) => concernsGebied(punt, gebied, dossier, chain));
  };
}

function filesElsewhere(gebieden: readonly string[], dossier: Dossier): string[] {
  const { bevindingen, oordelen, overkoepelend, onderzoek, teksten } = dossier;
  const perGebied: Bestand<{ gebied: string }>[] = [...bevindingen, ...oordelen];
  const others = perGebied.filter(({ value }) => !gebieden.includes(value.gebied));
  const away = onderzoek.value.gebieden.flatMap(({ id }) => (gebieden.includes(id) ? [] : TEKSTEN_LOKAAL.map(named(id))));
  return [
    ...[...others, ...(overkoepelend ? [overkoepelend] : [])].map(({ file }) => file),
    ...[...teksten.keys()]
      .filter((name) => away.includes(name) || TEKSTEN_OVER_ALLE.includes(name))
      .map((name) => beside(dossier, `teksten/${name}.md`)),
  ];
}

/** The texts in `teksten/` that a report on a gebied prints, after the id of the gebied; and those of the report on all of them. */
const TEKSTEN_LOKAAL = ['samenvatting', 'context'];
const TEKSTEN_OVER_ALLE = ['samenvatting', 'beschouwing'];

function named(gebied: string): (soort: string) => string {
  return (soort) => `${gebied}-${soort}`;
}

/** The names, without extension, of the texts that the reports of an onderzoek print. */
export function printedTeksten({ onderzoek }: Dossier): string[] {
  return [...TEKSTEN_OVER_ALLE, ...onderzoek.value.gebieden.flatMap(({ id }) => TEKSTEN_LOKAAL.map(named(id)))];
}
