import { type Diagnostic, error } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/suggest.ts';
import { fittingItems, resolveReference } from '../kader/reference.ts';
import type { KenmerkenBestand, Keuzeregel, Weglating } from '../schema/generated/types.ts';
import type { Keuzeruimte, RuimteItem } from './space.ts';

/** Where a rule was written; nothing for a flag. */
export type Place = Pick<Diagnostic, 'file' | 'pointer' | 'cell'>;

/** What references in a choice are held against. */
export interface Vocabulary {
  ruimte: Keuzeruimte;
  /** Items of kaders for reflection: known, so that refusing them can be explained. */
  reflectie: RuimteItem[];
  kenmerken: KenmerkenBestand | undefined;
  /** The kaders in which a kenmerk is looked for when the rule names none. */
  scope: string[];
}

/** The rules with full references, and a diagnostic for each that points at nothing. */
export interface ResolvedRules<T> {
  rules: T[];
  diagnostics: Diagnostic[];
}

/** Finds what a rule of choice means. A kenmerk becomes a rule for each kader in scope. */
export function resolveMet(rule: Keuzeregel, vocabulary: Vocabulary, at: Place): ResolvedRules<Keuzeregel> {
  if (rule.soort === 'kenmerk') return resolveKenmerk(rule, vocabulary, at);
  const soort = rule.soort === 'eigen' ? 'criterium' : rule.soort;
  const wanted = vocabulary.ruimte.items.filter((item) => item.soort === soort);
  const { found, problem } = resolveReference(rule.ref, wanted);
  if (found) return { rules: [{ ...rule, ref: found.ref }], diagnostics: [] };
  const near = !problem.endsWith('bestaat niet')
    ? ''
    : didYouMean(
        rule.ref,
        vocabulary.ruimte.items.map(({ ref }) => ref.slice(ref.indexOf('/') + 1)),
      );
  const ambiguous = fittingItems(rule.ref, wanted).length > 1;
  const otherwise = (ambiguous ? undefined : explain(rule.ref, soort, vocabulary)) ?? `${soort} ${problem}${near}`;
  return { rules: [], diagnostics: [error('kader/onbekende-verwijzing', otherwise, { ...at, help: SHOW })] };
}

const SHOW = 'schrijf <kader>/<id>; tsd kader list en tsd kader show tonen wat er is';

/** Finds what is to be left out: anything in the tree, or else a module; `module:` before it means the module. */
export function resolveZonder(rule: Weglating, vocabulary: Vocabulary, at: Place): ResolvedRules<Weglating> {
  const { ref, reden } = rule;
  const items = vocabulary.ruimte.items.filter(({ soort }) => soort !== 'aandachtspunt');
  const tree = rule.soort === 'module' ? [] : items.filter(({ soort }) => soort !== 'module');
  const inTree = resolveReference(ref, tree);
  if (inTree.found) return { rules: [{ ref: inTree.found.ref, reden }], diagnostics: [] };
  const ambiguous = fittingItems(ref, tree).length > 1;
  const module = resolveReference(
    ref,
    items.filter(({ soort }) => soort === 'module'),
  );
  if (module.found && !ambiguous) return { rules: [{ soort: 'module', ref: module.found.ref, reden }], diagnostics: [] };
  const exists = !inTree.problem.includes('bestaat niet');
  const message =
    (ambiguous ? undefined : explain(ref, undefined, vocabulary)) ??
    (exists ? inTree.problem : (resolveReference(ref, items).problem ?? inTree.problem));
  return { rules: [], diagnostics: [error('kader/onbekende-verwijzing', message, { ...at, help: SHOW })] };
}

/** Says what a reference is when it exists, but is something else than was asked for. */
function explain(ref: string, soort: RuimteItem['soort'] | undefined, { ruimte, reflectie }: Vocabulary): string | undefined {
  const kinds = [...new Set(ruimte.items.map((item) => item.soort))].filter((kind) => kind !== soort);
  const inKind = (kind: RuimteItem['soort']) =>
    resolveReference(
      ref,
      ruimte.items.filter((item) => item.soort === kind),
    ).found;
  const other = kinds.map(inKind).find((found) => found !== undefined);
  if (other?.soort === 'aandachtspunt') return `'${ref}' is een aandachtspunt; kies de indicator waar het bij hoort`;
  if (other && soort) return `'${ref}' is een ${other.soort}, geen ${soort}; gebruik --${other.soort} ${other.ref}`;
  const mirrored =
    reflectie.some((item) => item.soort === 'kader' && ref.startsWith(`${item.ref}/`)) || resolveReference(ref, reflectie).found;
  if (!mirrored) return undefined;
  return `'${ref}' hoort bij een kader voor reflectie op het toezicht zelf; daarmee wordt geen gebied beoordeeld`;
}

function resolveKenmerk(rule: Keuzeregel, { ruimte, kenmerken, scope }: Vocabulary, at: Place): ResolvedRules<Keuzeregel> {
  const [, written, name = '', value = ''] = /^(?:([^/=]+)\/)?([^/=]+)=(.+)$/.exec(rule.ref) ?? [];
  const lists = kenmerken ? Object.entries(kenmerken).filter(([key]) => key !== 'formaat') : [];
  const names = lists.map(([key]) => key);
  const list = lists.find(([key]) => key === name)?.[1] as { id: string }[] | undefined;
  const fail = (message: string, help: string) => ({
    rules: [],
    diagnostics: [error('kader/onbekend-kenmerk', message, { ...at, help })],
  });
  if (!list)
    return fail(
      `kenmerk '${rule.ref}' bestaat niet${didYouMean(name, names)}`,
      `schrijf <kenmerk>=<waarde>; kenmerken: ${names.join(', ')}`,
    );
  const values = list.map(({ id }) => id);
  if (!values.includes(value))
    return fail(`'${value}' staat niet in de lijst '${name}'${didYouMean(value, values)}`, `kies uit: ${values.join(', ')}`);
  const known = ruimte.kaders.map(({ id }) => id);
  if (written && !known.includes(written))
    return fail(`kader '${written}' bestaat niet${didYouMean(written, known)}`, `kaders: ${known.join(', ')}`);
  const kaders = written ? [written] : scope;
  return { rules: kaders.map((kader) => ({ ...rule, ref: `${kader}/${name}=${value}` })), diagnostics: [] };
}
