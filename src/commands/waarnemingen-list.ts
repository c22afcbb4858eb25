import { stop } from '../diagnostics/stop.ts';
import { resolveReference } from '../kader/reference.ts';
import type { Dossier } from '../onderzoek/dossier.ts';
import { toetsCriteria } from '../onderzoek/toetsing.ts';
import { listText, listWaarnemingen } from '../waarneming/list.ts';
import { chooseGebieden } from './choose-gebieden.ts';
import type { Outcome } from './outcome.ts';
import { readOnderzoek } from './read-onderzoek.ts';

/** Which waarnemingen are asked for. */
export interface ListRequest {
  gebied?: string[] | undefined;
  criterium?: string | undefined;
  ongecodeerd?: boolean | undefined;
}

/** `tsd waarnemingen list <onderzoek>`: what was recorded, as a table or as JSON. */
export function showWaarnemingen(argument: string, request: ListRequest): Outcome {
  const { dossier, reading } = readOnderzoek(argument);
  const list = listWaarnemingen(dossier, {
    gebieden: request.gebied ? chooseGebieden(dossier, request.gebied) : [],
    criterium: request.criterium === undefined ? undefined : criteriumOf(dossier, request.criterium),
    ongecodeerd: request.ongecodeerd,
  });
  return {
    ...reading,
    stdout: listText(dossier, list),
    data: { waarnemingen: list.map(({ waarneming, bron }) => ({ ...waarneming, bron_gegevens: bron })) },
    messages: [`${list.length} van de ${dossier.waarnemingen.length} waarnemingen`],
  };
}

function criteriumOf({ toetsingskader, kaders }: Dossier, written: string): string {
  const criteria = toetsingskader ? toetsCriteria(toetsingskader.value, kaders) : [];
  const { found, problem } = resolveReference(written, criteria);
  if (!found)
    throw stop('waarneming/onbekend-criterium', `--criterium: ${problem}`, { help: 'kies een criterium van dit toetsingskader' });
  return found.ref;
}
