import { type Diagnostic, error } from '../diagnostics/diagnostic.ts';
import type { HuisstijlBestand } from '../schema/generated/types.ts';
import { contrastOf, contrastWords, nearestReadable, TEXT_CONTRAST } from './contrast.ts';
import type { Kleurenstel } from './kleuren.ts';
import type { Kleuren } from './model.ts';

/** A colour of text, where it is written, and what it is printed on. */
interface Gebruik {
  colour: string;
  /** The key under `kleuren`. */
  key: string;
  words: string;
  on: { colour: string; key: string; words: string }[];
}

const TEKST = { ink: 'tekst', soft: 'bijtekst', accent: 'accent', link: 'verwijzing' } as const;
const GROND = { paper: 'achtergrond', tint: 'vlak', band: 'vlak', mark: 'vlak' } as const;
const GROND_WORDS = {
  paper: 'de pagina',
  tint: 'een kader',
  band: 'een regel van een tabel',
  mark: 'de letters van CONCEPT achter de tekst',
} as const;

/** Text that cannot be read well on one of the backgrounds where it is used; of each colour the poor. */
export function checkKleuren(gekozen: HuisstijlBestand['kleuren'], stel: Kleurenstel): Diagnostic[] {
  if (gekozen === undefined) return [];
  const { cover, text } = stel.omslag;
  const used = [
    ...usesOf(stel.licht, '', ''),
    ...usesOf(stel.donker, 'donker/', ' (donker)'),
    { colour: text, key: 'omslagtekst', words: 'omslagtekst', on: [{ colour: cover, key: 'omslag', words: 'de omslag' }] },
  ];
  const links = { '': gekozen.verwijzing, 'donker/': gekozen.donker?.verwijzing };
  // A link that has the colour of the accent would only repeat what is said of that.
  const told = used.filter(
    ({ key }) => !Object.entries(links).some(([at, own]) => key === `${at}verwijzing` && own === undefined),
  );
  return told.flatMap((use) => problemOf(use, gekozen) ?? []);
}

function usesOf(kleuren: Kleuren, before: string, after: string): Gebruik[] {
  const grounds = Object.entries(GROND) as [keyof typeof GROND, string][];
  const on = grounds.map(([name, key]) => ({ colour: kleuren[name], key: before + key, words: GROND_WORDS[name] + after }));
  const texts = Object.entries(TEKST) as [keyof typeof TEKST, string][];
  return texts.map(([name, key]) => ({ colour: kleuren[name], key: before + key, words: key + after, on }));
}

function problemOf({ colour, key, words, on }: Gebruik, gekozen: object): Diagnostic | undefined {
  const poor = on.find((ground) => contrastOf(colour, ground.colour) < TEXT_CONTRAST);
  if (!poor) return undefined;
  const found = contrastWords(contrastOf(colour, poor.colour));
  const needed = contrastWords(TEXT_CONTRAST);
  const where = written(gekozen, key) ?? written(gekozen, poor.key) ?? written(gekozen, 'accent') ?? '';
  return error(
    'huisstijl/contrast',
    `${words} ${colour} heeft op ${poor.words} ${poor.colour} een contrast van ${found}; nodig is ${needed}`,
    { pointer: `/kleuren${where}`, help: helpFor(colour, on) },
  );
}

function helpFor(colour: string, on: Gebruik['on']): string {
  const colours = on.map((ground) => ground.colour);
  const near = nearestReadable(colour, colours, TEXT_CONTRAST);
  if (near === undefined) return 'op deze achtergronden samen is geen kleur goed te lezen: kies een lichter of donkerder vlak';
  const least = Math.min(...colours.map((ground) => contrastOf(near, ground)));
  return `de kleur die hier het dichtst bij ligt en wel te lezen is, is "${near}" (${contrastWords(least)})`;
}

/** Where a colour was chosen: its pointer under `/kleuren`. */
function written(gekozen: object, key: string): string | undefined {
  const found = key.split('/').reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined)?.[part], gekozen);
  return found === undefined ? undefined : `/${key}`;
}
