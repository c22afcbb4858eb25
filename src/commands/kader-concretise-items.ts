import { hasErrors } from '../diagnostics/diagnostic.ts';
import { Stop, stop } from '../diagnostics/stop.ts';
import { shownPath } from '../io/files.ts';
import type { Toegespitst } from '../onderzoek/toespitsing.ts';
import { type ToetsCriterium, type ToetsIndicator, toetsCriteria } from '../onderzoek/toetsing.ts';
import type { Deelvraag, Instrument, Item, Respondenttype } from '../schema/generated/types.ts';
import { resolvePositions } from '../source/positions.ts';
import { readOnderzoek } from './read-onderzoek.ts';

/** What a person who is asked can sharpen. */
export interface Toespitsbaar {
  items: (Pick<ToetsIndicator, 'ref' | 'nummer' | 'tekst' | 'kort' | 'toespitsing' | 'deelvragen' | 'aanWie'> & {
    isIndicator: boolean;
  })[];
  deelvragen: Deelvraag[];
  respondenttypen: Respondenttype[];
  instrumenten: Instrument[];
}

/** What was answered: sharpened texts, and new items that get their id when they are written. */
export interface Antwoorden {
  geschreven: Toegespitst[];
  items: Omit<Item, 'id'>[];
}

/** Reads what can be sharpened, with room for the answers. Stops when there is no toetsingskader. */
export function readToespitsbaar(argument: string): { lijst: Toespitsbaar; antwoorden: Antwoorden } {
  const { dossier, reading } = readOnderzoek(argument);
  if (hasErrors(reading.diagnostics)) throw new Stop(resolvePositions(reading.diagnostics, reading.sources), 1);
  if (!dossier.toetsingskader)
    throw stop('toetsingskader/ontbreekt', 'dit onderzoek heeft nog geen toetsingskader', {
      file: shownPath(dossier.folder),
      help: 'kies eerst met tsd kader select',
    });
  const criteria = toetsCriteria(dossier.toetsingskader.value, dossier.kaders);
  const lijst = {
    items: criteria.flatMap((criterium) => [
      asItem(criterium),
      ...criterium.indicatoren.map((i) => ({ ...i, isIndicator: true })),
    ]),
    deelvragen: dossier.onderzoek.value.deelvragen ?? [],
    respondenttypen: dossier.instrumenten?.value.respondenttypen ?? [],
    instrumenten: dossier.instrumenten?.value.instrumenten ?? [],
  };
  return { lijst, antwoorden: { geschreven: [], items: [] } };
}

function asItem(criterium: ToetsCriterium): Toespitsbaar['items'][number] {
  return { ...criterium, kort: criterium.titel, aanWie: [], isIndicator: false };
}
