import type { Dossier } from '../../onderzoek/dossier.ts';
import {
  DIEPTES,
  DOCUMENTEN,
  type Documentsoort,
  INDELINGEN,
  NIVEAUS,
  type Niveau,
  type RapportOptions,
} from '../../rapport/model/options.ts';
import type { Target } from './targets.ts';

/** How a document was made: enough to make it again and lay it beside what came back. */
export interface Origin extends RapportOptions {
  /** The id of the onderzoek. */
  onderzoek: string;
  soort: Documentsoort;
  niveau: Niveau;
  /** The name of its template. */
  sjabloon: string;
  gebied?: string;
  deel?: string;
}

/** Properties of a Word document by which it is made again. */
export function originOf(target: Target, { onderzoek }: Dossier, options: RapportOptions): Record<string, string> {
  const { soort, niveau, gebied, deel, sjabloon } = target;
  return named({
    onderzoek: onderzoek.value.id,
    soort,
    niveau,
    sjabloon,
    ...options,
    ...(gebied ? { gebied: gebied.id } : {}),
    ...(deel === undefined ? {} : { deel }),
  });
}

const START = 'tsd-';

function named(values: object): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [START + key, String(value)]));
}

/** What the properties of a Word document say of how it was made; nothing where it is no document that can be made again. */
export function readOrigin(properties: Readonly<Record<string, string>>): Origin | undefined {
  const value = (key: string) => properties[START + key];
  const [onderzoek, sjabloon, gebied, deel] = [value('onderzoek'), value('sjabloon'), value('gebied'), value('deel')];
  const soort = (Object.keys(DOCUMENTEN) as Documentsoort[]).find((item) => item === value('soort'));
  const niveau = NIVEAUS.find((item) => item === value('niveau'));
  const diepte = DIEPTES.find((item) => item === value('diepte'));
  const indeling = INDELINGEN.find((item) => item === value('indeling'));
  // A name only: a document that came from elsewhere does not say where templates are read.
  if (!onderzoek || !sjabloon || !/^[\w-]+$/.test(sjabloon) || !soort || !niveau || !diepte || !indeling) return undefined;
  return {
    onderzoek,
    soort,
    niveau,
    sjabloon,
    diepte,
    indeling,
    ...(gebied === undefined ? {} : { gebied }),
    ...(deel === undefined ? {} : { deel }),
  };
}
