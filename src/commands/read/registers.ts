import { basename, join } from 'node:path';
import { exists, listNames, readText, requireInside } from '../../io/files.ts';
import { parseHerindelingen, parseRegister, type Registers } from '../../onderzoek/register.ts';

const HERINDELINGEN = 'herindelingen.csv';

/** Reads the registers of a framework: every CSV in `registers/`, of which one holds the mergers. */
export function readRegisters(framework: string): Registers {
  const folder = join(framework, 'registers');
  const read = (name: string) => readText(requireInside(framework, join(folder, name)));
  const names = listNames(folder).filter((name) => name.endsWith('.csv') && name !== HERINDELINGEN);
  const lijsten = new Map(names.map((name) => [basename(name, '.csv'), parseRegister(read(name))]));
  const merged = exists(join(folder, HERINDELINGEN)) ? parseHerindelingen(read(HERINDELINGEN)) : [];
  return { lijsten, herindelingen: merged };
}
