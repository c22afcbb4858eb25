import type { ColumnProfile } from './profile.ts';
import type { ProposedField } from './propose-values.ts';

/** What may stand between two files in one cell, beside the `|` and line break that are always taken so. */
const SEPARATORS = [';', ','] as const;

/** The end of a name of a file, with perhaps its omschrijving in brackets behind it. */
const FILE = /^[^:*?"<>]+\.[a-z][a-z0-9]{1,4}(?:\s+\(.*\))?$/is;
const FOREIGN = /^[a-z]+:/i;

/** Whether the names of files stand in a column: an address on the web is no file that comes with the table. */
export function holdsFiles(profile: ColumnProfile): boolean {
  return profile.filled > 0 && separatorOf(profile) !== undefined;
}

/** Proposes the bijlagen of a row; which files there are, is known only on reading in. */
export function proposeBijlagen(profile: ColumnProfile): ProposedField {
  const between = separatorOf(profile);
  const scheiding = between === undefined || between === '' ? {} : { scheiding: between };
  return {
    veld: 'bijlagen',
    waarde: { kolom: profile.name, ...scheiding },
    uitleg: ['NAGAAN: liggen deze bestanden naast de tabel? is het in een map, zet die dan bij vooraf: "fotos/"'],
  };
}

/** What stands between files; empty where no sign is, or one that is always taken so. */
function separatorOf({ values }: ColumnProfile): string | undefined {
  return ['', ...SEPARATORS].find((sign) => values.every((value) => partsOf(value, sign).every(isFile)));
}

function partsOf(text: string, sign: string): string[] {
  const parts = text.split(sign === '' ? /[|\n]/ : sign);
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

/** `a.jpg; b.jpg` is two files, not one that is called so. */
function isFile(text: string): boolean {
  const isTwo = SEPARATORS.some((sign) => text.split(sign).filter((part) => FILE.test(part.trim())).length > 1);
  return FILE.test(text) && !FOREIGN.test(text) && !isTwo;
}
