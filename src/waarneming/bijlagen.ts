import type { Bijlage, Bron, ManifestBestand, Waarneming } from '../schema/generated/types.ts';

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

/** The lines by which a manifest names the bijlagen that lie in the werkdossier. */
export function bijlageLines(bijlagen: readonly Bijlage[]): Line[] {
  return bijlagen.flatMap(({ pad, sha256, elders }) => (elders === undefined ? [{ pad, sha256, ids: [] }] : []));
}

/** The lines of a manifest, and those of bijlagen that someone registered without tsd. */
export function withBijlagen(lines: readonly Line[], bijlagen: readonly Bijlage[]): Line[] {
  const listed = new Set(lines.map(({ pad }) => pad));
  return [...lines, ...bijlageLines(bijlagen).filter(({ pad }) => !listed.has(pad))];
}
