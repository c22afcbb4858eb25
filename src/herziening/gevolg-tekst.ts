import { groupBy } from '../source/order.ts';
import type { Gevolg, Lotgevallen, Toestand } from './gevolg.ts';

/** What a new version does to one onderzoek, or to the modules of a kader. */
export interface Gevolgen {
  /** What it is about: “onderzoek overgang-18-plus (volwassenen 1.0.0)”. */
  titel: string;
  gevolgen: Gevolg[];
}

const MORE: Readonly<Record<Gevolg['soort'], string>> = {
  criterium: 'criteria',
  indicator: 'indicatoren',
  item: 'vragen en andere items',
  bevinding: 'bevindingen',
  oordeel: 'oordelen',
  module: 'modules',
};

const TOUCHED: readonly Toestand[] = ['gebroken', 'te herzien'];

/** What a new version does, in plain text: how much stays as it is, and all that does not. */
export function gevolgenText({ titel, gevolgen }: Gevolgen, lot: Lotgevallen): string {
  const groups = [...groupBy(gevolgen, ({ soort }) => soort)];
  const lines = groups.flatMap(([soort, items]) => [
    `  ${MORE[soort as Gevolg['soort']]}: ${counts(items)}`,
    ...TOUCHED.flatMap((toestand) => items.filter((item) => item.toestand === toestand)).map((item) => `    ${line(item, lot)}`),
  ]);
  return `${[titel, ...(lines.length > 0 ? lines : ['  hier rust niets op dit kader'])].join('\n')}\n`;
}

function counts(items: readonly Gevolg[]): string {
  const states: readonly Toestand[] = ['ongewijzigd', ...TOUCHED.toReversed()];
  return states
    .map((toestand) => [items.filter((item) => item.toestand === toestand).length, toestand] as const)
    .filter(([count]) => count > 0)
    .map(([count, toestand]) => `${count} ${toestand}`)
    .join(', ');
}

function line({ ref, toestand, door }: Gevolg, lot: Lotgevallen): string {
  const own = door.length === 1 && door[0] === ref;
  const parts = door.map((part) => {
    const next = lot.get(part)?.opgevolgdDoor ?? [];
    return [...(own ? [] : [part]), ...(next.length > 0 ? [`→ ${next.join(', ')}`] : [])].join(' ');
  });
  const through = parts.filter((part) => part !== '').join('; ');
  return `${toestand}: ${ref}${through ? `${own ? ' ' : ', door '}${through}` : ''}`;
}
