import type { Dossier } from '../../onderzoek/dossier.ts';
import type { ToetsCriterium } from '../../onderzoek/toetsing.ts';

/** The name of the kader that a reference is in, where a reader must be told: absent when only one kader takes part. */
export type KaderName = (ref: string) => string | undefined;

/** Makes the names of the kaders that criteria were chosen from. Two with one title are told apart by their id. */
export function kaderNames(criteria: readonly ToetsCriterium[], { kaders }: Pick<Dossier, 'kaders'>): KaderName {
  const ids = new Set(criteria.flatMap(({ kader }) => kader?.id ?? []));
  if (ids.size < 2) return () => undefined;
  const taking = kaders.filter(({ id }) => ids.has(id));
  const isShared = (titel: string) => taking.filter(({ bron }) => bron.titel === titel).length > 1;
  const names = new Map(taking.map(({ id, bron: { titel } }) => [id, isShared(titel) ? `${titel} (${id})` : titel]));
  return (ref) => names.get(ref.split('/')[0] ?? '');
}

/** A title with the kader that it is from, where a reader must be told. */
export function withKader(titel: string, ref: string, kaderVan: KaderName): string {
  const kader = kaderVan(ref);
  return kader === undefined ? titel : `${titel} – ${kader}`;
}
