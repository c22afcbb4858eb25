import { readdirSync, readFileSync } from 'node:fs';
import { parseYaml } from '../../src/source/yaml.ts';

interface Vindplaats {
  document: string;
  plaats: string;
}

interface Indicator {
  id: string;
  tekst: string;
  kort: string;
  vindplaats?: Vindplaats;
  kenmerken?: Record<string, string[]>;
  redactie?: { tekst: string }[];
  aandachtspunten?: { id: string; tekst: string }[];
}

interface Criterium {
  id: string;
  tekst: string;
  toelichting: string;
  vindplaats?: Vindplaats;
  duiding?: { grondslag: string; auteur: string; status: string }[];
  kenmerken: Record<string, string[]>;
  redactie?: { tekst: string }[];
  indicatoren: Indicator[];
}

interface Definitie {
  id: string;
  term: string;
  tekst: string;
  vindplaats: Vindplaats;
}

interface Kader {
  soort: string;
  status: string;
  geldigheid: { van: string };
  documenten: { id: string }[];
  grondslagen: { id: string; vindplaats: Vindplaats }[];
  themas: string[];
}

const FRAMEWORK = new URL('../../framework/', import.meta.url);

/** Parses one file under `framework/`; a file with an error fails the test that reads it. */
export function read<T>(path: string): T {
  const { value, diagnostics } = parseYaml(readText(path), path);
  if (!value) throw new Error(JSON.stringify(diagnostics));
  return value.value as T;
}

/** The text of one file under `framework/`. */
export function readText(path: string): string {
  return readFileSync(new URL(path, FRAMEWORK), 'utf8');
}

/** The names of the files with an ending under `framework/`, as paths from there. */
export function filesWith(ending: string): string[] {
  const names = readdirSync(FRAMEWORK, { recursive: true, encoding: 'utf8' });
  return names
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith(ending))
    .sort();
}

/** A kader with its themas in order; the criteria stand beside their number (`1.1`). */
export function readKader(id: string) {
  const kader = read<Kader>(`${id}/kader.yaml`);
  const themas = kader.themas.map((name) => read<{ id: string; criteria: Criterium[] }>(`${id}/themas/${name}.yaml`));
  const criteria = themas.flatMap((thema, t) =>
    thema.criteria.map((criterium, c) => ({ nummer: `${t + 1}.${c + 1}`, ...criterium })),
  );
  return { kader, themas, criteria, indicatoren: criteria.flatMap((criterium) => criterium.indicatoren) };
}

/** Every reference that resolves in a kader: thema, criterium, criterium/indicator. */
export function references({ themas, criteria }: ReturnType<typeof readKader>): Set<string> {
  const indicatoren = criteria.flatMap(({ id, indicatoren }) => indicatoren.map((indicator) => `${id}/${indicator.id}`));
  return new Set([...themas.map(({ id }) => id), ...criteria.map(({ id }) => id), ...indicatoren]);
}

/** The definities of a kader, in order. */
export function readDefinities(id: string): Definitie[] {
  return read<{ definities: Definitie[] }>(`${id}/definities.yaml`).definities;
}
