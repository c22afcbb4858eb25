import { join } from 'node:path';
import { exists, listNames, shownPath } from '../../io/files.ts';
import type { Dossier } from '../../onderzoek/dossier.ts';
import { describeStatus, nextStep } from '../../onderzoek/status.ts';
import type { Omgeving } from '../../onderzoek/status-step.ts';
import { draftsOf } from '../bevindingen/drafts.ts';
import { calledAs, typed } from '../next-step.ts';
import { ELSEWHERE, readManifest } from '../read/manifest.ts';
import { newReading } from '../read/yaml.ts';
import { newWorkbookFlags, workbookFlags } from '../workbooks.ts';

/** What lies on this machine for the steps of an onderzoek, or where it comes. */
type WorkPlaces = Omit<Omgeving, 'rapporten' | 'verouderd' | 'onleesbaar' | 'elders' | 'ongebruikt'>;

/** Where the forms, workbooks and drafts of the steps lie, or come: all as they are typed from where the user stands. */
export async function workPlaces(dossier: Dossier): Promise<WorkPlaces> {
  const pakket = packedIn(dossier.folder);
  return {
    ...formPlaces(dossier),
    keuzelijst: await keuzelijstFlags(dossier),
    matrix: await matrixFlags(dossier),
    concepten: draftsOf(dossier),
    ...(pakket === undefined ? {} : { pakket }),
  };
}

/** Where the forms for waarnemingen lie, or the first comes. */
export function formPlaces({ folder }: Dossier): Pick<Omgeving, 'naam' | 'formulier' | 'formulieren'> {
  const forms = join(folder, 'werkdossier', 'formulieren');
  return {
    naam: calledAs(folder),
    formulier: typed(shownPath(join(forms, 'team-1.xlsx'))),
    ...(exists(forms) ? { formulieren: typed(shownPath(forms)) } : {}),
  };
}

/** A workbook takes time to read: only that of a step that is open is looked into. */
async function keuzelijstFlags(dossier: Dossier): Promise<string> {
  const { id } = dossier.onderzoek.value;
  return dossier.toetsingskader ? newWorkbookFlags('keuzelijst', id) : workbookFlags('keuzelijst', dossier, []);
}

async function matrixFlags(dossier: Dossier): Promise<string> {
  const { toetsingskader, instrumenten, onderzoek } = dossier;
  const open = toetsingskader && (toetsingskader.value.status !== 'vastgesteld' || !instrumenten?.value.items.length);
  if (!open) return newWorkbookFlags('matrix', onderzoek.value.id);
  const { criteria } = toetsingskader.value;
  const chosen = criteria.flatMap(({ ref, indicatoren }) => [ref, ...indicatoren.map((indicator) => indicator.ref)]);
  return workbookFlags('matrix', dossier, chosen);
}

/** The only packed werkdossier that lies where the user is, or in the onderzoek. */
function packedIn(folder: string): string | undefined {
  const found = ['.', folder].flatMap((place) => {
    const names = listNames(place).filter((name) => name.endsWith('.age'));
    return names.map((name) => (place === '.' ? name : shownPath(join(place, name))));
  });
  const [only, ...more] = new Set(found);
  return only !== undefined && more.length === 0 ? typed(only) : undefined;
}

/**
 * The line under the outcome of a command that says what comes next, as `tsd onderzoek status` will say it of the onderzoek as the
 * command leaves it behind. What is written is checked before it is reported.
 */
export async function nextAfter(dossier: Dossier): Promise<string> {
  const { diagnostics } = readManifest(dossier, newReading());
  const elders = diagnostics.some(({ code }) => code === ELSEWHERE);
  const next = nextStep(describeStatus(dossier, { ...(await workPlaces(dossier)), rapporten: 0, elders }));
  const opdracht = next && next.stap !== 'rapport' ? next.opdracht : undefined;
  return `volgende stap: ${opdracht ?? `tsd check ${calledAs(dossier.folder)}`}`;
}
