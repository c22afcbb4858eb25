import type { Dossier } from '../../onderzoek/dossier.ts';
import type { Chain } from '../../oordeel/chain.ts';
import { buildLokaal, type LokaalModel } from '../../rapport/model/lokaal.ts';
import type { RapportOptions } from '../../rapport/model/options.ts';
import { buildOverkoepelend, type OverkoepelendModel } from '../../rapport/model/overkoepelend.ts';
import type { Gebied, ToetsingskaderBestand } from '../../schema/generated/types.ts';

/** What a report is built from: an onderzoek that has a toetsingskader. */
export interface ReportSource {
  dossier: Dossier;
  chain: Chain;
  toetsingskader: ToetsingskaderBestand;
}

/** The model of the report on a gebied, or without one on all of them together. */
export function buildReportModel(
  { dossier, chain, toetsingskader }: ReportSource,
  gebied: Gebied | undefined,
  options: RapportOptions,
): LokaalModel | OverkoepelendModel {
  return gebied
    ? buildLokaal(dossier, chain, toetsingskader, gebied, options)
    : buildOverkoepelend(dossier, chain, toetsingskader, options);
}
