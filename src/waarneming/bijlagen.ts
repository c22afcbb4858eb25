import { type Diagnostic, error } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/suggest.ts';
import type { Bijlage, Bron, GeleverdeBijlage, ManifestBestand, Waarneming } from '../schema/generated/types.ts';
import type { At } from './delivered.ts';

/** A line of a manifest. */
type Line = ManifestBestand['bestanden'][number];

/** The bijlagen that are registered with bronnen and waarnemingen, each place once. */
export function bijlagenOf({
  bronnen,
  waarnemingen,
}: {
  bronnen: readonly Bron[];
  waarnemingen: readonly Waarneming[];
}): Bijlage[] {
  const all = [...bronnen, ...waarnemingen].flatMap(({ bijlagen = [] }) => bijlagen);
  return [...new Map(all.map((bijlage) => [`${bijlage.elders ?? ''}\n${bijlage.pad}`, bijlage])).values()];
}

/**
 * The bijlagen that something has with those that are delivered: one that is delivered again may have another omschrijving, another
 * file that is delivered under the same name takes the place of the first, and one that is not delivered again stays, because its
 * file does.
 */
export function joinBijlagen(known?: readonly Bijlage[], delivered?: readonly Bijlage[]): Bijlage[] | undefined {
  if (!known && !delivered) return undefined;
  const names = new Set(delivered?.flatMap(({ geleverd_als: name }) => name ?? []));
  const stays = (known ?? []).filter(({ geleverd_als: name }) => name === undefined || !names.has(name));
  const places = new Map((known ?? []).map(({ pad }, index) => [pad, index]));
  const joined = new Map([...stays, ...(delivered ?? [])].map((bijlage) => [bijlage.pad, bijlage]));
  const place = ({ pad }: Bijlage) => places.get(pad) ?? places.size;
  return [...joined.values()].sort((a, b) => place(a) - place(b));
}

/** The lines by which a manifest names the bijlagen that lie in the werkdossier. */
export function bijlageLines(bijlagen: readonly Bijlage[]): Line[] {
  return bijlagen.flatMap(({ pad, sha256, elders }) => (elders === undefined ? [{ pad, sha256, ids: [] }] : []));
}

/** The lines of a manifest, and those of bijlagen that someone registered without tsd. */
export function withBijlagen(lines: readonly Line[], bijlagen: readonly Bijlage[]): Line[] {
  const listed = new Set(lines.map(({ pad }) => pad));
  return [...lines, ...bijlageLines(bijlagen).filter(({ pad }) => !listed.has(pad))];
}

const FIELDS = ['pad', 'sha256', 'omschrijving', 'elders'];

/** Reads the field `bijlagen` of a record that no schema checked, and says what is wrong with it. */
export function readBijlagen(value: unknown, at: At): { bijlagen: GeleverdeBijlage[]; problems: Diagnostic[] } {
  if (value === undefined) return { bijlagen: [], problems: [] };
  if (!Array.isArray(value)) {
    const help = '[{"pad": "foto.jpg", "omschrijving": "de balie"}]';
    return { bijlagen: [], problems: [error('schema/soort', "in het veld 'bijlagen' hoort een lijst", { ...at, help })] };
  }
  const problems: Diagnostic[] = [];
  const bijlagen = value.flatMap((item) => readBijlage(item, at, (problem) => problems.push(problem)));
  return { bijlagen, problems };
}

function readBijlage(item: unknown, at: At, report: (diagnostic: Diagnostic) => void): GeleverdeBijlage[] {
  const record = typeof item === 'object' && item !== null ? (item as Readonly<Record<string, unknown>>) : {};
  const unknown = Object.keys(record).find((field) => !FIELDS.includes(field));
  const { pad, sha256, omschrijving, elders } = record;
  const texts = [sha256, elders].every((text) => text === undefined || typeof text === 'string');
  const fine = typeof pad === 'string' && pad !== '' && typeof omschrijving === 'string' && omschrijving !== '' && texts;
  if (fine && unknown === undefined) return [record as unknown as GeleverdeBijlage];
  const message =
    unknown === undefined
      ? 'een bijlage heeft een pad en een omschrijving nodig, als tekst'
      : `het veld '${unknown}' bestaat hier niet${didYouMean(unknown, FIELDS)}`;
  report(error('waarneming/bijlage', message, { ...at, help: '{"pad": "foto.jpg", "omschrijving": "de balie"}' }));
  return [];
}
