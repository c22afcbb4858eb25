import { extname, resolve } from 'node:path';
import { type Diagnostic, error } from '../../diagnostics/diagnostic.ts';
import { Stop, stop } from '../../diagnostics/stop.ts';
import { shownPath } from '../../io/files.ts';
import type { Keuzewijziging } from '../../onderzoek/recipe.ts';
import { type Place, resolveMet, resolveZonder, type Vocabulary } from '../../onderzoek/resolve-choice.ts';
import { EIGEN } from '../../onderzoek/toetsing.ts';
import type { EigenCriterium, Keuzeregel, Weglating } from '../../schema/generated/types.ts';
import { type Reading, readYaml } from '../read/yaml.ts';

/** The flags with which something is chosen or left out, as they were typed. */
export interface ChoiceFlags {
  kader?: string[];
  module?: string[];
  thema?: string[];
  criterium?: string[];
  indicator?: string[];
  kenmerk?: string[];
  zonder?: string[];
  /** One reason for all that is not chosen. */
  zonderRest?: string;
  motivering?: string;
  eigen?: string[];
  from?: string;
  /** What was answered to questions. */
  antwoorden?: { met: Keuzeregel[]; zonder: Weglating[] };
}

/** Rules as they were written, each with its place; flags have none. */
export interface WrittenRules {
  met: [Keuzeregel, Place][];
  zonder: [Weglating, Place][];
  eigen: EigenCriterium[];
}

const KINDS = ['module', 'thema', 'criterium', 'indicator', 'kenmerk'] as const;

/** The rules that flags and YAML files give. */
export function readRules(flags: ChoiceFlags, reading: Reading): WrittenRules {
  const rules: WrittenRules = {
    met: flagMet(flags),
    zonder: (flags.zonder ?? []).map((text) => [parseZonder(text), {}]),
    eigen: [],
  };
  rules.met.push(...(flags.antwoorden?.met ?? []).map((rule): [Keuzeregel, Place] => [rule, {}]));
  rules.zonder.push(...(flags.antwoorden?.zonder ?? []).map((rule): [Weglating, Place] => [rule, {}]));
  if (flags.motivering && rules.met.length === 0 && !flags.eigen)
    throw stop('gebruik/motivering', '--motivering hoort bij wat u in dezelfde opdracht kiest; er is niets gekozen', {
      help: 'kies met --kader, --module, --thema, --criterium of --indicator, of laat --motivering weg',
    });
  if (flags.from && extname(flags.from).toLowerCase() !== '.xlsx') readKeuze(flags.from, reading, rules);
  for (const path of [...(flags.eigen ?? [])].sort()) readEigen(path, flags.motivering, reading, rules);
  return rules;
}

/** With other choices `--kader` says where they come from; alone it chooses the whole kader. */
export function isScope(flags: ChoiceFlags): boolean {
  return KINDS.some((kind) => (flags[kind] ?? []).length > 0);
}

function flagMet(flags: ChoiceFlags): [Keuzeregel, Place][] {
  const kinds = isScope(flags) ? KINDS : (['kader', ...KINDS] as const);
  const motivering = flags.motivering ? { motivering: flags.motivering } : {};
  return kinds.flatMap((soort) => (flags[soort] ?? []).map((ref): [Keuzeregel, Place] => [{ soort, ref, ...motivering }, {}]));
}

function parseZonder(text: string): Weglating {
  const [, module, ref = '', reden = ''] = /^(module:)?([^=]+)=([\s\S]*)$/.exec(text) ?? [];
  if (!ref.trim() || !reden.trim())
    throw stop('gebruik/zonder', `bij --zonder '${text}' ontbreekt de reden`, {
      help: 'schrijf --zonder <verwijzing>="<reden>"; bij een module met dezelfde naam als een criterium: --zonder module:<verwijzing>="<reden>"',
    });
  return { ref: ref.trim(), reden: reden.trim(), ...(module ? { soort: 'module' as const } : {}) };
}

function readKeuze(path: string, reading: Reading, rules: WrittenRules): void {
  const read = readYaml(resolve(path), 'keuze', reading);
  if (!read) return;
  const at = (list: string, index: number): Place => ({ file: read.file, pointer: `/${list}/${index}/ref` });
  rules.met.push(...(read.value.met ?? []).map((rule, index): [Keuzeregel, Place] => [rule, at('met', index)]));
  rules.zonder.push(...(read.value.zonder ?? []).map((rule, index): [Weglating, Place] => [rule, at('zonder', index)]));
  rules.eigen.push(...(read.value.eigen ?? []));
}

function readEigen(path: string, motivering: string | undefined, reading: Reading, rules: WrittenRules): void {
  const read = readYaml(resolve(path), 'keuze', reading);
  if (!read) return;
  const { met, zonder, eigen = [] } = read.value;
  if (met || zonder || eigen.length === 0) {
    const message = eigen.length === 0 ? 'hier staat geen eigen criterium' : 'hier staat meer dan eigen criteria';
    reading.diagnostics.push(error('keuze/eigen', message, { file: read.file, help: 'lees een hele keuze in met --from' }));
  }
  rules.eigen.push(...eigen);
  if (motivering)
    rules.met.push(...eigen.map(({ id }): [Keuzeregel, Place] => [{ soort: 'eigen', ref: `${EIGEN}/${id}`, motivering }, {}]));
}

/** The rules with full references. What a flag points at must exist, else this stops; what a file says wrong is a diagnostic. */
export function resolveRules(rules: WrittenRules, vocabulary: Vocabulary): { change: Keuzewijziging; diagnostics: Diagnostic[] } {
  const met = rules.met.map(([rule, at]) => resolveMet(rule, vocabulary, at));
  const zonder = rules.zonder.map(([rule, at]) => resolveZonder(rule, vocabulary, at));
  const diagnostics = [...met, ...zonder].flatMap((result) => result.diagnostics);
  const change = {
    met: met.flatMap((result) => result.rules),
    zonder: zonder.flatMap((result) => result.rules),
    eigen: rules.eigen,
  };
  const contradictions = change.zonder.filter((out) =>
    change.met.some(({ soort, ref }) => ref === out.ref && (soort === 'module') === (out.soort === 'module')),
  );
  diagnostics.push(
    ...contradictions.map(({ ref }) =>
      error('keuze/tegenspraak', `'${ref}' wordt tegelijk gekozen en weggelaten`, { help: 'laat een van beide weg' }),
    ),
  );
  const wrong = diagnostics.filter(({ file }) => file === undefined);
  if (wrong.length > 0) throw new Stop(wrong);
  return { change, diagnostics };
}

/** Stops when an output or input has another ending than its form. */
export function requireEnding(path: string, endings: readonly string[]): void {
  if (endings.includes(extname(path).toLowerCase())) return;
  throw stop('gebruik/bestandsnaam', `dit bestand moet eindigen op ${endings.join(' of ')}`, {
    file: shownPath(resolve(path)),
    help: 'geef het een naam met die uitgang',
  });
}
