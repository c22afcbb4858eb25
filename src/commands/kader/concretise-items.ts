import { hasErrors } from '../../diagnostics/diagnostic.ts';
import { Stop } from '../../diagnostics/stop.ts';
import { INSTRUMENTSOORTEN } from '../../onderzoek/instrumentsoorten.ts';
import type { Toevoeging } from '../../onderzoek/merge-instrumenten.ts';
import { suggestRespondenttypen } from '../../onderzoek/suggest-instrumenten.ts';
import type { Toegespitst } from '../../onderzoek/toespitsing.ts';
import { EIGEN, type ToetsCriterium, type ToetsIndicator, toetsCriteria } from '../../onderzoek/toetsing.ts';
import { enumeration } from '../../schema/enumeration.ts';
import type {
  Bronsoort,
  Deelvraag,
  Gebied,
  Instrument,
  Item,
  Itemsoort,
  LokaleContext,
  Perspectief,
  Respondenttype,
} from '../../schema/generated/types.ts';
import { resolvePositions } from '../../source/positions.ts';
import { stopWithoutToetsingskader } from '../missing-toetsingskader.ts';
import { readOnderzoek } from '../read/onderzoek.ts';

/** What a person who is asked can sharpen. */
export interface Toespitsbaar {
  items: (Pick<
    ToetsIndicator,
    'ref' | 'nummer' | 'tekst' | 'kort' | 'toespitsing' | 'deelvragen' | 'aanWie' | 'nietVanToepassing'
  > & {
    isIndicator: boolean;
    /** Only a criterium has it. */
    lokaleContext: readonly LokaleContext[];
  })[];
  gebieden: Pick<Gebied, 'id' | 'naam'>[];
  deelvragen: Deelvraag[];
  respondenttypen: Respondenttype[];
  /** Respondenttypen that are not there yet and are likely to be needed. */
  voorstellen: Respondenttype[];
  instrumenten: Instrument[];
  lijsten: {
    bronsoort: readonly Bronsoort[];
    perspectief: readonly Perspectief[];
    itemsoort: readonly Itemsoort[];
    instrumentsoort: typeof INSTRUMENTSOORTEN;
  };
}

/** What was answered: sharpened texts, and what is added to the instruments. */
export interface Antwoorden extends Toevoeging {
  geschreven: Toegespitst[];
  respondenttypen: Respondenttype[];
  instrumenten: Instrument[];
  items: Omit<Item, 'id'>[];
}

/** Reads what can be sharpened, with room for the answers. Stops when there is no toetsingskader. */
export function readToespitsbaar(argument: string): { lijst: Toespitsbaar; antwoorden: Antwoorden } {
  const { dossier, reading } = readOnderzoek(argument);
  if (hasErrors(reading.diagnostics)) throw new Stop(resolvePositions(reading.diagnostics, reading.sources), 1);
  if (!dossier.toetsingskader) throw stopWithoutToetsingskader(dossier);
  const criteria = toetsCriteria(dossier.toetsingskader.value, dossier.kaders);
  const { respondenttypen = [], instrumenten = [] } = dossier.instrumenten?.value ?? {};
  const known = respondenttypen.map(({ id }) => id);
  const lijst = {
    items: itemsOf(criteria),
    gebieden: dossier.onderzoek.value.gebieden,
    deelvragen: dossier.onderzoek.value.deelvragen ?? [],
    respondenttypen: [...respondenttypen],
    voorstellen: suggestRespondenttypen(criteria).filter(({ id }) => !known.includes(id)),
    instrumenten: [...instrumenten],
    lijsten: {
      bronsoort: enumeration('bronsoort'),
      perspectief: enumeration('perspectief'),
      itemsoort: enumeration('itemsoort'),
      instrumentsoort: INSTRUMENTSOORTEN,
    },
  };
  return { lijst, antwoorden: { geschreven: [], respondenttypen: [], instrumenten: [], items: [] } };
}

/** With several kaders every number occurs more than once: the kader is named before it. */
function itemsOf(criteria: readonly ToetsCriterium[]): Toespitsbaar['items'] {
  const kaders = new Set(criteria.flatMap(({ kader }) => kader?.id ?? []));
  return criteria.flatMap((criterium) => {
    const before = kaders.size > 1 && criterium.thema.ref !== EIGEN ? `${criterium.kader?.id} ` : '';
    const { titel, nummer } = criterium;
    return [
      { ...criterium, kort: titel, nummer: `${before}${nummer}`, aanWie: [], isIndicator: false },
      ...criterium.indicatoren.map((item) => ({
        ...item,
        nummer: `${before}${item.nummer}`,
        lokaleContext: [],
        isIndicator: true,
      })),
    ];
  });
}
