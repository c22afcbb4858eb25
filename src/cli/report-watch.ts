import type { Command } from 'commander';
import type { ReportOptions } from '../commands/report.ts';

type WatchFlags = Pick<ReportOptions, 'huisstijl' | 'referentie' | 'out' | 'formats' | 'templates'>;

/** `tsd report --watch`: the same command, time and again, with a page among what it makes. */
export async function watchReports(onderzoek: string, { formats, ...flags }: WatchFlags, command: Command): Promise<void> {
  const [{ watchReport }, { Stop }, { formatDiagnostics }] = await Promise.all([
    import('../commands/report/watch.ts'),
    import('../diagnostics/stop.ts'),
    import('../diagnostics/format.ts'),
  ]);
  const ending = new AbortController();
  process.once('SIGINT', () => ending.abort());
  process.once('SIGTERM', () => ending.abort());
  const asked = command.getOptionValueSource('format') === 'cli' ? formats : [];
  const format = `--format=${[...new Set([...asked, 'html'])].join(',')}`;
  const args = ['report', ...givenOptions(command), format, '--json', '--', onderzoek];
  const say = (text: string): void => void process.stderr.write(text);
  try {
    await watchReport({ onderzoek, args, ...flags }, ending.signal, say);
    process.exitCode = 130;
  } catch (cause) {
    if (!(cause instanceof Stop)) throw cause;
    say(formatDiagnostics(cause.diagnostics, 'text'));
    process.exitCode = cause.exitCode;
  }
}

/** What is said anew for each time that the documents are made. */
const OWN = ['watch', 'json', 'format'];

/** The options that were given, written so that no value can be taken for an option. */
function givenOptions(command: Command): string[] {
  return command.options.flatMap((option) => {
    const name = option.attributeName();
    if (OWN.includes(name) || command.getOptionValueSource(name) !== 'cli') return [];
    const values: unknown[] = [command.getOptionValue(name)].flat();
    return values.map((value) => (value === true ? `${option.long}` : `${option.long}=${value}`));
  });
}
