import { basename, dirname, join, resolve } from 'node:path';
import { type Diagnostic, error } from '../../diagnostics/diagnostic.ts';
import { stop } from '../../diagnostics/stop.ts';
import { exists, isFolder, shownPath } from '../../io/files.ts';
import { checkPlan } from '../../onderzoek/check-plan.ts';
import type { Planconcept, PlanFlags } from '../../onderzoek/plan-flags.ts';
import { writePlan } from '../../onderzoek/plan-yaml.ts';
import type { Registers } from '../../onderzoek/register.ts';
import { bsnIn, type FoundBsn } from '../../privacy/bsn-in.ts';
import type { KenmerkenBestand, OnderzoekBestand } from '../../schema/generated/types.ts';
import { countOf } from '../../source/count.ts';
import { toPointer } from '../../source/pointer.ts';
import { gitignore } from '../gitignore.ts';
import { nextStepLine } from '../next-step.ts';
import type { Outcome } from '../outcome.ts';
import { frameworkOf, readKenmerken } from '../read/kader.ts';
import { readRegisters } from '../read/registers.ts';
import { newReading } from '../read/yaml.ts';
import { schemaFiles } from '../schema-files.ts';
import { newWorkbookFlags } from '../workbooks.ts';
import { askPlan } from './ask.ts';
import { gatherPlan } from './new-plan.ts';

/** The options of `tsd onderzoek new`; `ask` fills in what is missing by asking a person, and again what was wrong. */
export interface NewOptions extends PlanFlags {
  from?: string;
  ask?: (plan: Planconcept, lists: Lijsten, problems: readonly Diagnostic[]) => Promise<Planconcept>;
}

/** What answers are held against. */
export interface Lijsten {
  registers: Registers;
  kenmerken: KenmerkenBestand | undefined;
}

/** `tsd onderzoek new <map>`: writes the plan of a new onderzoek, from flags, from a YAML file, or by asking. */
export async function newOnderzoek(map: string, { from, ask, ...flags }: NewOptions): Promise<Outcome> {
  const folder = resolve(map);
  refusePlace(folder);
  const reading = newReading();
  const framework = frameworkOf(folder);
  const lijsten = { registers: readRegisters(framework), kenmerken: readKenmerken(framework, reading) };
  const given = gatherPlan(folder, { ...flags, from, asks: ask !== undefined }, lijsten, reading);
  if (!given) return reading;
  const { start, source, place } = given;
  const file = source?.file ?? shownPath(join(folder, 'onderzoek.yaml'));
  const check = (value: OnderzoekBestand) => [
    ...checkPlan({ file, value }, lijsten.registers, lijsten.kenmerken),
    ...bsnIn(value).map((found) => bsnProblem(file, found)),
  ];
  const answered = ask ? await askPlan(start, (plan, wrong) => ask(plan, lijsten, wrong), check, place) : start;
  const plan = answered as OnderzoekBestand;
  return { ...reading, diagnostics: [...reading.diagnostics, ...check(plan).map(place)], ...begun(folder, plan) };
}

function bsnProblem(file: string, { path, message, help, excerpt }: FoundBsn): Diagnostic {
  return error('privacy/bsn', `'${path[0]}': “${excerpt}”; ${message}`, { file, pointer: toPointer(path), help });
}

function begun(folder: string, onderzoek: OnderzoekBestand): Omit<Outcome, 'diagnostics'> {
  const path = join(folder, 'onderzoek.yaml');
  return {
    data: { onderzoek },
    files: [...schemaFiles(folder), { path, content: writePlan(onderzoek) }, ...gitignore(folder)],
    base: folder,
    messages: [
      `geschreven: ${shownPath(path)} (${countOf(onderzoek.gebieden.length, 'gebied', 'gebieden')})`,
      nextStepLine(folder, 'kader select', newWorkbookFlags('keuzelijst', onderzoek.id)),
    ],
  };
}

/** An onderzoek has a folder of its own: not one that holds an onderzoek already, a kader repository, or all onderzoeken. */
function refusePlace(folder: string): void {
  const file = shownPath(folder);
  if (exists(folder) && !isFolder(folder))
    throw stop('io/is-bestand', 'dit is een bestand; er hoort een map', { file, help: 'kies een andere naam voor de map' });
  if (exists(join(folder, 'onderzoek.yaml')))
    throw stop('onderzoek/bestaat', 'hier staat al een onderzoek', {
      file: shownPath(join(folder, 'onderzoek.yaml')),
      help: 'kies een andere map, of wijzig het bestand',
    });
  const kaders = kaderFolderAround(folder);
  if (kaders)
    throw stop('onderzoek/plaats', 'in deze map liggen de kaders; een onderzoek hoort daar niet in', {
      file,
      help: `kies bijvoorbeeld ${shownPath(join(dirname(kaders), 'onderzoeken', basename(folder)))}`,
    });
  const isRepository = exists(join(folder, 'tsd.yaml'));
  if (!isRepository && (basename(folder) !== 'onderzoeken' || !exists(join(dirname(folder), 'tsd.yaml')))) return;
  const message = isRepository ? 'dit is de map van de opslagplaats zelf' : 'in deze map liggen alle onderzoeken';
  const example = shownPath(join(folder, ...(isRepository ? ['onderzoeken'] : []), 'mijn-onderzoek'));
  throw stop('onderzoek/plaats', `${message}; een onderzoek heeft een eigen map`, { file, help: `kies bijvoorbeeld ${example}` });
}

/** The folder `framework` of a kader repository that a folder is or lies in. */
function kaderFolderAround(folder: string): string | undefined {
  const parent = dirname(folder);
  if (basename(folder) === 'framework' && exists(join(parent, 'tsd.yaml'))) return folder;
  return parent === folder ? undefined : kaderFolderAround(parent);
}
