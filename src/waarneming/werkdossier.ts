import { schemaLineIn } from '../onderzoek/schema-line.ts';
import type { Bron, LeveringBestand, Waarneming } from '../schema/generated/types.ts';
import type { Format } from '../schema/validate.ts';
import { by, groupBy } from '../source/order.ts';
import { stringifyYaml } from '../source/yaml.ts';
import { leveringNames } from './record-levering.ts';

/** More records than this are written one to a line, so that a large file still reads fast. */
export const YAML_MAXIMUM = 500;

/** What lies in a werkdossier. */
export interface Werkdossier {
  bronnen: readonly Bron[];
  waarnemingen: readonly Waarneming[];
  leveringen: readonly LeveringBestand[];
}

/** A file of a werkdossier. */
export interface WerkdossierFile {
  /** The path within the werkdossier, with `/`. */
  pad: string;
  /** The path that the same records have in the other form; a file there is out of date. */
  other?: string;
  ids: string[];
  /** What it holds: the bronnen, the waarnemingen from one bron, or one levering. */
  subject: { soort: 'bronnen' } | { soort: 'waarnemingen' | 'leveringen'; id: string };
  render(): string;
}

function bronnenPad(count: number): string {
  return `bronnen${extension(count)}`;
}

/** The path of the waarnemingen from one bron, by their number. */
export function waarnemingenPad(bron: string, count: number): string {
  return `waarnemingen/${bron}${extension(count)}`;
}

/** Lays out a werkdossier as files, in a fixed order. Bronnen stand by id; waarnemingen as they were recorded. */
export function layOutWerkdossier({ bronnen, waarnemingen, leveringen }: Werkdossier): WerkdossierFile[] {
  const perBron = [...groupBy(waarnemingen, ({ bron }) => bron)].sort(by(([bron]) => bron));
  return [
    bronnenFile([...bronnen].sort(by(({ id }) => id))),
    ...perBron.map(([bron, list]) => waarnemingenFile(bron, list)),
    ...[...leveringen].sort(by(({ sha256 }) => sha256)).map(leveringFile),
  ];
}

function bronnenFile(bronnen: readonly Bron[]): WerkdossierFile {
  return {
    ...pads(bronnen.length, bronnenPad),
    ids: bronnen.map(({ id }) => id),
    subject: { soort: 'bronnen' },
    render: () => (bronnen.length > YAML_MAXIMUM ? lines(bronnen) : yaml(bronnenPad(0), 'bronnen', { formaat: 1, bronnen })),
  };
}

function waarnemingenFile(bron: string, list: readonly Waarneming[]): WerkdossierFile {
  return {
    ...pads(list.length, (count) => waarnemingenPad(bron, count)),
    ids: list.map(({ id }) => id),
    subject: { soort: 'waarnemingen', id: bron },
    render: () =>
      list.length > YAML_MAXIMUM
        ? lines(list)
        : yaml(waarnemingenPad(bron, 0), 'waarnemingen', { formaat: 1, bron, waarnemingen: list }),
  };
}

function leveringFile(levering: LeveringBestand): WerkdossierFile {
  const id = levering.sha256;
  const pad = `leveringen/${id}.yaml`;
  return {
    pad,
    ids: leveringNames([levering]),
    subject: { soort: 'leveringen', id },
    render: () => yaml(pad, 'levering', levering),
  };
}

function pads(count: number, pad: (count: number) => string): { pad: string; other: string } {
  return { pad: pad(count), other: pad(count > YAML_MAXIMUM ? 0 : YAML_MAXIMUM + 1) };
}

function extension(count: number): string {
  return count > YAML_MAXIMUM ? '.ndjson' : '.yaml';
}

function yaml(pad: string, format: Format, value: object): string {
  return schemaLineIn(`werkdossier/${pad}`, format) + stringifyYaml(value);
}

function lines(records: readonly object[]): string {
  return `${records.map((record) => JSON.stringify(record)).join('\n')}\n`;
}

/** A file as the manifest names it. */
export interface ManifestLine {
  pad: string;
  sha256: string;
  ids: readonly string[];
}

/**
 * The manifest of a werkdossier as YAML. Every text is quoted, so that no id reads as a number, and there may be a hundred
 * thousand ids: this writes the two shapes a manifest has by hand.
 */
export function renderManifest(files: readonly ManifestLine[]): string {
  const quoted = files.map(({ pad, sha256, ids }) => {
    const list = ids.length === 0 ? ' []' : ids.map((id) => `\n      - ${JSON.stringify(id)}`).join('');
    return `  - pad: ${JSON.stringify(pad)}\n    sha256: ${JSON.stringify(sha256)}\n    ids:${list}\n`;
  });
  const top = `${schemaLineIn('werkdossier.manifest.yaml', 'manifest')}# Door tsd geschreven: wat er in het werkdossier ligt.\n`;
  return `${top}formaat: 1\nbestanden:${files.length === 0 ? ' []' : ''}\n${quoted.join('')}`;
}
