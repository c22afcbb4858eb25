import type { Keuze, ToetsingskaderBestand } from '../schema/generated/types.ts';
import { countOf } from '../source/count.ts';
import { canonicalJson } from '../source/fingerprint.ts';
import type { Keuzeruimte } from './space.ts';

/** What a change of a toetsingskader comes to, in Dutch lines; none when nothing changes. */
export function describeDifference(
  before: ToetsingskaderBestand | undefined,
  after: ToetsingskaderBestand,
  ruimte: Keuzeruimte,
): string[] {
  const old = refsOf(before);
  const fresh = refsOf(after);
  const added = topmost([...fresh.keys()].filter((ref) => !old.has(ref)));
  const removed = topmost([...old.keys()].filter((ref) => !fresh.has(ref)));
  const changed = [...fresh].filter(([ref, text]) => old.has(ref) && old.get(ref) !== text).map(([ref]) => ref);
  const reasons = reasonsOf(after);
  const oldReasons = reasonsOf(before);
  const otherwise = before ? [...reasons.keys()].filter((ref) => !old.has(ref) && oldReasons.get(ref) !== reasons.get(ref)) : [];
  const name = nameIn(ruimte, [...fresh.keys(), ...old.keys()]);
  const because = (ref: string) => (reasons.get(ref) ? `: ${reasons.get(ref)}` : '');
  return [
    ...kaderLines(before, after),
    ...recipeLines(before?.keuze, after.keuze),
    ...added.map((ref) => `  + ${name(ref)}`),
    ...removed.map((ref) => `  - ${name(ref)}${because(ref)}`),
    ...changed.map((ref) => `  ~ ${name(ref)}: wat erbij geschreven is, verandert`),
    ...topmost(otherwise).map(
      (ref) => `  ~ ${name(ref)}: reden van weglaten ${reasons.get(ref) ? `wordt${because(ref)}` : 'vervalt'}`,
    ),
  ];
}

/** Without the indicatoren of a criterium that is named itself. */
function topmost(refs: readonly string[]): string[] {
  const all = new Set(refs);
  return refs.filter((ref) => !all.has(ref.slice(0, ref.lastIndexOf('/'))));
}

/** How much was chosen and left out: “10 criteria met 29 indicatoren gekozen, 2 criteria en 18 indicatoren weggelaten”. */
export function countChoice(
  { criteria, weggelaten }: Pick<ToetsingskaderBestand, 'criteria' | 'weggelaten'>,
  ruimte: Keuzeruimte,
): string {
  const indicatoren = criteria.reduce((sum, criterium) => sum + criterium.indicatoren.length, 0);
  const out = new Set(weggelaten.map(({ ref }) => ref));
  const outCriteria = ruimte.criteria.filter(({ ref }) => out.has(ref)).length;
  const outIndicatoren = ruimte.criteria.flatMap((criterium) => criterium.indicatoren).filter(({ ref }) => out.has(ref)).length;
  const words = (c: number, i: number, join: string) =>
    `${countOf(c, 'criterium', 'criteria')} ${join} ${countOf(i, 'indicator', 'indicatoren')}`;
  return `${words(criteria.length, indicatoren, 'met')} gekozen, ${words(outCriteria, outIndicatoren, 'en')} weggelaten`;
}

function nameIn({ criteria }: Keuzeruimte, chosen: readonly string[]): (ref: string) => string {
  const names = new Map<string, string>();
  for (const { ref, nummer, titel, indicatoren } of criteria) {
    const count = indicatoren.filter((indicator) => chosen.includes(indicator.ref)).length;
    const part = count > 0 && count < indicatoren.length ? ` (${count} van ${indicatoren.length} indicatoren)` : '';
    names.set(ref, `criterium ${nummer} ${titel}${part}`);
    for (const indicator of indicatoren) names.set(indicator.ref, `indicator ${indicator.nummer} ${indicator.kort}`);
  }
  return (ref) => `${names.get(ref) ?? 'niet meer in het kader'} [${ref}]`;
}

/** Everything chosen, with all that is written with it. */
function refsOf(toetsingskader: ToetsingskaderBestand | undefined): Map<string, string> {
  const items = (toetsingskader?.criteria ?? []).flatMap(({ indicatoren, ...criterium }) => [criterium, ...indicatoren]);
  return new Map(items.map((item) => [item.ref, canonicalJson(item)]));
}

function reasonsOf(toetsingskader: ToetsingskaderBestand | undefined): Map<string, string | undefined> {
  return new Map((toetsingskader?.weggelaten ?? []).map(({ ref, reden }) => [ref, reden]));
}

function kaderLines(before: ToetsingskaderBestand | undefined, after: ToetsingskaderBestand): string[] {
  const pin = ({ kaders }: ToetsingskaderBestand) =>
    kaders.map(({ id, versie, vingerafdruk }) => `${id}@${versie} ${vingerafdruk}`);
  const old = before ? pin(before) : [];
  const fresh = pin(after);
  const shown = (text: string) => text.split(' ')[0];
  return [
    ...fresh.filter((text) => !old.includes(text)).map((text) => `+ kopie van kader ${shown(text)}`),
    ...old.filter((text) => !fresh.includes(text)).map((text) => `- kopie van kader ${shown(text)}`),
  ];
}

function recipeLines(before: Keuze | undefined, after: Keuze): string[] {
  const lines = (keuze: Keuze | undefined) => [
    ...(keuze?.met ?? []).map(({ soort, ref, motivering }) => `keuze: ${soort} ${ref}${motivering ? ` (${motivering})` : ''}`),
    ...(keuze?.zonder ?? []).map(({ soort, ref, reden }) => `zonder: ${soort ? `${soort} ` : ''}${ref} (${reden})`),
    ...(keuze?.eigen ?? []).map(({ id, tekst }) => `eigen criterium: eigen/${id} ${tekst}`),
  ];
  const [old, fresh] = [lines(before), lines(after)];
  return [
    ...fresh.filter((line) => !old.includes(line)).map((line) => `+ ${line}`),
    ...old.filter((line) => !fresh.includes(line)).map((line) => `- ${line}`),
  ];
}
