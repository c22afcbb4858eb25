import type { BronInhoud, Formulierkenmerk, WaarnemingenformulierBestand, WaarnemingInhoud } from '../schema/generated/types.ts';
import { by } from '../source/order.ts';
import { readBewerking, readInhoud, readVersies } from './exchange-record.ts';
import { BRON_VELDEN, isBlank, WAARNEMING_VELDEN } from './fields.ts';
import { isOpen, type Vastlegging } from './versions.ts';

/** A bron as a form holds it. */
export type FormBron = Vastlegging<BronInhoud>;

/** A waarneming as a form holds it. */
export type FormWaarneming = Vastlegging<WaarnemingInhoud>;

/** Everything that was recorded in a form. */
export interface Inhoud {
  bronnen: FormBron[];
  waarnemingen: FormWaarneming[];
}

/** What says that a file is what the HTML form gave out. */
const SOORT = 'waarnemingenformulier';

/** The file that a form gives out: in the order in which things were made, without waarnemingen in which nothing was filled in. */
export function exportText(formulier: Formulierkenmerk, { bronnen, waarnemingen }: Inhoud): string {
  const file: WaarnemingenformulierBestand = {
    formaat: 1,
    soort: SOORT,
    formulier,
    bronnen: inOrder(bronnen),
    waarnemingen: inOrder(waarnemingen.filter((item) => isOpen(item) || !item.inhoud || !isBlank(item.inhoud))),
  };
  return `${JSON.stringify(file, null, 1)}\n`;
}

/** Records in the order in which they were made. */
export function inOrder<R extends Vastlegging<unknown>>(records: readonly R[]): R[] {
  return [...records].sort(by(({ bewerking, id }) => `${bewerking.gemaakt} ${id}`));
}

/** Whether a file that begins like this is what an HTML form gave out. */
export function isExport(start: string): boolean {
  return start.trimStart().startsWith('{') && start.includes(`"${SOORT}"`);
}

/** What a file holds for this form, or what a person must know of why it does not. */
export type Invoer = { inhoud: Inhoud; anderKader: boolean } | { fout: string };

const GEEN_UITVOER = 'Dit is geen bestand van dit formulier. Kies een bestand dat met “Maak bestand” is gemaakt.';

/**
 * Reads what a form gave out, in the page itself. Whoever made the file, only texts in known fields come out of it; all
 * other rules are those of reading in with tsd.
 */
export function readExport(text: string, formulier: Formulierkenmerk): Invoer {
  const file = parse(text);
  if (!isObject(file) || file.soort !== SOORT || !isObject(file.formulier)) return { fout: GEEN_UITVOER };
  if (file.formaat !== 1 || file.formulier.versie !== formulier.versie)
    return { fout: 'Dit bestand is met een andere versie van het formulier gemaakt. Gebruik hetzelfde formulier.' };
  if (file.formulier.id !== formulier.id) return { fout: otherForm(file.formulier, formulier) };
  const bronnen = readRecords<BronInhoud>(file.bronnen, BRON_VELDEN);
  const waarnemingen = readRecords<WaarnemingInhoud>(file.waarnemingen, WAARNEMING_VELDEN);
  if (!bronnen || !waarnemingen) return { fout: 'Dit bestand is beschadigd: er is niets ingevoegd. Maak het opnieuw.' };
  return { inhoud: { bronnen, waarnemingen }, anderKader: file.formulier.vingerafdruk !== formulier.vingerafdruk };
}

function otherForm({ onderzoek, levering }: { [key: string]: unknown }, here: Formulierkenmerk): string {
  const from = `onderzoek ${String(onderzoek)}, levering ${String(levering)}`;
  return `Dit bestand hoort bij een ander formulier (${from}). Dit formulier is van onderzoek ${here.onderzoek}, levering ${here.levering}.`;
}

function readRecords<I extends object>(records: unknown, velden: readonly string[]): Vastlegging<I>[] | undefined {
  if (!Array.isArray(records)) return undefined;
  const read = records.map((record) => readRecord<I>(record, velden));
  return read.every((record) => record !== undefined) ? read : undefined;
}

function readRecord<I extends object>(record: unknown, velden: readonly string[]): Vastlegging<I> | undefined {
  if (!isObject(record) || typeof record.id !== 'string' || !/^[a-z0-9][a-z0-9.-]{0,79}$/.test(record.id)) return undefined;
  const bewerking = readBewerking(record.bewerking);
  const inhoud = readInhoud<I>(record.inhoud, velden);
  const anders = readVersies<I>(record.anders, velden);
  if (!bewerking || inhoud === 'fout' || anders === 'fout') return undefined;
  return { id: record.id, bewerking, ...(inhoud ? { inhoud } : {}), ...(anders ? { anders } : {}) };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is { [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
