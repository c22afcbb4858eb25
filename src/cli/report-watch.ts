import type { ReportOptions } from '../commands/report.ts';

type WatchFlags = Pick<ReportOptions, 'huisstijl' | 'referentie' | 'out'> & { template: readonly string[] };

/** `tsd report --watch`: the same command, time and again, with a page among what it makes. */
export async function watchReports(onderzoek: string, { template, huisstijl, referentie, out }: WatchFlags): Promise<void> {
  const [{ watchReport }, { Stop }, { formatDiagnostics }] = await Promise.all([
    import('../commands/report/watch.ts'),
    import('../diagnostics/stop.ts'),
    import('../diagnostics/format.ts'),
  ]);
  const ending = new AbortController();
  process.once('SIGINT', () => ending.abort());
  process.once('SIGTERM', () => ending.abort());
  const named = [...template.filter((name) => /[\\/.]/.test(name)), ...[huisstijl, referentie].flatMap((path) => path ?? [])];
  const say = (text: string): void => void process.stderr.write(text);
  try {
    await watchReport({ onderzoek, args: argsWithPage(process.argv.slice(2)), named, out }, ending.signal, say);
    process.exitCode = 130;
  } catch (cause) {
    if (!(cause instanceof Stop)) throw cause;
    say(formatDiagnostics(cause.diagnostics, 'text'));
    process.exitCode = cause.exitCode;
  }
}

/** The arguments of this command without `--watch`, with html among the formats that were asked for or else alone. */
function argsWithPage(args: readonly string[]): string[] {
  const kept = args.filter((arg) => arg !== '--watch' && arg !== '--json');
  const index = kept.findIndex((arg) => arg === '--format' || arg.startsWith('--format='));
  if (index < 0) return [...kept, '--format', 'html'];
  const at = kept[index] === '--format' ? index + 1 : index;
  return kept.map((arg, place) => (place === at && !/\bhtml\b/.test(arg) ? `${arg},html` : arg));
}
