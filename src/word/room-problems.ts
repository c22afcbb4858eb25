import { type Diagnostic, error, warning } from '../diagnostics/diagnostic.ts';
import { someOf } from '../diagnostics/some-of.ts';
import type { FilledRooms } from './read-rooms.ts';

/**
 * What somebody wrote where no room is, in one message for each kind: an error for a row within a table of rooms, a warning for what
 * stands outside them. `soort` begins the codes, `labels` are what the lines of a room can be called.
 */
export function strayProblems(
  { strange, outside }: FilledRooms,
  soort: string,
  labels: readonly string[],
  file: string,
): Diagnostic[] {
  const names = labels.map((label) => `'${label}'`).join(', ');
  const rows = `in ${strange.length === 1 ? 'deze regel' : 'deze regels'} van een tabel staat iets, maar niet naast een woord van een vak${listed(strange)}; zo wordt het niet gelezen`;
  const beside = `buiten de vakken is iets geschreven of veranderd${listed(outside)}; dat wordt niet gelezen`;
  return [
    ...placed(strange, file).map((place) =>
      error(`${soort}/vreemde-regel`, rows, {
        ...place,
        help: `zet het in een vak, in de witte ruimte naast ${names}, of haal het weg`,
      }),
    ),
    ...placed(outside, file).map((place) =>
      warning(`${soort}/buiten-vak`, beside, { ...place, help: 'hoort het erbij, zet het dan in de witte ruimte van een vak' }),
    ),
  ];
}

/** At the first of the paragraphs; a list of one, or empty where there is none. */
function placed(alineas: readonly number[], file: string): Pick<Diagnostic, 'file' | 'cell'>[] {
  return alineas.slice(0, 1).map((row) => ({ file, cell: { row, unit: 'alinea' } }));
}

function listed(alineas: readonly number[]): string {
  return alineas.length < 2 ? '' : ` (alinea ${someOf(alineas.map(String))})`;
}
