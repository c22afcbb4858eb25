import { type Diagnostic, warning } from '../../diagnostics/diagnostic.ts';
import type { Check, CheckContext } from './context.ts';
import { someOf } from './context.ts';

/** What was recorded and leads nowhere, and what was chosen and never looked at. Nothing here stops a report. */
export const checkCoverage: Check = (context) => [...unseen(context), ...uncoded(context), ...unused(context)];

function unseen({ dossier, chain }: CheckContext): Diagnostic[] {
  if (dossier.waarnemingen.length === 0) return [];
  const silent = [...chain.norms.values()]
    .filter(({ soort, nietVanToepassing }) => soort === 'indicator' && !nietVanToepassing)
    .filter(({ ref }) => !(chain.above.get(ref) ?? []).some((user) => user.startsWith('waarneming:')));
  return silent.map(({ ref }) =>
    warning('oordeel/zonder-waarneming', `over indicator '${ref}' is in geen enkel gebied iets waargenomen`, {
      help: 'zoek verder, of zeg in toetsingskader.yaml waarom hij niet van toepassing is',
    }),
  );
}

function uncoded({ dossier }: CheckContext): Diagnostic[] {
  const open = dossier.waarnemingen.filter(({ indicatoren }) => indicatoren.length === 0).map(({ id }) => id);
  if (open.length === 0) return [];
  return [info('oordeel/ongecodeerd', `nog niet gecodeerde waarnemingen (${open.length}): ${someOf(open)}`)];
}

function unused({ chain }: CheckContext): Diagnostic[] {
  const loose = [...chain.nodes.values()]
    .filter(({ soort, ref }) => soort === 'bevinding' && !chain.above.has(ref))
    .map(({ ref }) => ref);
  if (loose.length === 0) return [];
  return [info('oordeel/ongebruikte-bevinding', `bevindingen waar nog geen zin op rust (${loose.length}): ${someOf(loose)}`)];
}

function info(code: string, message: string): Diagnostic {
  return { code, severity: 'info', message };
}
