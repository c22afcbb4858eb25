import { groupBy } from '../../source/order.ts';
import type { Cijfers } from './grafieken.ts';
import type { Material } from './material.ts';

/** With more gebieden than this they are the rows, and the criteria, by their numbers, the columns. */
const COLUMNS = 12;

/** How many waarnemingen there are at each criterium in each gebied. For the team only: it says how much was recorded. */
export function heatMap({ dossier, chain, criteria }: Material, gebied?: string): Cijfers {
  const gebieden = dossier.onderzoek.value.gebieden.filter(({ id }) => gebied === undefined || id === gebied);
  const about = dossier.waarnemingen.flatMap((waarneming) => {
    const refs = waarneming.indicatoren.flatMap((ref) => chain.norms.get(ref)?.criterium?.ref ?? []);
    return waarneming.ingetrokken ? [] : [...new Set(refs)].map((ref) => `${ref} ${waarneming.gebied}`);
  });
  const counts = groupBy(about, (key) => key);
  const cell = (ref: string, id: string): string => String(counts.get(`${ref} ${id}`)?.length ?? 0);
  const many = gebieden.length > COLUMNS;
  return {
    soort: 'waarnemingen',
    titel: 'Waarnemingen per criterium en gebied',
    kop: many ? ['Gebied', ...criteria.map(({ nummer }) => nummer)] : ['Criterium', ...gebieden.map(({ naam }) => naam)],
    regels: many
      ? gebieden.map(({ id, naam }) => [naam, ...criteria.map(({ ref }) => cell(ref, id))])
      : about.length === 0
        ? []
        : criteria.map(({ ref, titel }) => [titel, ...gebieden.map(({ id }) => cell(ref, id))]),
    toelichting: 'Alleen voor het onderzoeksteam. Een waarneming bij meer criteria telt bij elk daarvan.',
    leeg: 'Er zijn geen waarnemingen die bij een criterium zijn gecodeerd.',
  };
}
