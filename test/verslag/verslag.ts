import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bron, Waarneming } from '../../src/schema/generated/types.ts';
import { parseYaml } from '../../src/source/yaml.ts';
import { deliver, type Ingested, ingest, newOnderzoek } from '../waarneming/onderzoek.ts';
import { docx, type SmallDocument } from '../word/docx.ts';

/** What a verslag says of its bron in most tests. */
export const BRON = {
  Bron: 'b1',
  Soort: 'gesprek',
  Perspectief: 'burger',
  Respondenttype: 'jongere',
  Datum: '14-2-2026',
  Gebied: 'Fictiehove',
  Casus: 'c01',
};

/** A verslag of four paragraphs that two people coded. */
export const VERSLAG: SmallDocument = {
  bron: BRON,
  body: [
    'Verslag van een gesprek',
    '[1]Ze begonnen pas toen ik 17 was.[/1] Dat was te laat.',
    'Niemand vertelde [2]wie het regelde. Ik belde steeds iemand anders,',
    'en die wist het ook niet.[/2]',
    'Het plan heb ik [3]zelf gelezen[/3].',
  ],
  comments: {
    1: { text: 'E1.1, verbeterpunt', author: 'A. Codeur' },
    2: { text: 'samen/regie\nverbeterpunt; citeerbaar', author: 'A. Codeur' },
    3: { text: 'E1b', author: 'B. Tweede' },
  },
};

/** How a document is delivered. */
export interface Delivering {
  folder?: string;
  name?: string;
  vervang?: boolean;
  bron?: string;
}

/** Delivers a document to an onderzoek, new unless it is given, and reads it in. */
export async function ingestDocument(
  document: SmallDocument | Uint8Array,
  { folder = newOnderzoek(), name = 'verslag.docx', ...options }: Delivering = {},
): Promise<{ folder: string; result: Ingested }> {
  const bytes = document instanceof Uint8Array ? document : docx(document);
  return { folder, result: await ingest(folder, [deliver(folder, name, bytes)], options) };
}

/** The messages of an outcome with their codes and places. */
export function said({ meldingen }: Ingested): string[] {
  return meldingen.map(({ code, message, cell }) =>
    [code, cell && `${cell.unit ?? 'rij'} ${cell.row}`, message].filter(Boolean).join(' | '),
  );
}

/** The waarnemingen of a bron as they were written. */
export function waarnemingen(folder: string, bron = 'b1'): Waarneming[] {
  return (read(folder, `waarnemingen/${bron}.yaml`) as { waarnemingen: Waarneming[] } | undefined)?.waarnemingen ?? [];
}

/** The bronnen as they were written. */
export function bronnen(folder: string): Bron[] {
  return (read(folder, 'bronnen.yaml') as { bronnen: Bron[] } | undefined)?.bronnen ?? [];
}

/** The files in a folder of the werkdossier. */
export function filesIn(folder: string, sub: string): string[] {
  const path = join(folder, 'werkdossier', sub);
  return existsSync(path) ? readdirSync(path, { recursive: true, encoding: 'utf8' }).sort() : [];
}

function read(folder: string, name: string): unknown {
  const path = join(folder, 'werkdossier', name);
  return existsSync(path) ? parseYaml(readFileSync(path, 'utf8'), path).value?.value : undefined;
}
