import { dirname, join, resolve } from 'node:path';
import { type Diagnostic, error, hasErrors } from '../../diagnostics/diagnostic.ts';
import { Stop } from '../../diagnostics/stop.ts';
import type { Huisstijl } from '../../huisstijl/model.ts';
import { STANDAARD } from '../../huisstijl/standaard.ts';
import { exists, readBytes, requireInside } from '../../io/files.ts';
import type { HuisstijlBestand } from '../../schema/generated/types.ts';
import { resolvePositions } from '../../source/positions.ts';
import { newReading, readYaml } from '../read/yaml.ts';
import { ownTemplates } from './own-templates.ts';

/** The name of the file, in the folder with templates of one's own. */
export const HUISSTIJL = 'huisstijl.yaml';

/**
 * How documents look: as the file that is named says or, without one, `templates/huisstijl.yaml` of the project where that is there.
 * Stops when something in it cannot be used.
 */
export async function readHuisstijl(onderzoek: string, named?: string): Promise<Huisstijl> {
  const path = named === undefined ? join(ownTemplates(onderzoek), HUISSTIJL) : resolve(named);
  if (named === undefined && !exists(path)) return STANDAARD;
  const { value, diagnostics } = await checkHuisstijl(path);
  if (!value) throw new Stop(diagnostics, 1);
  return value;
}

/** Reads a huisstijl with the files that it names; without a value where something is wrong with it. */
export async function checkHuisstijl(path: string): Promise<{ value: Huisstijl | undefined; diagnostics: Diagnostic[] }> {
  const reading = newReading();
  const read = readYaml(path, 'huisstijl', reading);
  if (!read) return { value: undefined, diagnostics: resolvePositions(reading.diagnostics.map(withQuotes), reading.sources) };
  const { logo, lettertype } = readNamed(dirname(path), read.value, reading.diagnostics);
  const { buildHuisstijl } = await import('../../huisstijl/build.ts');
  const built = hasErrors(reading.diagnostics)
    ? { value: undefined, diagnostics: [] }
    : buildHuisstijl(read.value, { logo, lettertype });
  const own = [...reading.diagnostics, ...built.diagnostics].map((item) => ({ ...item, file: item.file ?? read.file }));
  return { value: built.value, diagnostics: resolvePositions(own, reading.sources) };
}

/** A file that says how documents look, with the files that it names, as far as it can be read. */
export function filesOfHuisstijl(path: string): string[] {
  try {
    const { logo, lettertype } = readYaml(path, 'huisstijl', newReading())?.value ?? {};
    return [path, ...[logo?.bestand ?? [], lettertype?.bestanden ?? []].flat().map((name) => join(dirname(path), name))];
  } catch (cause) {
    if (!(cause instanceof Stop)) throw cause;
    return [path];
  }
}

function readNamed(
  folder: string,
  { logo, lettertype }: HuisstijlBestand,
  diagnostics: Diagnostic[],
): { logo: Uint8Array | undefined; lettertype: Uint8Array[] } {
  const read = (name: string, pointer: string): Uint8Array | undefined => {
    try {
      return readBytes(requireInside(folder, join(folder, name)));
    } catch (cause) {
      if (!(cause instanceof Stop)) throw cause;
      const [found] = cause.diagnostics;
      const message = `'${name}' is niet te gebruiken: ${found?.message ?? ''}`;
      diagnostics.push(error('huisstijl/bestand', message, { pointer, ...(found?.help ? { help: found.help } : {}) }));
      return undefined;
    }
  };
  return {
    logo: logo && read(logo.bestand, '/logo/bestand'),
    lettertype: (lettertype?.bestanden ?? []).flatMap((name, index) => read(name, `/lettertype/bestanden/${index}`) ?? []),
  };
}

/** To YAML what follows a loose `#` is a remark, and so a colour without quotes is nothing. */
function withQuotes(diagnostic: Diagnostic): Diagnostic {
  if (diagnostic.code !== 'schema/leeg' || !diagnostic.pointer?.startsWith('/kleuren/')) return diagnostic;
  return {
    ...diagnostic,
    help: 'zet de kleur tussen aanhalingstekens, zoals "#0b4a6f": wat na een los # staat, leest YAML niet',
  };
}
