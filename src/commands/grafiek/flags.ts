import { GRAFIEKSOORTEN } from '../../grafiek/model.ts';
import { DIEPTES } from '../../rapport/model/options.ts';

/** What the argument and flags of `tsd grafiek` may be. It loads nothing else, for the command line reads it at every start. */
export const GRAFIEK_FLAGS = { soort: GRAFIEKSOORTEN, format: ['svg', 'png', 'csv'], diepte: DIEPTES } as const;
