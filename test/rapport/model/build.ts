import type { ReadOnderzoek } from '../../../src/commands/read/onderzoek.ts';
import type { Dossier } from '../../../src/onderzoek/dossier.ts';
import { buildChain } from '../../../src/oordeel/chain.ts';
import { buildLokaal, type LokaalModel } from '../../../src/rapport/model/lokaal.ts';
import type { RapportOptions } from '../../../src/rapport/model/options.ts';
import { buildOverkoepelend, type OverkoepelendModel } from '../../../src/rapport/model/overkoepelend.ts';

const PUBLIC: RapportOptions = { diepte: 'openbaar', indeling: 'thema' };

/** The model of the report on one gebied, public and by thema unless told otherwise. */
export function lokaalOf({ dossier }: ReadOnderzoek, gebied: string, options: Partial<RapportOptions> = {}): LokaalModel {
  const area = dossier.onderzoek.value.gebieden.find(({ id }) => id === gebied);
  if (!area) throw new Error(`geen gebied ${gebied}`);
  return buildLokaal(dossier, buildChain(dossier), toetsingskaderOf(dossier), area, { ...PUBLIC, ...options });
}

/** The model of the report on all gebieden, public and by thema unless told otherwise. */
export function overkoepelendOf({ dossier }: ReadOnderzoek, options: Partial<RapportOptions> = {}): OverkoepelendModel {
  return buildOverkoepelend(dossier, buildChain(dossier), toetsingskaderOf(dossier), { ...PUBLIC, ...options });
}

function toetsingskaderOf({ toetsingskader }: Dossier): NonNullable<Dossier['toetsingskader']>['value'] {
  if (!toetsingskader) throw new Error('geen toetsingskader');
  return toetsingskader.value;
}
