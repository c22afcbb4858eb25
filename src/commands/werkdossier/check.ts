import { hasErrors } from '../../diagnostics/diagnostic.ts';
import { countOf } from '../../source/count.ts';
import { retentionOf } from '../../waarneming/bewaartermijn.ts';
import { changedVerslagen } from '../check/verslagen.ts';
import type { Outcome } from '../outcome.ts';
import { destroyed } from '../read/manifest.ts';
import { type ReadOnderzoek, readOnderzoek } from '../read/onderzoek.ts';
import { isEarlierVerslag, lookAtWerkdossier, mismatches, type WerkdossierLook } from './look.ts';

/** `tsd werkdossier check`: whether what lies there is what the manifest says was read in. */
export function checkWerkdossier(argument: string): Outcome {
  const read = readOnderzoek(argument);
  const { dossier, reading } = read;
  if (dossier.vernietiging) {
    const { datum, door, reden } = dossier.vernietiging.value;
    return { ...reading, diagnostics: destroyed(dossier, dossier.vernietiging), data: { vernietigd: { datum, door, reden } } };
  }
  const look = lookAtWerkdossier(read);
  const diagnostics = [...mismatches(dossier, look), ...changedVerslagen(dossier)];
  const { missing, changed, unlisted } = look.comparison;
  const klopt = !hasErrors(diagnostics);
  return {
    sources: reading.sources,
    diagnostics,
    ...(klopt ? { stdout: `${screen(read, look).join('\n')}\n` } : {}),
    data: {
      klopt,
      bestanden: look.lines.length,
      ontbreekt: missing,
      gewijzigd: changed,
      extra: unlisted,
      bijlagen: look.bijlagen,
      verslagen: look.verslagen,
      overige: look.other,
      bewaren_tot: retentionOf(dossier) ?? null,
    },
  };
}

function screen({ dossier }: ReadOnderzoek, { lines, bijlagen, verslagen, other }: WerkdossierLook): string[] {
  if (lines.length === 0) return ['er is nog niets ingelezen, en er is dus nog geen manifest om mee te vergelijken'];
  const away = bijlagen.filter(({ elders }) => elders !== undefined);
  const here = bijlagen.length - away.length;
  const earlier = verslagen.filter(isEarlierVerslag).length;
  const until = retentionOf(dossier);
  return [
    'het werkdossier klopt met het manifest',
    `  ${countOf(dossier.bronnen.length, 'bron', 'bronnen')}, ${countOf(dossier.waarnemingen.length, 'waarneming', 'waarnemingen')}`,
    `  ${countOf(lines.length, 'bestand', 'bestanden')} zoals ingelezen${here > 0 ? `, waarvan ${countOf(here, 'bijlage', 'bijlagen')}` : ''}`,
    ...away.map(({ pad, elders }) => `  ligt elders, en is niet nagekeken: ${pad} (${elders})`),
    ...(verslagen.length > 0
      ? [
          `  ${countOf(verslagen.length, 'verslag', 'verslagen')}${earlier > 0 ? `, waarvan ${countOf(earlier, 'eerdere versie', 'eerdere versies')}` : ''}`,
        ]
      : []),
    ...(other.length > 0 ? [`  ${countOf(other.length, 'ander bestand', 'andere bestanden')}: ${folders(other)}`] : []),
    `  te bewaren tot: ${until ?? 'niet vastgelegd'}`,
  ];
}

/** How many files lie in each folder at the top: “formulieren 2, concept 1”. */
function folders(pads: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const pad of pads) {
    const [top = ''] = pad.includes('/') ? pad.split('/') : ['los'];
    counts.set(top, (counts.get(top) ?? 0) + 1);
  }
  return [...counts].map(([top, count]) => `${top} ${count}`).join(', ');
}
