import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Waarneming } from '../schema/generated/types.ts';
import type { WaarnemingColumn } from './columns.ts';
import type { WaarnemingRow } from './delivered.ts';
import { RowReader } from './row-reader.ts';
import type { Words } from './words.ts';

/**
 * Reads a waarneming from its row; without a value the row was refused, and every reason reported. The id is empty where
 * none was given, and so is the gebied: they are filled in once the bron is known.
 */
export function readWaarneming(
  row: WaarnemingRow,
  words: Words,
  report: (diagnostic: Diagnostic) => void,
): Waarneming | undefined {
  const reader = new RowReader(row, words.guard, report);
  const factoren = inOrder(reader.several('verklarende factor', words.factoren), words.factoren.values);
  const item = reader.one('item', words.items);
  const antwoord = readAntwoord(reader, item, words);
  // What was asked says what the answer is about, unless whoever recorded it says otherwise.
  const asked = reader.isEmpty('indicator') ? words.indicatorenOf.get(item ?? '') : undefined;
  const indicatoren = asked ?? reader.several('indicator', words.indicatoren);
  const waarneming: Loose = {
    id: reader.one('id', words.ids) ?? '',
    bron: reader.one('bron', words.ids),
    gebied: reader.one('gebied', words.gebieden) ?? '',
    indicatoren: inOrder(indicatoren, words.indicatoren.values),
    gecodeerd: undefined,
    item,
    antwoord,
    tekst: reader.text('tekst') ?? antwoord,
    strekking: reader.one('strekking', words.strekkingen),
    verklarende_factoren: factoren.length > 0 ? factoren : undefined,
    vertrouwelijk: reader.one('vertrouwelijk', words.jaNee),
    citeerbaar: reader.one('citeerbaar', words.jaNee),
    vastgelegd_door: reader.one('vastgelegd door', words.vastleggers),
    extra: reader.extra(row.extra),
    alinea: row.verslag?.alinea,
    codeurs: row.verslag?.codeurs,
    verdwenen: undefined,
    ingetrokken: undefined,
    bijlagen: row.bijlagen?.length ? row.bijlagen : undefined,
    herkomst: undefined,
  };
  if (reader.isEmpty('tekst') && reader.isEmpty('antwoord'))
    reader.refuse(
      'waarneming/zonder-tekst',
      'deze waarneming heeft geen tekst',
      'tekst',
      'vul in wat er is gezegd, gelezen of gezien',
    );
  if (reader.isEmpty('bron'))
    reader.refuse('waarneming/zonder-bron', 'bij deze waarneming staat geen bron', 'bron', 'vul de id van een bron in');
  return reader.refused ? undefined : (waarneming as unknown as Waarneming);
}

/** The fixed answer, as its item writes it. Of an item that is not known nothing more is said. */
function readAntwoord(reader: RowReader<WaarnemingColumn>, item: string | undefined, { antwoorden }: Words): string | undefined {
  if (reader.isEmpty('antwoord')) return undefined;
  if (reader.isEmpty('item'))
    reader.refuse('waarneming/antwoord-zonder-item', 'hier staat een antwoord, maar niet van welk item', 'item', 'kies het item');
  if (item === undefined) return undefined;
  const list = antwoorden.get(item);
  if (list) return reader.one('antwoord', list);
  reader.refuse(
    'waarneming/geen-vaste-antwoorden',
    `item '${item}' heeft geen vaste antwoorden`,
    'antwoord',
    'schrijf het in de tekst',
  );
  return undefined;
}

/** What is not filled in stays as `undefined`, which no writer writes: objects of one shape are written fastest. */
type Loose = { [K in keyof Required<Waarneming>]: unknown };

/** In the order of the list, so that the order in a cell makes no other waarneming. */
function inOrder(found: readonly string[], order: readonly string[]): readonly string[] {
  return found.length < 2 ? found : order.filter((value) => found.includes(value));
}
