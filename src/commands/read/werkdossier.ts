import { basename, extname, join } from 'node:path';
import { error } from '../../diagnostics/diagnostic.ts';
import { exists, listNames, readText, requireInside, shownPath, TEXT_LIMIT } from '../../io/files.ts';
import type { Dossier } from '../../onderzoek/dossier.ts';
import type { Bron, LeveringBestand, Waarneming } from '../../schema/generated/types.ts';
import { type Format, validateValue } from '../../schema/validate.ts';
import { fromPointer } from '../../source/pointer.ts';
import { type Reading, readYaml } from './yaml.ts';

/** Reads what respondents said: bronnen, waarnemingen and leveringen, in YAML or, where they are many, one to a line. */
export function readWerkdossier(folder: string, reading: Reading): Pick<Dossier, 'bronnen' | 'waarnemingen' | 'leveringen'> {
  const root = join(folder, 'werkdossier');
  const inside = (...names: string[]) => requireInside(folder, join(root, ...names));
  const named = (sub: string, kind: RegExp) =>
    listNames(join(root, sub)).flatMap((name) => (kind.test(name) ? inside(sub, name) : []));
  const waarnemingen = named('waarnemingen', /\.(?:yaml|ndjson)$/).flatMap((path): Waarneming[] => {
    if (extname(path) === '.yaml') return readYaml(path, 'waarnemingen', reading)?.value.waarnemingen ?? [];
    const bron = basename(path, '.ndjson');
    return readLines<Waarneming>(path, 'waarnemingen', (records) => ({ formaat: 1, bron, waarnemingen: records }), reading);
  });
  const leveringen = named('leveringen', /\.yaml$/).flatMap((path): LeveringBestand[] => {
    const read = readYaml(path, 'levering', reading);
    return read ? [read.value] : [];
  });
  return { bronnen: readBronnen(inside('bronnen.yaml'), inside('bronnen.ndjson'), reading), waarnemingen, leveringen };
}

function readBronnen(yaml: string, ndjson: string, reading: Reading): Bron[] {
  if (exists(ndjson)) return readLines<Bron>(ndjson, 'bronnen', (records) => ({ formaat: 1, bronnen: records }), reading);
  return exists(yaml) ? (readYaml(yaml, 'bronnen', reading)?.value.bronnen ?? []) : [];
}

/** Reads one JSON object to a line; `wrap` makes of them what the schema of the format describes. */
function readLines<T>(path: string, format: Format, wrap: (records: unknown[]) => object, reading: Reading): T[] {
  const file = shownPath(path);
  const records: unknown[] = [];
  const places: number[] = [];
  const before = reading.diagnostics.length;
  for (const [index, line] of readText(path, 10 * TEXT_LIMIT)
    .split('\n')
    .entries()) {
    if (line === '') continue;
    try {
      records.push(JSON.parse(line));
      places.push(index + 1);
    } catch {
      const position = { line: index + 1, column: 1 };
      reading.diagnostics.push(
        error('source/ndjson', 'deze regel is geen geldige JSON', { file, position, help: RESTORE[format] ?? COPY }),
      );
    }
  }
  for (const { pointer = '', ...problem } of validateValue(format, wrap(records))) {
    const line = places[Number(fromPointer(pointer)[1])] ?? 1;
    reading.diagnostics.push({ ...problem, file, position: { line, column: 1 } });
  }
  return reading.diagnostics.length > before ? [] : (records as T[]);
}

const COPY = 'tsd schrijft dit bestand zelf; zet een kopie terug';
const RESTORE: Partial<Record<Format, string>> = {
  waarnemingen: `${COPY}, of haal het weg en lees de leveringen van deze bron opnieuw in`,
};
