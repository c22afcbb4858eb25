import { type Diagnostic, error } from '../diagnostics/diagnostic.ts';
import type { Gebied, OnderzoekBestand } from '../schema/generated/types.ts';
import { dateProblem, readDate } from '../source/date.ts';
import { slug } from '../source/slug.ts';
import { codeHelp, codeProblem, type Registers, STANDAARDREGISTER } from './register.ts';

/** The flags of `tsd onderzoek new`, as they were typed. */
export interface PlanFlags {
  id?: string;
  titel?: string;
  onderwerp?: string;
  hoofdvraag?: string;
  deelvraag?: string[];
  aanleiding?: string;
  toezichtlijn?: string;
  inspectie?: string[];
  partner?: string[];
  doelgroep?: string[];
  doelgroepOmschrijving?: string;
  gebied?: string[];
  partij?: string[];
  planning?: string[];
  burgers?: string[];
  werkwijze?: string;
  datum?: string;
  register?: string;
}

/** A plan that is not complete yet. */
export type Planconcept = Partial<OnderzoekBestand>;

type Problems = Diagnostic[];

/** The part of a plan that flags give. What is written in another form than asked for is a problem that shows the form. */
export function parsePlanFlags(flags: PlanFlags, registers: Registers): { plan: Planconcept; diagnostics: Diagnostic[] } {
  const problems: Problems = [];
  const all = <T>(values: string[] | undefined, parse: (text: string, index: number) => T | undefined): T[] | undefined =>
    values?.flatMap((text, index) => parse(text, index) ?? []);
  const plan = {
    id: flags.id,
    titel: flags.titel,
    onderwerp: flags.onderwerp,
    hoofdvraag: flags.hoofdvraag,
    deelvragen: all(flags.deelvraag, (tekst, index) => ({ id: `dv${index + 1}`, tekst })),
    aanleiding: flags.aanleiding === undefined ? undefined : parseAanleiding(flags.aanleiding, problems),
    toezichtlijn: flags.toezichtlijn,
    inspecties: all(flags.inspectie, (text, index) => parseInspectie(text, index, problems)),
    partners: all(flags.partner, (text) => parsePartner(text, problems)),
    doelgroep: parseDoelgroep(flags),
    datum: flags.datum === undefined ? undefined : parseDay(flags.datum, '--datum', problems),
    register: flags.register,
    gebieden: all(flags.gebied, (text) => parseGebied(text, flags.register ?? STANDAARDREGISTER, registers, problems)),
    partijen: all(flags.partij, (text) => parsePartij(text, problems)),
    planning: all(flags.planning, (text) => parseStap(text, problems)),
    burgerbetrokkenheid: flags.burgers && Object.fromEntries(flags.burgers.flatMap((text) => parseBurgers(text, problems))),
    werkwijze: flags.werkwijze,
  };
  const given = Object.entries(plan).filter(([, value]) => value !== undefined);
  return { plan: Object.fromEntries(given) as Planconcept, diagnostics: problems };
}

function parseAanleiding(text: string, problems: Problems) {
  const [soort = '', toelichting] = cut(text, 2);
  if (toelichting) return { soort, toelichting };
  return bad(problems, '--aanleiding', text, 'soort=toelichting, met soort geprogrammeerd, signaal, calamiteit of verzoek');
}

function parseInspectie(text: string, index: number, problems: Problems) {
  const [id = '', naam] = cut(text, 2);
  if (naam) return { id, naam, rol: index === 0 ? 'leidend' : 'deelnemend' };
  return bad(problems, '--inspectie', text, 'id=naam; de eerste is leidend');
}

function parsePartner(text: string, problems: Problems) {
  const [, id, naam, soort] = /^([^=]+)=(.+?)\s*\(([^()]+)\)$/.exec(text.trim()) ?? [];
  if (id && naam && soort) return { id: id.trim(), naam: naam.trim(), soort };
  return bad(problems, '--partner', text, 'id=naam (soort)');
}

function parseDoelgroep({ doelgroep, doelgroepOmschrijving: omschrijving }: PlanFlags): object | undefined {
  const kenmerken = doelgroep?.flatMap((text) => text.split(',')).map((text) => text.trim());
  if (!kenmerken && !omschrijving) return undefined;
  return { ...(kenmerken ? { kenmerken } : {}), ...(omschrijving ? { omschrijving } : {}) };
}

/** `GM0014=reden` for a gemeente in the register, or `id=naam=soort=reden` for anything else. */
function parseGebied(text: string, name: string, registers: Registers, problems: Problems): Gebied | undefined {
  const parts = cut(text, 4);
  const [first = '', second = '', third, reden] = parts;
  if (third !== undefined && reden) return { id: first, naam: second, soort: third as Gebied['soort'], reden };
  if (parts.length !== 2 || !second)
    return bad(problems, '--gebied', text, 'gemeentecode=reden, of id=naam=soort=reden met soort regio, wijk of vestiging');
  const register = registers.lijsten.get(name) ?? new Map<string, string>();
  const problem = codeProblem(first, register, registers);
  const naam = register.get(first) ?? '';
  if (!problem) return { id: slug(naam), naam, soort: 'gemeente', code: first, reden: second };
  problems.push(error('onderzoek/gebied', `--gebied: ${problem}`, { help: codeHelp(first, name, registers) }));
  return undefined;
}

function parsePartij(text: string, problems: Problems) {
  const [id, naam, soort, gebieden, reden] = cut(text, 5);
  if (reden) return { id, naam, soort, gebieden: gebieden?.split(',').map((gebied) => gebied.trim()), reden };
  return bad(problems, '--partij', text, 'id=naam=soort=gebied,gebied=reden, met soort gemeente of organisatie');
}

function parseStap(text: string, problems: Problems) {
  const [stap, days = ''] = cut(text, 2);
  const [van, tot] = days.split('..').map((day) => parseDay(day, '--planning', problems));
  if (stap && !/^\s*(\.\.|$)/.test(days)) return van && { stap, van, ...(tot ? { tot } : {}) };
  return bad(problems, '--planning', text, 'stap=jaar-maand-dag..jaar-maand-dag');
}

function parseDay(written: string, flag: string, problems: Problems): string | undefined {
  const day = readDate(written.trim());
  if (day === undefined && written.trim() !== '')
    problems.push(error('gebruik/datum', `${flag}: ${dateProblem(written.trim())}`, { help: 'schrijf 2026-02-14 of 14-2-2026' }));
  return day;
}

function parseBurgers(text: string, problems: Problems): [string, string][] {
  const [bij = '', hoe] = cut(text, 2);
  if (hoe && ['toetsingskader', 'verzamelen', 'oordelen'].includes(bij)) return [[bij, hoe]];
  bad(problems, '--burgers', text, 'toetsingskader=hoe, verzamelen=hoe of oordelen=hoe');
  return [];
}

/** At most so many parts between `=`; the last may hold more of them. */
function cut(text: string, count: number): string[] {
  const parts = text.split('=');
  const head = parts.slice(0, count - 1);
  const tail = parts.slice(count - 1).join('=');
  return [...head, ...(parts.length >= count ? [tail] : [])].map((part) => part.trim());
}

function bad(problems: Problems, flag: string, text: string, form: string): undefined {
  problems.push(error('gebruik/vorm', `${flag} "${text}" heeft niet de goede vorm`, { help: `schrijf ${flag} "${form}"` }));
  return undefined;
}
