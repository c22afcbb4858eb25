import { join, resolve } from 'node:path';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { formatDiagnostics } from '../../diagnostics/format.ts';
import { Stop } from '../../diagnostics/stop.ts';
import { isInside } from '../../io/files.ts';
import { startPreview } from '../../io/preview-server.ts';
import { runSelf } from '../../io/run-self.ts';
import { changesIn, type Watched } from '../../io/watch.ts';
import { findOnderzoek } from '../read/find-onderzoek.ts';
import { filesOfHuisstijl } from './huisstijl.ts';
import { ownTemplates } from './own-templates.ts';
import { findTemplate } from './read-template.ts';

/** What `tsd report --watch` is asked for. */
export interface WatchRequest {
  onderzoek: string;
  /** The same command without `--watch` and with `--json`, to make the documents with each time. */
  args: readonly string[];
  /** Templates, by name or by folder. */
  templates: readonly string[];
  huisstijl?: string | undefined;
  referentie?: string | undefined;
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
    for (const path of pages) documents.set(nameOf(path), resolve(path));
    say(`${meldingen}${wordsOf(gelukt, documents.size > 0)}\n`);
    preview.tell(JSON.stringify({ documenten: [...documents.keys()], meldingen, gelukt }));
  };
  try {
    const changes = changesIn(() => watchedFor(folder, request), signal);
    // From here on a change is seen, also one that is made while the first documents are.
    const first = changes.next();
    await remake();
    if (!(await first).done) await remake();
    for await (const _ of changes) await remake();
  } finally {
    await preview.close();
  }
}

/** What the documents are made from; what is made, is passed over. */
function watchedFor(folder: string, { templates, huisstijl, referentie, out }: WatchRequest): Watched {
  const paths = [
    folder,
    ownTemplates(folder),
    ...templates.map((name) => templateFolder(name, folder)),
    ...(huisstijl === undefined ? [] : filesOfHuisstijl(resolve(huisstijl))),
    ...(referentie === undefined ? [] : [resolve(referentie)]),
  ];
  const made = [join(folder, 'rapport'), join(folder, 'werkdossier', 'rapport'), ...(out === undefined ? [] : [resolve(out)])];
  return { paths, without: made.filter((path) => !isInside(path, folder)) };
}

/** Where a template is or, as long as it is not, where it would come. */
function templateFolder(name: string, onderzoek: string): string {
  try {
    return findTemplate(name, onderzoek).folder;
  } catch (cause) {
    if (!(cause instanceof Stop)) throw cause;
    return resolve(name);
  }
}

/** A document by the last two parts of its path: its gebied, and what it is. */
function nameOf(path: string): string {
  return path
    .split('/')
    .slice(-2)
    .join('/')
    .replace(/\.html$/, '');
}

function wordsOf(gelukt: boolean, isThere: boolean): string {
  if (gelukt) return 'bijgewerkt';
  return isThere ? 'niet gemaakt; in de browser staat de vorige versie' : 'niet gemaakt; er is nog geen versie';
}

async function make(args: readonly string[]): Promise<Made> {
  const { stdout, stderr } = await runSelf(args);
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
  return path.endsWith('.html');
}
