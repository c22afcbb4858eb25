import { basename, join, resolve } from 'node:path';
import { type Diagnostic, error, hasErrors } from '../diagnostics/diagnostic.ts';
import { Stop, stop } from '../diagnostics/stop.ts';
import { exists, isFolder, readText, shownPath } from '../io/files.ts';
import { checkPlan } from '../onderzoek/check-plan.ts';
import { type Planconcept, type PlanFlags, parsePlanFlags } from '../onderzoek/plan-flags.ts';
import { writePlan } from '../onderzoek/plan-yaml.ts';
import { codeProblem, type Registers, STANDAARDREGISTER } from '../onderzoek/register.ts';
import type { KenmerkenBestand, OnderzoekBestand } from '../schema/generated/types.ts';
import { validateValue } from '../schema/validate.ts';
import { countOf } from '../source/count.ts';
import { fromPointer } from '../source/pointer.ts';
import { slug } from '../source/slug.ts';
import { parseYaml, type Source } from '../source/yaml.ts';
import { gitignore } from './gitignore.ts';
import { nextStepLine } from './next-step.ts';
import { askPlan, isAsked } from './onderzoek-ask.ts';
import type { Outcome } from './outcome.ts';
import { frameworkOf, readKenmerken } from './read-kader.ts';
import { readRegisters } from './read-registers.ts';
import { newReading, type Reading } from './read-yaml.ts';
import { schemaFiles } from './schema-files.ts';

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
  refuseExisting(folder);
  const reading = newReading();
  const registers = readRegisters(frameworkOf(folder));
  const given = parsePlanFlags(flags, registers);
  const source = from === undefined ? undefined : readPlan(from, reading);
  if (hasErrors(reading.diagnostics)) return reading;
  const written = (source?.value ?? {}) as Planconcept;
  const start: Planconcept = { formaat: 1, id: slug(basename(folder)), ...written, ...given.plan };
  const kenmerken = readKenmerken(frameworkOf(folder), reading);
  const place = (d: Diagnostic) => placed(d, source, written, given.plan);
  const hints = codeHints(start, registers);
  const schema = schemaProblems(start, hints).filter((problem) => !ask || !isAsked(problem));
  const problems = [...given.diagnostics, ...[...hints, ...schema].map(place)];
  if (problems.length > 0) throw new Stop(problems, source ? 1 : 2);
  const path = join(folder, 'onderzoek.yaml');
  const check = (value: OnderzoekBestand) => checkPlan({ file: source?.file ?? shownPath(path), value }, registers, kenmerken);
  const answered = ask ? await askPlan(start, (plan, wrong) => ask(plan, { registers, kenmerken }, wrong), check, place) : start;
  const value = answered as OnderzoekBestand;
  const checked = check(value).map(place);
  return {
    ...reading,
    diagnostics: [...reading.diagnostics, ...checked],
    data: { onderzoek: value },
    files: [...schemaFiles(folder), { path, content: writePlan(value) }, ...gitignore(folder)],
    base: folder,
    messages: [
      `geschreven: ${shownPath(path)} (${countOf(value.gebieden.length, 'gebied', 'gebieden')})`,
      nextStepLine(folder, 'kader select', '--format xlsx --out keuzelijst.xlsx'),
    ],
  };
}

function refuseExisting(folder: string): void {
  if (exists(folder) && !isFolder(folder))
    throw stop('io/is-bestand', 'dit is een bestand; er hoort een map', { file: shownPath(folder) });
  if (exists(join(folder, 'onderzoek.yaml')))
    throw stop('onderzoek/bestaat', 'hier staat al een onderzoek', {
      file: shownPath(join(folder, 'onderzoek.yaml')),
      help: 'kies een andere map, of wijzig het bestand',
    });
}

/** A plan in a file; fields may be missing, so its schema is held against it only when it is complete. */
function readPlan(from: string, reading: Reading): Source | undefined {
  const path = resolve(from);
  const { value, diagnostics } = parseYaml(readText(path), shownPath(path));
  reading.diagnostics.push(...diagnostics);
  if (!value) return undefined;
  reading.sources.push(value);
  if (typeof value.value === 'object' && value.value !== null && !Array.isArray(value.value)) return value;
  reading.diagnostics.push(
    error('onderzoek/geen-plan', 'dit bestand is geen plan', { file: value.file, help: 'gebruik de velden van onderzoek.yaml' }),
  );
  return undefined;
}

/** Codes that are nearly right, explained instead of judged by their form. */
function codeHints({ gebieden, register = STANDAARDREGISTER }: Planconcept, registers: Registers): Diagnostic[] {
  const list = registers.lijsten.get(register);
  if (!list || !Array.isArray(gebieden)) return [];
  return gebieden.flatMap((gebied, index) => {
    const code: unknown = gebied?.code;
    if (typeof code !== 'string' || /^[A-Z]{2}\d{4}$/.test(code)) return [];
    const problem = codeProblem(code, list, registers);
    return problem ? [error('onderzoek/plan', problem, { pointer: `/gebieden/${index}/code` })] : [];
  });
}

/** What the schema says of a plan, with the flag for a field that is missing. */
function schemaProblems(plan: Planconcept, hints: readonly Diagnostic[]): Diagnostic[] {
  const problems = validateValue('onderzoek', plan).filter(({ pointer }) => !hints.some((hint) => hint.pointer === pointer));
  return problems.map((problem) => {
    if (problem.code !== 'schema/ontbreekt' || !['', '/doelgroep'].includes(problem.pointer ?? '')) return problem;
    const name = /'(.*)'/.exec(problem.message)?.[1] ?? '';
    return { ...problem, help: [`geef ${FLAGS[name] ?? `--${name}`}`, problem.help].filter(Boolean).join(': ') };
  });
}

const FLAGS: Record<string, string> = {
  omschrijving: '--doelgroep-omschrijving',
  doelgroep: '--doelgroep-omschrijving',
  inspecties: '--inspectie',
  gebieden: '--gebied',
};

/** With its place in the plan file, unless it is about what a flag or an answer said. */
function placed(
  { pointer = '', file: _, ...rest }: Diagnostic,
  source: Source | undefined,
  written: Planconcept,
  flags: Planconcept,
) {
  const [top = ''] = fromPointer(pointer);
  if (!source || top in flags || (top !== '' && !(top in written))) return rest;
  return { ...rest, file: source.file, position: source.positionOf(pointer) };
}
