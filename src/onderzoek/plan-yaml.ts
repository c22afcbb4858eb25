import type { OnderzoekBestand } from '../schema/generated/types.ts';
import { stringifyYaml } from '../source/yaml.ts';
import { schemaLineIn } from './schema-line.ts';

const HEADINGS: [keyof OnderzoekBestand, string][] = [
  ['formaat', 'Het plan van dit onderzoek.'],
  ['onderwerp', 'Waar gaat het over, en welke vraag wordt beantwoord?'],
  ['aanleiding', 'Waarom dit onderzoek? soort: geprogrammeerd, signaal, calamiteit of verzoek.'],
  ['inspecties', 'Wie doen het onderzoek? Precies één inspectie is leidend.'],
  ['doelgroep', 'Om welke burgers gaat het?'],
  ['datum', 'De datum die op het rapport staat.'],
  ['bewaren_tot', 'De dag waarop de bewaartermijn van het werkdossier voorbij is.'],
  ['gebieden', 'Welke gebieden worden beoordeeld, en waarom deze?'],
  ['partijen', 'Welke partijen zijn betrokken, en waarom?'],
  ['planning', 'Wanneer gebeurt wat?'],
  ['burgerbetrokkenheid', 'Hoe doen burgers mee in het toezicht: bij het toetsingskader, het verzamelen en het oordelen?'],
  ['werkwijze', 'Hoe is het onderzoek gedaan? Dit komt in de bijlage van het rapport.'],
];

const ORDER: (keyof OnderzoekBestand)[] = [
  'formaat',
  'id',
  'titel',
  'onderwerp',
  'hoofdvraag',
  'deelvragen',
  'aanleiding',
  'toezichtlijn',
  'inspecties',
  'partners',
  'doelgroep',
  'datum',
  'bewaren_tot',
  'register',
  'gebieden',
  'partijen',
  'planning',
  'burgerbetrokkenheid',
  'werkwijze',
];

/** The text of a new onderzoek.yaml: fields in the order of the work, under headings that say what belongs there. */
export function writePlan(plan: OnderzoekBestand): string {
  const ordered = ORDER.flatMap((key) => (plan[key] === undefined ? [] : [[key, plan[key]] as const]));
  const headings = new Map<string, string>(HEADINGS);
  const fields = ordered.map(([key, value], index) => {
    const heading = headings.get(key);
    return `${heading ? `${index > 0 ? '\n' : ''}# ${heading}\n` : ''}${stringifyYaml({ [key]: value })}`;
  });
  return schemaLineIn('onderzoek.yaml', 'onderzoek') + fields.join('');
}
