import { stop } from '../../diagnostics/stop.ts';
import { didYouMean } from '../../diagnostics/suggest.ts';
import { resolveReference } from '../../kader/reference.ts';
import type { Dossier } from '../../onderzoek/dossier.ts';
import { toetsCriteria } from '../../onderzoek/toetsing.ts';
import { type ListFilter, listWaarnemingen } from '../../waarneming/list.ts';
import { listCsv, listText } from '../../waarneming/list-text.ts';
import type { WordList } from '../../waarneming/word-list.ts';
import { createWords } from '../../waarneming/words.ts';
import { chooseGebieden } from '../choose-gebieden.ts';
import type { Outcome } from '../outcome.ts';
import { readVeldwerk } from '../read/onderzoek.ts';
import { refuseDestroyed } from '../werkdossier/vernietigd.ts';

/** Which waarnemingen are asked for, as a person writes it, and how they are shown. */
export interface ListRequest extends Omit<ListFilter, 'gebieden'> {
  gebied?: string[] | undefined;
  format?: 'tabel' | 'csv' | 'json' | undefined;
  /** How many characters fit on a line of the screen; absent in a pipe. */
  breedte?: number | undefined;
}

/** `tsd waarnemingen list <onderzoek>`: what was recorded, as a table, as CSV or as JSON. */
export function showWaarnemingen(argument: string, request: ListRequest): Outcome {
  const { dossier, reading } = readVeldwerk(argument);
  refuseDestroyed(dossier, 'er zijn geen waarnemingen meer');
  const list = listWaarnemingen(dossier, filterOf(dossier, request));
  return {
    ...reading,
    stdout: request.format === 'csv' ? listCsv(list) : listText(dossier, list, request.breedte),
    data: { waarnemingen: list.map(({ waarneming, bron }) => ({ ...waarneming, bron_gegevens: bron })) },
    messages: [`${list.length} van de ${dossier.waarnemingen.length} waarnemingen`],
  };
}

function filterOf(dossier: Dossier, { gebied, criterium, ...request }: ListRequest): ListFilter {
  const words = createWords(dossier);
  return {
    ...request,
    gebieden: gebied ? chooseGebieden(dossier, gebied) : [],
    criterium: criterium === undefined ? undefined : criteriumOf(dossier, criterium),
    indicator: chosen('--indicator', request.indicator, words.indicatoren),
    perspectief: chosen('--perspectief', request.perspectief, words.perspectieven),
    strekking: chosen('--strekking', request.strekking, words.strekkingen),
    casus: recorded(
      '--casus',
      request.casus,
      dossier.bronnen.flatMap(({ casus }) => casus ?? []),
    ),
    bron: recorded(
      '--bron',
      request.bron,
      dossier.bronnen.map(({ id }) => id),
    ),
  };
}

function criteriumOf(dossier: Dossier, written: string): string {
  const criteria = dossier.toetsingskader ? toetsCriteria(dossier.toetsingskader.value, dossier.kaders) : [];
  const [numbered, another] = criteria.filter(({ nummer }) => nummer === written);
  // A number is for reading: two kaders may share it.
  if (numbered && !another) return numbered.ref;
  const { found, problem } = resolveReference(written, criteria);
  if (!found)
    throw stop('waarneming/onbekend-criterium', `--criterium: ${problem}`, { help: 'kies een criterium van dit toetsingskader' });
  return found.ref;
}

/** What is meant by a flag that takes a value of a list; stops when it is none of them. */
function chosen(flag: string, written: string | undefined, { find, problem, code, help }: WordList): string | undefined {
  const found = written === undefined ? undefined : find(written);
  if (written === undefined || found !== undefined) return found;
  throw stop(code, `${flag}: ${problem(written)}`, help === undefined ? {} : { help });
}

function recorded(flag: string, written: string | undefined, known: readonly string[]): string | undefined {
  if (written === undefined || known.includes(written)) return written;
  throw stop('waarneming/onbekend', `${flag}: '${written}' komt hier niet voor${didYouMean(written, [...new Set(known)])}`, {
    help: `laat ${flag} weg om te zien wat er is`,
  });
}
