import type { Bewerking } from '../schema/generated/types.ts';
import { LIJSTVELDEN } from './fields.ts';
import type { Versie } from './versions.ts';

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const STEMPEL = /^[a-z0-9]{4,20}\.\d{1,9}$/;

/** Takes a `bewerking` from a file, or nothing where it has not the form of one. */
export function readBewerking(value: unknown): Bewerking | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { stempel, eerder, gemaakt, gewijzigd } = value as { [key: string]: unknown };
  const fine = fits(stempel, STEMPEL) && Array.isArray(eerder) && eerder.every((item): item is string => fits(item, STEMPEL));
  if (!fine || !fits(gemaakt, MOMENT) || !fits(gewijzigd, MOMENT)) return undefined;
  return { stempel, eerder, gemaakt, gewijzigd };
}

/** Takes the known fields of a version from a file; nothing where it says that it was removed. */
export function readInhoud<I extends object>(value: unknown, velden: readonly string[]): I | undefined | 'fout' {
  if (value === undefined) return undefined;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'fout';
  const own = Object.entries(value).filter(([veld]) => velden.includes(veld));
  const fine = own.every(([veld, item]) => (LIJSTVELDEN.includes(veld) ? isTexts(item) : typeof item === 'string'));
  return fine ? (Object.fromEntries(own) as I) : 'fout';
}

/** Takes the other versions from a file. */
export function readVersies<I extends object>(value: unknown, velden: readonly string[]): Versie<I>[] | undefined | 'fout' {
  if (value === undefined) return undefined;
  if (!Array.isArray(value)) return 'fout';
  const versies = value.map((item) => readVersie<I>(item, velden));
  return versies.every((versie) => versie !== undefined) ? versies : 'fout';
}

function readVersie<I extends object>(value: unknown, velden: readonly string[]): Versie<I> | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { bewerking, inhoud } = value as { [key: string]: unknown };
  const [read, content] = [readBewerking(bewerking), readInhoud<I>(inhoud, velden)];
  return read && content !== 'fout' ? { bewerking: read, ...(content ? { inhoud: content } : {}) } : undefined;
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

function fits(value: unknown, pattern: RegExp): value is string {
  return typeof value === 'string' && pattern.test(value);
}
