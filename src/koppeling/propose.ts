import { BIJLAGEN } from '../waarneming/columns.ts';
import type { Words } from '../waarneming/words.ts';
import { type Assigned, assignColumns } from './assign.ts';
import { idOf } from './ids.ts';
import { nameFits } from './names.ts';
import { isPersonal } from './persons.ts';
import type { ColumnProfile } from './profile.ts';
import { proposeBijlagen } from './propose-bijlagen.ts';
import { bronId, waarnemingId } from './propose-ids.ts';
import { type ProposedEntry, proposeTexts } from './propose-texts.ts';
import { type ProposedField, proposeValues } from './propose-values.ts';
import { type Asked, isQuestion } from './texts.ts';

/** What is known of a table for which a koppeling is proposed. */
export interface KnownTable {
  /** The name of the file, without its extension. */
  stem: string;
  blad?: string;
  koprij?: number;
  columns: readonly ColumnProfile[];
  rows: number;
}

/** What is known of the onderzoek. */
export interface ProposeOptions {
  words: Words;
  /** The items, to know a question by its text. */
  items: readonly Asked[];
}

/** A koppeling that is proposed, with what is uncertain in it. */
export interface Proposal {
  levering: string;
  blad?: string;
  koprij?: number;
  overslaan: { kolom: string; reden: string }[];
  negeer: { kolom: string; reden: string }[];
  bron: ProposedField[];
  waarneming: ProposedField[];
  waarnemingen: ProposedEntry[];
  /** Fields that cannot be done without, and were not found; with what may be filled in. */
  ontbreekt: { deel: 'bron' | 'waarneming'; veld: string; uitleg: string }[];
  /** Columns that are kept as they are. */
  extra: string[];
}

/** Proposes how a table is read: by the names of its columns, and else by what stands in them. */
export function proposeKoppeling(table: KnownTable, options: ProposeOptions): Proposal {
  const { words, items } = options;
  const [personal, open] = partition(table.columns);
  const assigned = assignColumns(open, table.rows, { words, items });
  const levering = leveringOf(table.stem, words);
  const texts = proposeTexts(assigned, words, items);
  const isSplit = texts.entries.length > 0;
  const files = assigned.columns.get(BIJLAGEN);
  const bijlagen = files ? [proposeBijlagen(files)] : [];
  // What comes with a row of several answers comes with none of them in particular.
  const bron = [...proposeBron(assigned, levering, options), ...(isSplit ? bijlagen : [])];
  const waarneming = [
    ...waarnemingId(assigned, levering),
    ...texts.tekst,
    ...fieldsOf(ownFields(isSplit), assigned, words),
    ...(isSplit ? [] : bijlagen),
  ];
  return {
    levering,
    ...placeOf(table),
    overslaan: withoutText(texts.tekst, assigned, table.rows),
    negeer: personal.map(({ name }) => ({ kolom: name, reden: 'gaat over een persoon' })),
    bron,
    waarneming,
    waarnemingen: texts.entries,
    ontbreekt: missing(bron, assigned, words),
    extra: unused(assigned, [...bron, ...waarneming]),
  };
}

/** Columns about persons, which are never read, and all others. */
function partition(columns: readonly ColumnProfile[]): [ColumnProfile[], ColumnProfile[]] {
  return [columns.filter(({ name }) => isPersonal(name)), columns.filter(({ name }) => !isPersonal(name))];
}

function placeOf({ blad, koprij }: KnownTable): Pick<Proposal, 'blad' | 'koprij'> {
  return { ...(blad === undefined ? {} : { blad }), ...(koprij === undefined ? {} : { koprij }) };
}

/** The name of the file, where it can be an id. */
function leveringOf(stem: string, words: Words): string {
  const id = idOf(stem);
  return id !== '' && words.ids.find(id) !== undefined ? id : 'levering';
}

function proposeBron(assigned: Assigned, levering: string, options: ProposeOptions): ProposedField[] {
  const attributes = fieldsOf(BRON_ATTRIBUTES, assigned, options.words);
  return [bronId(assigned, attributes, levering), ...attributes, ...constants(assigned, options)];
}

function fieldsOf(names: readonly string[], { columns, doubtful }: Assigned, words: Words): ProposedField[] {
  return names.flatMap((column) => {
    const profile = columns.get(column);
    return profile ? [proposeValues(column, profile, words, doubtful.has(column))] : [];
  });
}

/** What each question is about, its own entry says. */
function ownFields(isSplit: boolean): readonly string[] {
  return isSplit ? OWN_FIELDS.filter((column) => column !== 'indicator' && column !== 'item') : OWN_FIELDS;
}

/** Rows in which nothing was said, where one column holds what is said. */
function withoutText([tekst]: readonly ProposedField[], { texts }: Assigned, rows: number): Proposal['overslaan'] {
  const [profile] = texts;
  return tekst && profile && profile.filled < rows ? [{ kolom: profile.name, reden: 'zonder tekst' }] : [];
}

function unused({ rest }: Assigned, fields: readonly ProposedField[]): string[] {
  const used = new Set(fields.flatMap(({ waarde }) => waarde.kolommen ?? waarde.kolom ?? []));
  return rest.filter((name) => !used.has(name));
}

const BRON_ATTRIBUTES = [
  'bron soort',
  'bron perspectief',
  'bron respondenttype',
  'bron datum',
  'bron casus',
  'bron gebieden',
  'bron partij',
  'bron omschrijving',
];
const OWN_FIELDS = ['indicator', 'item', 'strekking', 'verklarende factor', 'vertrouwelijk', 'citeerbaar', 'vastgelegd door'];

/** What is the same for every row, as far as it can be known. */
function constants({ columns, texts, rest }: Assigned, { words, items }: ProposeOptions): ProposedField[] {
  const [gebied, ...more] = words.gebieden.values;
  const within = rest.find((name) => nameFits(name, 'bron gebieden') !== undefined);
  const doubt = within === undefined ? [] : [`NAGAAN: elke rij geldt als '${gebied}', wat er ook in kolom '${within}' staat`];
  const soort = texts.length > 1 && texts.some((text) => isQuestion(text, items)) ? 'vragenlijst' : 'overig';
  return [
    ...(columns.has('bron soort')
      ? []
      : [{ veld: 'soort', waarde: { vast: soort }, uitleg: [`NAGAAN: ${words.bronsoorten.help ?? 'wat voor bron dit is'}`] }]),
    ...(columns.has('bron gebieden') || gebied === undefined || more.length > 0
      ? []
      : [{ veld: 'gebieden', waarde: { vast: gebied }, uitleg: doubt }]),
  ];
}

/** What a waarneming cannot do without, and the table does not tell. */
function missing(bron: readonly ProposedField[], { texts }: Assigned, words: Words): Proposal['ontbreekt'] {
  const has = (veld: string) => bron.some((field) => field.veld === veld);
  const needed = [
    { veld: 'perspectief', uitleg: words.perspectieven.help },
    { veld: 'datum', uitleg: 'vast: "2026-02-14", of een kolom' },
    { veld: 'gebieden', uitleg: words.gebieden.help },
  ].filter(({ veld }) => !has(veld));
  return [
    ...needed.map(({ veld, uitleg = 'vast: of kolom:' }) => ({ deel: 'bron' as const, veld, uitleg })),
    ...(texts.length > 0
      ? []
      : [{ deel: 'waarneming' as const, veld: 'tekst', uitleg: 'de kolom waarin staat wat er is gezegd, gelezen of gezien' }]),
  ];
}
