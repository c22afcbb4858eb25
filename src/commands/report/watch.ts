import { join, resolve } from 'node:path';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { formatDiagnostics } from '../../diagnostics/format.ts';
import { isFolder } from '../../io/files.ts';
import { startPreview } from '../../io/preview-server.ts';
import { runSelf } from '../../io/run-self.ts';
import { changesIn } from '../../io/watch.ts';
import { findOnderzoek } from '../read/find-onderzoek.ts';
import { ownTemplates } from './own-templates.ts';

/** What `tsd report --watch` is asked for. */
export interface WatchRequest {
  onderzoek: string;
  /** The same command without `--watch`, to make the documents with each time. */
  args: readonly string[];
  /** Templates that were named, some perhaps by their folder; and the file of a huisstijl and the like. */
  named: readonly string[];
  out?: string | undefined;
}

/** What one making of the documents came to. */
interface Made {
  gelukt: boolean;
  /** The paths of the pages. */
  pages: string[];
  meldingen: string;
}

/**
 * `tsd report --watch`: makes the documents, shows them in the browser, and does both again each time that the onderzoek, a template or
 * the huisstijl changes, until `signal` ends it. What is written is the same as without it. `say` tells the person at the screen.
 */
export async function watchReport(request: WatchRequest, signal: AbortSignal, say: (text: string) => void): Promise<void> {
  const { WATCH_PAGE: page, WATCH_POLICY: policy } = await import('./watch-page.ts');
  const folder = findOnderzoek(request.onderzoek);
  const documents = new Map<string, string>();
  const preview = await startPreview({ page, policy, documents });
  say(`kijk op ${preview.url}\nelke verandering komt daar vanzelf; Ctrl-C stopt\n`);
  const remake = async (): Promise<void> => {
    const { gelukt, pages, meldingen } = await make(request.args);
    if (signal.aborted) return;
    if (gelukt) documents.clear();
    for (const path of pages)
      documents.set(
        path
          .split('/')
          .slice(-2)
          .join('/')
          .replace(/\.html$/, ''),
        resolve(path),
      );
    say(`${meldingen}${gelukt ? 'bijgewerkt' : 'niet gemaakt; in de browser staat de vorige versie'}\n`);
    preview.tell(JSON.stringify({ documenten: [...documents.keys()], meldingen, gelukt }));
  };
  try {
    const watched = [folder, ownTemplates(folder), ...request.named.map((path) => resolve(path))];
    const without = [
      join(folder, 'rapport'),
      join(folder, 'werkdossier', 'rapport'),
      ...(request.out ? [resolve(request.out)] : []),
    ];
    const changes = changesIn([...new Set(watched)], without, signal);
    // From here on a change is seen, also one that is made while the first documents are.
    const first = changes.next();
    await remake();
    if (!(await first).done) await remake();
    for await (const _ of changes) await remake();
  } finally {
    await preview.close();
  }
}

async function make(args: readonly string[]): Promise<Made> {
  const { stdout, stderr } = await runSelf([...args, '--json']);
  const read = parse(stdout);
  if (!read) return { gelukt: false, pages: [], meldingen: stderr };
  const meldingen = formatDiagnostics(read.meldingen, 'text');
  return { gelukt: read.geschreven !== undefined && !hasError(read), pages: (read.geschreven ?? []).filter(isPage), meldingen };
}

interface Printed {
  geschreven?: string[];
  meldingen: Diagnostic[];
}

function parse(stdout: string): Printed | undefined {
  try {
    return JSON.parse(stdout) as Printed;
  } catch {
    return undefined;
  }
}

function hasError({ meldingen }: Printed): boolean {
  return meldingen.some(({ severity }) => severity === 'error');
}

function isPage(path: string): boolean {
  return path.endsWith('.html') && !isFolder(path);
}
