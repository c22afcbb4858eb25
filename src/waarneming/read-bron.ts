import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Bron } from '../schema/generated/types.ts';
import { readDate } from '../source/date.ts';
import type { BronColumn } from './columns.ts';
import type { BronRow } from './delivered.ts';
import { RowReader } from './row-reader.ts';
import { short } from './word-list.ts';
import type { Words } from './words.ts';

/** Reads a bron from its row; without a value the row was refused, and every reason reported. */
export function readBron(row: BronRow, words: Words, report: (diagnostic: Diagnostic) => void): Bron | undefined {
  const reader = new RowReader(row, words.guard, report);
  const bron: Partial<Bron> = {};
  const set = <K extends keyof Bron>(key: K, value: Bron[K] | undefined) => {
    if (value !== undefined) bron[key] = value;
  };
  set('id', reader.one('id', words.ids));
  set('soort', reader.one('soort', words.bronsoorten) as Bron['soort'] | undefined);
  set('perspectief', reader.one('perspectief', words.perspectieven) as Bron['perspectief'] | undefined);
  set('respondenttype', reader.one('respondenttype', words.respondenttypen));
  set('datum', dateOf(reader, words.vandaag));
  set('casus', reader.one('casus', words.ids));
  set('gebieden', gebiedenOf(reader, words));
  set('partij', reader.one('partij', words.partijen));
  set('omschrijving', reader.text('omschrijving'));
  set('vastgelegd_door', reader.one('vastgelegd door', words.vastleggers));
  for (const column of ['id', 'soort', 'perspectief', 'datum', 'gebieden'] as const) {
    if (reader.isEmpty(column))
      reader.refuse('waarneming/bron-onvolledig', `bij deze bron is '${column}' niet ingevuld`, column, helpFor(column, words));
  }
  if (row.bijlagen?.length) bron.bijlagen = row.bijlagen;
  return reader.refused ? undefined : (bron as Bron);
}

/** What lies before it can be true of a document, and is mostly a slip. */
const LONG_AGO = '1990-01-01';

function dateOf(reader: RowReader<BronColumn>, vandaag: string | undefined): string | undefined {
  const written = reader.text('datum');
  if (written === undefined) return undefined;
  const date = readDate(written);
  if (date === undefined)
    reader.refuse(
      'waarneming/datum',
      `'${short(written)}' is geen datum die bestaat`,
      'datum',
      'schrijf 14-2-2026 of 2026-02-14',
    );
  else if (vandaag !== undefined && date > vandaag)
    reader.refuse('waarneming/datum-later', `${date} moet nog komen: vandaag is het ${vandaag}`, 'datum', 'kijk naar het jaar');
  else if (date < LONG_AGO) reader.doubt('waarneming/datum-vroeg', `${date} is lang geleden`, 'datum', 'kijk of het jaar klopt');
  return date;
}

/** In the order of the plan, so that the order in a cell makes no other bron. */
function gebiedenOf(reader: RowReader<BronColumn>, words: Words): Bron['gebieden'] | undefined {
  const found = new Set(reader.several('gebieden', words.gebieden));
  const [first, ...rest] = words.gebieden.values.filter((gebied) => found.has(gebied));
  return first === undefined ? undefined : [first, ...rest];
}

function helpFor(column: 'id' | 'soort' | 'perspectief' | 'datum' | 'gebieden', words: Words): string | undefined {
  if (column === 'datum') return 'schrijf 14-2-2026 of 2026-02-14';
  const lists = { id: words.ids, soort: words.bronsoorten, perspectief: words.perspectieven, gebieden: words.gebieden };
  return lists[column].help;
}
