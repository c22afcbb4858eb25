import type { Grafiek, Grafieksoort, Soort } from './model.ts';
import { factoren } from './soort/factoren.ts';
import { goedEnBeter } from './soort/goed-en-beter.ts';
import { perspectieven } from './soort/perspectieven.ts';
import { tijdlijn } from './soort/tijdlijn.ts';
import { waarnemingen } from './soort/waarnemingen.ts';

/** Every kind of picture by its name. */
export const SOORTEN: Readonly<Record<Grafieksoort, Soort>> = {
  perspectieven,
  'goed-en-beter': goedEnBeter,
  factoren,
  tijdlijn,
  waarnemingen,
};

/** What still can be read on one page: more rows or columns than this are shown as a table only. */
export const MOST = { regels: 48, kolommen: 13 };

/** Whether a picture can be read at its size; for another there is the table. */
export function isLegible({ kop, regels }: Grafiek): boolean {
  return regels.length > 0 && regels.length <= MOST.regels && kop.length <= MOST.kolommen;
}

/** What a picture shows, in words. */
export function describeGrafiek(grafiek: Grafiek): string {
  return grafiek.regels.length === 0 ? 'Er is niets om te tonen.' : SOORTEN[grafiek.soort].describe(grafiek);
}
