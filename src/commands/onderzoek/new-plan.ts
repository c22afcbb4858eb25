import { basename, resolve } from 'node:path';
import { type Diagnostic, error, hasErrors } from '../../diagnostics/diagnostic.ts';
import { Stop, stop } from '../../diagnostics/stop.ts';
import { readText, shownPath } from '../../io/files.ts';
import { checkPlan } from '../../onderzoek/check-plan.ts';
import { type Planconcept, type PlanFlags, parsePlanFlags } from '../../onderzoek/plan-flags.ts';
import { codeProblem, type Registers, STANDAARDREGISTER } from '../../onderzoek/register.ts';
import { validateValue } from '../../schema/validate.ts';
import { fromPointer } from '../../source/pointer.ts';
import { resolvePositions } from '../../source/positions.ts';
import { slug } from '../../source/slug.ts';
import { isRecord } from '../../source/value.ts';
import { parseYaml, type Source } from '../../source/yaml.ts';
import type { Reading } from '../read/yaml.ts';
import { checkGiven, isAsked } from './ask.ts';
import type { Lijsten } from './new.ts';

/** What flags and a file say of a new onderzoek, and where each problem with that is shown. */
export interface Gegeven {
  start: Planconcept;
  /** The file with the plan, when there is one. */
  source: Source | undefined;
  /** Puts a problem in its place in the plan file, unless it is about what a flag or an answer said. */
  place(problem: Diagnostic): Diagnostic;
}

/**
 * Puts together what flags and a plan file give; the id is made of the name of the folder unless one is given. Stops at what
 * is wrong with it; what can still be asked (`asks`) may be missing. Nothing when the file cannot be read.
 */
export function gatherPlan(
  folder: string,
  { from, asks, ...flags }: PlanFlags & { from?: string | undefined; asks: boolean },
  { registers, kenmerken }: Lijsten,
  reading: Reading,
): Gegeven | undefined {
  const given = parsePlanFlags(flags, registers);
  const source = from === undefined ? undefined : readPlan(from, reading);
  if (hasErrors(reading.diagnostics)) return undefined;
  const written = (source?.value ?? {}) as Planconcept;
  const start: Planconcept = { formaat: 1, id: slug(basename(folder)), ...written, ...given.plan };
  if (start.id === '') throw noId(folder);
  const place = (problem: Diagnostic) => placed(problem, source, written, given.plan);
  const hints = codeHints(start, registers);
  const schema = schemaProblems(start, hints).filter((problem) => (!asks || !isAsked(problem)) && !isDropped(problem, given));
  const problems = [...given.diagnostics, ...[...hints, ...schema].map(place)];
  if (problems.length > 0) {
    const known = wellFormed(start, [...hints, ...schema], given.diagnostics.length > 0);
    const meant = checkGiven(known, (value) => checkPlan({ file: '', value }, registers, kenmerken));
    problems.push(...meant.filter(({ severity }) => severity === 'error').map(place));
  }
  if (problems.length > 0) throw new Stop(resolvePositions(problems, []), source ? 1 : 2);
  return { start, source, place };
}

/** A field that is missing, or a list that is empty, only because what a flag gave for it was wrong: that has been said. */
function isDropped(problem: Diagnostic, { diagnostics }: { diagnostics: readonly Diagnostic[] }): boolean {
  const { code, pointer = '' } = problem;
  const whole = code === 'schema/te-weinig' || (code === 'schema/ontbreekt' && pointer === '');
  const [field = missingField(problem)] = fromPointer(pointer);
  return whole && diagnostics.some(({ message }) => message.startsWith(flagOf(field)));
}

function missingField({ message }: Diagnostic): string {
  return /'(.*)'/.exec(message)?.[1] ?? '';
}

/** Of which fields the meaning can be judged: nothing was said of them, and no flag that they hang on was dropped. */
function wellFormed(plan: Planconcept, problems: readonly Diagnostic[], flagsDropped: boolean): Planconcept {
  const judged = problems.filter((problem) => !isAsked(problem));
  const wrong = new Set(judged.map(({ pointer = '' }) => fromPointer(pointer)[0]));
  const loose = flagsDropped ? ['inspecties', 'partijen'] : [];
  return Object.fromEntries(Object.entries(plan).filter(([field]) => !wrong.has(field) && !loose.includes(field)));
}

function noId(folder: string): Stop {
  return stop('onderzoek/id', `van de mapnaam '${basename(folder)}' kan geen id worden gemaakt`, {
    help: 'geef er een met --id, bijvoorbeeld --id mijn-onderzoek: kleine letters en cijfers, woorden verbonden met een koppelteken',
  });
}

/** A plan in a file; fields may be missing, so its schema is held against it only when it is complete. */
function readPlan(from: string, reading: Reading): Source | undefined {
  const path = resolve(from);
  const { value, diagnostics } = parseYaml(readText(path), shownPath(path));
  reading.diagnostics.push(...diagnostics);
  if (!value) return undefined;
  reading.sources.push(value);
  if (isRecord(value.value)) return value;
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
    return problem
      ? [
          error('onderzoek/plan', problem, {
            pointer: `/gebieden/${index}/code`,
            help: 'schrijf een code als GM0000, of laat haar weg',
          }),
        ]
      : [];
  });
}

/** What the schema says of a plan, with the flag for a field that is missing. */
function schemaProblems(plan: Planconcept, hints: readonly Diagnostic[]): Diagnostic[] {
  const problems = validateValue('onderzoek', plan).filter(({ pointer }) => !hints.some((hint) => hint.pointer === pointer));
  return problems.map((problem) => {
    if (problem.code !== 'schema/ontbreekt' || !['', '/doelgroep'].includes(problem.pointer ?? '')) return problem;
    return { ...problem, help: [`geef ${flagOf(missingField(problem))}`, problem.help].filter(Boolean).join(': ') };
  });
}

const FLAGS: Record<string, string> = {
  omschrijving: '--doelgroep-omschrijving',
  doelgroep: '--doelgroep-omschrijving',
  inspecties: '--inspectie',
  gebieden: '--gebied',
  partijen: '--partij',
};

function flagOf(field: string): string {
  return FLAGS[field] ?? `--${field}`;
}

function placed(
  { pointer = '', file: _, ...rest }: Diagnostic,
  source: Source | undefined,
  written: Planconcept,
  flags: Planconcept,
): Diagnostic {
  const [top = ''] = fromPointer(pointer);
  if (!source || top in flags || (top !== '' && !(top in written))) return rest;
  return { ...rest, file: source.file, position: source.positionOf(pointer) };
}
