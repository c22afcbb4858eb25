import { isDay } from '../source/date.ts';
import { parseXml } from '../xml/parse.ts';
import { DIWOO, SITEMAP } from './diwoo.ts';

/** What may stand in an element: how often at least, and whether more than once. `1`, `?`, `+`. */
type Content = Readonly<Record<string, '1' | '?' | '+'>>;

/**
 * The part of the DiWoo schema (0.9.8) that is used here, element by element: what it holds. An element that is not named holds text.
 * The official XSD is the law; this says the same of what tsd writes, so that it can be checked without network.
 */
const SCHEMA: Readonly<Record<string, Content>> = {
  'sitemap:urlset': { 'sitemap:url': '+' },
  'sitemap:url': { 'sitemap:loc': '1', 'sitemap:lastmod': '?', 'diwoo:Document': '1' },
  'diwoo:Document': { 'diwoo:DiWoo': '1' },
  'diwoo:DiWoo': {
    'diwoo:identifiers': '?',
    'diwoo:publisher': '1',
    'diwoo:verantwoordelijke': '?',
    'diwoo:medeverantwoordelijken': '?',
    'diwoo:opsteller': '?',
    'diwoo:titelcollectie': '1',
    'diwoo:omschrijvingen': '?',
    'diwoo:classificatiecollectie': '1',
    'diwoo:creatiedatum': '?',
    'diwoo:language': '?',
    'diwoo:format': '?',
    'diwoo:documenthandelingen': '1',
  },
  'diwoo:identifiers': { 'diwoo:identifier': '+' },
  'diwoo:medeverantwoordelijken': { 'diwoo:medeverantwoordelijke': '+' },
  'diwoo:titelcollectie': { 'diwoo:officieleTitel': '1' },
  'diwoo:omschrijvingen': { 'diwoo:omschrijving': '+' },
  'diwoo:classificatiecollectie': {
    'diwoo:informatiecategorieen': '1',
    'diwoo:documentsoorten': '?',
    'diwoo:trefwoorden': '?',
  },
  'diwoo:informatiecategorieen': { 'diwoo:informatiecategorie': '+' },
  'diwoo:documentsoorten': { 'diwoo:documentsoort': '+' },
  'diwoo:trefwoorden': { 'diwoo:trefwoord': '+' },
  'diwoo:documenthandelingen': { 'diwoo:documenthandeling': '+' },
  'diwoo:documenthandeling': { 'diwoo:soortHandeling': '1', 'diwoo:atTime': '1', 'diwoo:wasAssociatedWith': '?' },
};

/** What text must look like. */
const FORMS: Readonly<Record<string, (text: string) => boolean>> = {
  'diwoo:creatiedatum': isDay,
  'sitemap:lastmod': isDay,
  'diwoo:atTime': (text) => isDay(text.slice(0, 10)) && /^.{10}T\d{2}:\d{2}:\d{2}$/.test(text),
  'sitemap:loc': (text) => text.startsWith('https://') && URL.canParse(text),
};

interface Open {
  name: string;
  children: string[];
  text: string;
}

/** What is wrong with a metadata.xml or a sitemap by the DiWoo schema, as clauses in Dutch; nothing when it is valid. */
export function diwooProblems(xml: string): string[] {
  const problems: string[] = [];
  const path: Open[] = [];
  const malformed = parseXml(
    xml,
    { [DIWOO]: 'diwoo', [SITEMAP]: 'sitemap' },
    {
      open: (name, { resource }) => {
        const parent = path.at(-1);
        parent?.children.push(name);
        if (!parent && name !== 'diwoo:Document' && name !== 'sitemap:urlset') problems.push(`het document begint met ${name}`);
        if (parent && !SCHEMA[parent.name]?.[name]) problems.push(`${name} hoort niet in ${parent.name}`);
        if (resource !== undefined && !/^https?:\/\/[\w./-]+$/.test(resource))
          problems.push(`${name} verwijst naar '${resource}'`);
        path.push({ name, children: [], text: '' });
      },
      text: (data) => {
        const current = path.at(-1);
        if (current) current.text += data;
      },
      close: () => {
        const done = path.pop();
        if (done) problems.push(...problemsOf(done));
      },
    },
  );
  return malformed === undefined ? problems : [malformed];
}

function problemsOf({ name, children, text }: Open): string[] {
  const content = SCHEMA[name];
  if (!content) {
    const right = text.trim() !== '' && (FORMS[name]?.(text) ?? true);
    return right ? [] : [`${name} heeft geen goede waarde: '${text}'`];
  }
  return Object.entries(content).flatMap(([child, often]) => {
    const count = children.filter((item) => item === child).length;
    if (count === 0 && often !== '?') return [`${child} ontbreekt in ${name}`];
    return count > 1 && often !== '+' ? [`${child} staat meer dan een keer in ${name}`] : [];
  });
}
