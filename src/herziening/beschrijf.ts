import { largestStap, versieAfter } from './stap.ts';
import type { Verandering, Verschil, Voorstel, Wat } from './verschil.ts';
import type { Woorddeel } from './woorden.ts';

/** A change in words, for any form of the difference. */
export interface Beschrijving {
  /** Which part, and what of it: “indicator toegang/weten-waar, tekst”. */
  kop: string;
  /** What the part is called or says; empty where the rest says it. */
  naam: string;
  woorden?: Woorddeel[];
  /** Of what is no text: before and after. */
  was?: string;
  nu?: string;
  /** What its authors say of it. */
  toelichting?: string;
}

/** The headings of a difference, in the order in which it is told. */
const KOPPEN: Readonly<Record<Wat, string>> = {
  ingetrokken: 'Ingetrokken',
  hernoemd: 'Andere id',
  gesplitst: 'Gesplitst',
  samengevoegd: 'Samengevoegd',
  toegevoegd: 'Toegevoegd',
  verplaatst: 'Verplaatst',
  herschikt: 'Andere volgorde',
  gewijzigd: 'Andere tekst of gegevens',
};

/** Which kader it is about, from which versie to which. */
export function titelOf({ id, versie }: Verschil): string {
  return `${id.oud === id.nieuw ? id.nieuw : `${id.oud} → ${id.nieuw}`}, versie ${versie.oud} → ${versie.nieuw}`;
}

const STAPPEN = {
  major: 'een nieuw eerste getal',
  minor: 'een nieuw middelste getal',
  patch: 'een nieuw laatste getal',
} as const;

/** Which versie the changes ask for; nothing when they ask for none. */
export function gevraagdeVersie({ versie, veranderingen }: Verschil): string {
  const stap = largestStap(veranderingen);
  if (stap === 'geen') return '';
  const count = veranderingen.filter((item) => item.stap === stap).length;
  return `deze veranderingen vragen om versie ${versieAfter(versie.oud, stap)} of hoger (${STAPPEN[stap]}, door ${count} ervan)`;
}

/** What stands in the file to account for the other changes, and is told with those. */
const ACCOUNTS = ['wijzigingen', 'voortgekomen_uit', 'vervallen'];

/** The changes that a reader is told, each under its heading. */
export function groepen({ veranderingen }: Verschil): { kop: string; items: Beschrijving[] }[] {
  const told = veranderingen.filter(({ veld }) => veld === undefined || !ACCOUNTS.includes(veld));
  return (Object.keys(KOPPEN) as Wat[]).flatMap((wat) => {
    const items = told.filter((item) => item.wat === wat).map(beschrijf);
    return items.length === 0 ? [] : [{ kop: KOPPEN[wat], items }];
  });
}

/** One change in words. */
function beschrijf(item: Verandering): Beschrijving {
  const isShown = item.wat !== 'gewijzigd';
  return {
    kop: kopOf(item),
    naam: isShown ? item.naam : '',
    ...(item.wat === 'gewijzigd' ? valuesOf(item) : {}),
    ...(toelichtingOf(item) ? { toelichting: toelichtingOf(item) } : {}),
  };
}

function kopOf({ wat, soort, van, naar, veld, onder, volgorde = 0 }: Verandering): string {
  const here = [soort, naar[0] ?? van[0] ?? ''].join(' ').trim();
  switch (wat) {
    case 'hernoemd':
    case 'gesplitst':
    case 'samengevoegd':
      return `${soort} ${van.join(', ')} → ${naar.join(', ')}`;
    case 'verplaatst':
      return `${here}: van ${onder?.oud || 'het kader zelf'} naar ${onder?.nieuw || 'het kader zelf'}`;
    case 'herschikt':
      return `${here}: staat nu als nummer ${volgorde + 1} in zijn rij`;
    case 'gewijzigd':
      return `${here}, ${(veld ?? '').replaceAll('_', ' ')}`;
    default:
      return here;
  }
}

function valuesOf({ woorden, oud, nieuw }: Verandering): Pick<Beschrijving, 'woorden' | 'was' | 'nu'> {
  if (woorden) return { woorden };
  return {
    ...(oud === null || oud === undefined ? {} : { was: valueText(oud) }),
    ...(nieuw === null || nieuw === undefined ? {} : { nu: valueText(nieuw) }),
  };
}

/** A value that is no text, on one line. */
function valueText(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? 'niets' : value.map(valueText).join('; ');
  if (typeof value !== 'object' || value === null) return value === true ? 'ja' : value === false ? 'nee' : String(value);
  return Object.entries(value)
    .map(
      ([name, item]) => `${name.replaceAll('_', ' ')}: ${Array.isArray(item) ? item.map(valueText).join(', ') : valueText(item)}`,
    )
    .join(', ');
}

function toelichtingOf({ aard, reden }: Verandering): string {
  if (aard === 'niet gezegd') return 'telt als inhoudelijk: onder wijzigingen staat niet dat het redactioneel is';
  return [aard, reden].filter((part) => part !== undefined).join(': ');
}

/** A proposal in words, with what its author can do to confirm it. */
export function beschrijfVoorstel({ wat, soort, van, naar, gelijk }: Voorstel): { kop: string; grond: string; doe: string } {
  const share = `${Math.round(gelijk * 100)} % van de langere woorden is gelijk`;
  const doe =
    wat === 'samengevoegd' || van.length > 1
      ? `zet bij ${naar[0]}: voortgekomen_uit: [${van.join(', ')}]`
      : naar.map((ref) => `zet bij ${ref}: voortgekomen_uit: [${van.join(', ')}]`).join('; ');
  return { kop: `${soort} ${van.join(', ')} → ${naar.join(', ')}: ${wat}?`, grond: share, doe };
}
