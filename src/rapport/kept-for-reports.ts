import { indexSources, triangulate } from '../bevinding/triangulate.ts';
import type { Dossier } from '../onderzoek/dossier.ts';
import { OVERKOEPELEND } from '../oordeel/chain-model.ts';
import type { BewaardeOnderbouwing, VoorHetRapport } from '../schema/generated/types.ts';
import { quotations } from './model/bevinding.ts';
import { reportSources } from './model/sources-table.ts';

/**
 * What reports will still need of the sources once the werkdossier is destroyed, and no more than readers were told already:
 * the tables as they are printed in public, without numbers below the threshold, and per bevinding the kinds of sources.
 */
export function keptForReports(dossier: Dossier): VoorHetRapport {
  const places = [...dossier.onderzoek.value.gebieden.map(({ id }) => id), OVERKOEPELEND];
  const sources = indexSources(dossier);
  return {
    bronnen: places.map((over) => ({ over, ...reportSources(dossier, over, { diepte: 'openbaar', indeling: 'thema' }) })),
    bevindingen: dossier.bevindingen.flatMap(({ value }) =>
      value.bevindingen.map((bevinding): BewaardeOnderbouwing => {
        const { voor, tegen } = triangulate(bevinding, sources);
        return { id: bevinding.id, voor, tegen, citaten: quotations(bevinding, sources).length };
      }),
    ),
  };
}
