import { InvalidArgumentError } from 'commander';

/** What the argument `<onderzoek>` takes, the same in every command. */
export const ONDERZOEK = 'map van het onderzoek, of zijn id onder onderzoeken/';

/** A parser for an option that takes one of a list of values. */
export function choices(values: readonly string[]): (written: string) => string {
  return (written) => {
    if (values.includes(written)) return written;
    throw new InvalidArgumentError(`Kies uit: ${values.join(', ')}.`);
  };
}

/** A parser for an option that takes several of a list of values, with commas between. */
export function choiceList(values: readonly string[]): (written: string) => string[] {
  return (written) => written.split(',').map((part) => choices(values)(part.trim()));
}

/** A parser for an option that takes several names or paths, with commas between, and may be given more than once. */
export function parts(written: string, before: string[] = []): string[] {
  const found = written.split(',').map((part) => part.trim());
  if (found.every((part) => part !== '')) return [...before, ...found];
  throw new InvalidArgumentError('Zet tussen twee komma’s een naam.');
}

/** A parser for an option that takes the number of a row. */
export function rowNumber(written: string): number {
  if (/^[1-9]\d{0,6}$/.test(written)) return Number(written);
  throw new InvalidArgumentError('Geef een nummer vanaf 1.');
}

/** A parser for an option that may be given more than once. */
export function collect(written: string, before: string[] | undefined): string[] {
  return [...(before ?? []), written];
}

/** A parser for an option that says one thing: given twice, one of the two would be lost. */
export function once(written: string, before: string | undefined): string {
  if (before === undefined) return written;
  throw new InvalidArgumentError(`Deze optie mag één keer; er stond al "${before}".`);
}

/** The lines below the help of a command that show it in use; each is a command without `tsd`. */
export function examples(...lines: string[]): string {
  return ['', lines.length === 1 ? 'Voorbeeld:' : 'Voorbeelden:', ...lines.map((line) => `  tsd ${line}`)].join('\n');
}
