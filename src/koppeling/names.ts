import { nameAt, PLAIN_NAMES, plain } from './synonyms.ts';

/** From here on a name is a compound of ours, and from `DOUBTFUL` on of something that need not be a bron. */
const COMPOUND = 100;
const DOUBTFUL = 200;

/** The word that says what a column holds, beside others that say of what: “Omschrijving klacht”, “ontvangstdatum”. */
const HEADS: Readonly<Record<string, readonly string[]>> = {
  tekst: [
    ...['omschrijving', 'beschrijving', 'toelichting', 'opmerking', 'opmerkingen', 'tekst', 'verhaal', 'citaat', 'uitspraak'],
    ...['constatering', 'constateringen', 'bevinding', 'bevindingen', 'observatie', 'waarneming', 'samenvatting', 'inhoud'],
    ...['notitie', 'notities', 'antwoord', 'reactie', 'commentaar'],
  ],
  'bron datum': ['datum', 'tijdstip'],
  'bron gebieden': ['gemeente', 'gemeentenaam', 'gebied', 'wijk', 'regio', 'vestiging', 'woonplaats', 'locatie'],
  'bron perspectief': ['rol', 'hoedanigheid', 'relatie', 'perspectief', 'melder', 'klager', 'indiener'],
  'bron respondenttype': ['respondenttype'],
  'bron partij': ['organisatie', 'instelling', 'aanbieder'],
  strekking: ['waardering', 'beoordeling', 'oordeel', 'strekking'],
  'verklarende factor': ['oorzaak', 'factor', 'verklaring'],
};

/** What is numbered, and is where something comes from: what stands above it names a bron. */
const SOURCES = [
  ...['klacht', 'melding', 'zaak', 'respondent', 'deelnemer', 'client', 'dossier', 'ticket', 'incident', 'signaal', 'gesprek'],
  ...['interview', 'bezoek', 'aanvraag', 'verzoek', 'bezwaar', 'case', 'melder', 'klager', 'inwoner', 'onderzoek'],
];
/** What is numbered, and is itself one of our columns. */
const NUMBERED: Readonly<Record<string, readonly string[]>> = {
  'bron casus': ['casus'],
  'bron gebieden': ['gemeente', 'gebied', 'wijk', 'buurt', 'regio'],
  indicator: ['indicator', 'criterium'],
  item: ['vraag', 'item'],
};
/** What is numbered row by row. */
const ROWS = ['rij', 'regel', 'record', 'respons', 'response', 'inzending', 'volg', 'waarneming', 'antwoord', 'registratie'];
/** What is numbered, and tells no source from another. */
const OTHERS = [
  ...Object.values(NUMBERED).flat(),
  ...[
    'artikel',
    'versie',
    'week',
    'maand',
    'jaar',
    'kwartaal',
    'pagina',
    'ronde',
    'team',
    'afdeling',
    'functie',
    'kamer',
    'product',
    'status',
    'prioriteit',
  ],
];

const NUMBER = /^(.+)(?:nr|nummer|code|kenmerk)$/;
const NUMBER_WORDS = new Set(['nr', 'nummer', 'code', 'kenmerk', 'id', 'no', 'referentie']);
/** Words that join the parts of a name. */
const JOINING = new Set(['van', 'de', 'het', 'een', 'der', 'bij', 'over', 'in', 'aan', 'op', 'tot', 'met', 'uw']);
/** In words, without those that join: a longer name is a question or a statement. */
const LONGEST = 4;

/** The names that are looked for in a header row: as they are, and with what is often registered. */
export const KNOWN_NAMES: readonly string[] = [
  ...PLAIN_NAMES,
  ...SOURCES.flatMap((of) => [of, `${of}nr`, `${of}nummer`, `${of} id`, `${of}datum`, `datum ${of}`]),
  ...SOURCES.flatMap((of) => [`${of}omschrijving`, `omschrijving ${of}`, `toelichting ${of}`]),
];

/** How well the name of a column fits one of ours: 0 is best, `undefined` not at all. */
export function nameFits(name: string, column: string): number | undefined {
  const exact = nameAt(name, column);
  if (exact !== undefined || name.trimEnd().endsWith('?')) return exact;
  const words = wordsOfName(name);
  if (words.length === 0 || words.length > LONGEST) return undefined;
  if (column === 'bron' || column === 'id') return numberFits(words, column);
  if (NUMBERED[column]?.includes(numbered(words) ?? '')) return COMPOUND;
  const at = (HEADS[column] ?? []).findIndex((head) => isHead(words, head));
  return at < 0 ? undefined : COMPOUND + at;
}

/** Whether a name that fits so says less than sure which column it is. */
export function isCompound(fit: number): boolean {
  return fit >= COMPOUND;
}

/** Whether a name that fits so may well number something else than sources. */
export function isDoubtful(fit: number): boolean {
  return fit >= DOUBTFUL;
}

/** A Dutch compound says in its last part what it is; of words apart it is the first or the last. */
function isHead(words: readonly string[], head: string): boolean {
  const [first = '', last = ''] = [words[0], words.at(-1)];
  if (words.length > 1 && (first === head || last === head)) return true;
  return head.length > 3 && [first, last].some((word) => word.length > head.length && word.endsWith(head));
}

/** “Klachtnr”, “nummer van de zaak” and “client id” number a bron, “regelnr” a row; “zaak” alone stands for its number. */
function numberFits(words: readonly string[], column: string): number | undefined {
  const of = numbered(words) ?? (words.length === 1 && SOURCES.includes(words[0] ?? '') ? words[0] : undefined);
  if (of === undefined || OTHERS.includes(of)) return undefined;
  if (column === 'id') return ROWS.includes(of) ? COMPOUND : DOUBTFUL;
  if (ROWS.includes(of)) return undefined;
  return SOURCES.includes(of) ? COMPOUND : DOUBTFUL;
}

/** What a name says is numbered; “meldingsnr” numbers a melding, “casusnr” a casus. */
function numbered(words: readonly string[]): string | undefined {
  const [first = '', ...rest] = words;
  const last = rest.at(-1);
  if (last !== undefined && NUMBER_WORDS.has(last)) return words.at(-2);
  if (last !== undefined && NUMBER_WORDS.has(first)) return last;
  const [, of] = NUMBER.exec(words.at(-1) ?? '') ?? [];
  return of !== undefined && [...SOURCES, ...ROWS].includes(of.replace(/s$/, '')) ? of.replace(/s$/, '') : of;
}

/** The words of a name without those that join: “zaakId” and “zaak_id” are two. */
function wordsOfName(name: string): string[] {
  return plain(name.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2'))
    .split(' ')
    .filter((word) => word !== '' && !JOINING.has(word));
}
