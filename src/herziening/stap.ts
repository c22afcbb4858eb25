import type { OnderdeelSoort } from './onderdeel.ts';
import type { Stap, Verandering } from './verschil.ts';

/** The texts in which the meaning of a part lies: on these rest bevindingen and oordelen. */
const BETEKENIS: Readonly<Partial<Record<OnderdeelSoort, readonly string[]>>> = {
  kader: ['hoofdvraag'],
  thema: ['titel', 'toelichting'],
  criterium: ['tekst', 'toelichting'],
  indicator: ['tekst', 'toelichting'],
  aandachtspunt: ['tekst'],
  definitie: ['term', 'tekst'],
};

/** What decides which parts are chosen, or how they are read, without changing what they ask. */
const KEUZE = ['kenmerken', 'duiding', 'onderdeel_van', 'keuze', 'verplicht'];

/** What is kept about a kader and its parts, and is none of its content. */
const VERANTWOORDING = ['wijzigingen', 'voortgekomen_uit', 'vervallen', 'versie', 'status', 'geldigheid'];

/** Whether a text carries the meaning of what it stands in. */
export function isBetekenis(soort: OnderdeelSoort, veld: string): boolean {
  return BETEKENIS[soort]?.includes(veld) === true;
}

/** Which step a changed field asks for. */
export function stapOfField(soort: OnderdeelSoort, veld: string, aard: Verandering['aard']): Stap {
  if (isBetekenis(soort, veld)) return aard === 'redactioneel' ? 'patch' : 'major';
  if (soort === 'kader' && veld === 'soort') return 'major';
  if (VERANTWOORDING.includes(veld)) return 'geen';
  const isGround = soort === 'grondslag' || soort === 'uitgangspunt' || soort === 'module';
  return isGround || KEUZE.includes(veld) ? 'minor' : 'patch';
}

const REFERRED_TO: ReadonlySet<OnderdeelSoort> = new Set([
  'thema',
  'criterium',
  'indicator',
  'aandachtspunt',
  'definitie',
  'module',
]);

/** Which step it asks for when a part is there no longer, or under another id. */
export function stapOfLoss(soort: OnderdeelSoort): Stap {
  if (REFERRED_TO.has(soort)) return 'major';
  return soort === 'document' ? 'patch' : 'minor';
}

/** Which step a new part asks for. */
export function stapOfNew(soort: OnderdeelSoort): Stap {
  return soort === 'document' ? 'patch' : 'minor';
}

const ORDER: readonly Stap[] = ['geen', 'patch', 'minor', 'major'];

/** The largest step that any of the changes asks for. */
export function largestStap(veranderingen: readonly Pick<Verandering, 'stap'>[]): Stap {
  return veranderingen.reduce<Stap>((most, { stap }) => (ORDER.indexOf(stap) > ORDER.indexOf(most) ? stap : most), 'geen');
}

/** The versie after another one by a step; before 1.0.0 as well. */
export function versieAfter(versie: string, stap: Stap): string {
  const [major, minor, patch] = numbersOf(versie);
  if (stap === 'major') return `${major + 1}.0.0`;
  if (stap === 'minor') return `${major}.${minor + 1}.0`;
  return stap === 'patch' ? `${major}.${minor}.${patch + 1}` : versie;
}

/** Below 0 when `a` is the older versie, 0 when they are one. */
export function compareVersies(a: string, b: string): number {
  const [left, right] = [numbersOf(a), numbersOf(b)];
  const index = left.findIndex((value, at) => value !== right[at]);
  return index < 0 ? 0 : (left[index] ?? 0) - (right[index] ?? 0);
}

function numbersOf(versie: string): [number, number, number] {
  const [major = 0, minor = 0, patch = 0] = versie.split('.').map(Number);
  return [major, minor, patch];
}
