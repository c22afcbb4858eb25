import { type Diagnostic, info, warning } from '../../diagnostics/diagnostic.ts';
import { someOf } from '../../diagnostics/some-of.ts';
import type { Dossier } from '../../onderzoek/dossier.ts';
import type { ToetsingskaderBestand } from '../../schema/generated/types.ts';
import { groupBy } from '../../source/order.ts';
import type { Chain } from '../chain.ts';
import type { Check, CheckContext } from './context.ts';
import { beside } from './context.ts';

/** What was recorded and leads nowhere, and what was chosen and never looked at. Nothing here stops a report. */
export const checkCoverage: Check = (context) => [
  ...unseen(context),
  ...uncoded(context),
  ...untold(context),
  ...unused(context),
];

function unseen({ dossier, chain }: CheckContext): Diagnostic[] {
  const { toetsingskader, waarnemingen } = dossier;
  if (!toetsingskader || waarnemingen.length === 0) return [];
  const silent = [...chain.norms.values()]
    .filter(({ soort, nietVanToepassing }) => soort === 'indicator' && !nietVanToepassing)
    .filter(({ ref }) => !(chain.above.get(ref) ?? []).some((user) => user.startsWith('waarneming:')));
  const pointers = indicatorPointers(toetsingskader.value);
  return silent.map(({ ref }) =>
    warning('oordeel/zonder-waarneming', `over indicator '${ref}' is in geen enkel gebied iets waargenomen`, {
      file: toetsingskader.file,
      pointer: pointers.get(ref) ?? '/criteria',
      help: 'zoek verder, of zeg in toetsingskader.yaml waarom hij niet van toepassing is',
    }),
  );
}

/** Where each indicator stands in toetsingskader.yaml. */
function indicatorPointers({ criteria }: ToetsingskaderBestand): Map<string, string> {
  const places = criteria.flatMap(({ indicatoren = [] }, nummer) =>
    indicatoren.map(({ ref }, index): [string, string] => [ref, `/criteria/${nummer}/indicatoren/${index}`]),
  );
  return new Map(places);
}

function uncoded({ dossier }: CheckContext): Diagnostic[] {
  const open = dossier.waarnemingen.filter(({ indicatoren }) => indicatoren.length === 0).map(({ id }) => id);
  if (open.length === 0) return [];
  return [
    info('oordeel/ongecodeerd', `nog niet gecodeerde waarnemingen (${open.length}): ${someOf(open)}`, {
      file: beside(dossier, 'werkdossier'),
    }),
  ];
}

/** The waarnemingen that no bevinding rests on or is contradicted by; those that were withdrawn do not count. */
export function unusedWaarnemingen({ waarnemingen }: Dossier, { above }: Chain): string[] {
  const rests = (ref: string) => (above.get(ref) ?? []).some((user) => user.startsWith('bevinding:'));
  return waarnemingen.filter(({ id, ingetrokken }) => !ingetrokken && !rests(`waarneming:${id}`)).map(({ id }) => id);
}

function untold({ dossier, chain }: CheckContext): Diagnostic[] {
  const ids = unusedWaarnemingen(dossier, chain);
  // Before there are bevindingen it would be all of them, and no news.
  if (ids.length === 0 || dossier.bevindingen.length === 0) return [];
  const message = `waarnemingen waar nog geen bevinding op rust (${ids.length}): ${someOf(ids)}`;
  const help = 'met tsd check --json staan ze er allemaal; wat niets toevoegt, hoeft in geen bevinding';
  return [{ ...info('oordeel/ongebruikte-waarneming', message, { file: beside(dossier, 'werkdossier') }), help }];
}

function unused({ chain }: CheckContext): Diagnostic[] {
  const loose = [...chain.nodes.values()].filter(
    ({ soort, ref, ingetrokken }) => soort === 'bevinding' && !ingetrokken && !chain.above.has(ref),
  );
  return [...groupBy(loose, ({ place }) => place?.bestand.file ?? '')].map(([file, nodes]) => {
    const message = `bevindingen waar nog geen zin op rust (${nodes.length}): ${someOf(nodes.map(({ ref }) => ref))}`;
    return info('oordeel/ongebruikte-bevinding', message, { file });
  });
}
