import { indexSources } from '../bevinding/triangulate.ts';
import { type Diagnostic, info } from '../diagnostics/diagnostic.ts';
import { checkToetsingskader } from '../onderzoek/check-toetsingskader.ts';
import type { Dossier } from '../onderzoek/dossier.ts';
import { buildChain, type Chain } from './chain.ts';
import { checkCitizens } from './checks/citizens.ts';
import { checkComplete } from './checks/complete.ts';
import { checkConcept } from './checks/concept.ts';
import type { Check, CheckContext } from './checks/context.ts';
import { checkCoverage } from './checks/coverage.ts';
import { checkFreshness } from './checks/freshness.ts';
import { checkGrounds } from './checks/grounds.ts';
import { checkIds } from './checks/ids.ts';
import { checkLiteral } from './checks/literal.ts';
import { checkNotApplicable } from './checks/not-applicable.ts';
import { checkParties } from './checks/parties.ts';
import { checkPrivacy } from './checks/privacy.ts';
import { checkReferences } from './checks/references.ts';
import { checkSamenhang } from './checks/samenhang.ts';
import { checkStanding } from './checks/standing.ts';
import { checkVerslagen } from './checks/verslagen.ts';
import { checkWaarnemingen } from './checks/waarnemingen.ts';
import { checkWeighing } from './checks/weighing.ts';
import { scopeOf } from './scope.ts';

/** What must be complete, and what is known besides the dossier. */
export interface CheckScope {
  /** Built already, when the caller has it. */
  chain?: Chain;
  /** Only these gebieden must be complete, and without `overkoepelend` only what is told of them is judged; without it, all. */
  gebieden?: readonly string[];
  /** Whether the oordeel over all gebieden must be complete; without it, when there is more than one gebied. */
  overkoepelend?: boolean;
  /** References in a werkdossier that lies elsewhere, by its manifest. */
  elsewhere?: ReadonlySet<string>;
}

const CHECKS: readonly Check[] = [
  checkReferences,
  checkWaarnemingen,
  checkStanding,
  checkNotApplicable,
  checkVerslagen,
  checkSamenhang,
  checkGrounds,
  checkComplete,
  checkConcept,
  checkFreshness,
  checkCitizens,
  checkWeighing,
  checkParties,
  checkPrivacy,
  checkLiteral,
  checkCoverage,
];

/** Whether toetsingskader, bevindingen, oordelen and verbeterpunten hold together, down to the sources. An error stops the report. */
export function checkDossier(dossier: Dossier, scope: CheckScope = {}): Diagnostic[] {
  const ids = dossier.onderzoek.value.gebieden.map(({ id }) => id);
  const context: CheckContext = {
    dossier,
    chain: scope.chain ?? buildChain(dossier),
    sources: indexSources(dossier),
    gebieden: scope.gebieden ?? ids,
    overkoepelend: scope.overkoepelend ?? ids.length > 1,
    elsewhere: scope.elsewhere ?? new Set(),
  };
  const chosen = checkToetsingskader(dossier);
  const lost = chosen.filter(({ code }) => code === 'toetsingskader/geen-kopie');
  // Without the texts nothing that rests on them can be found, and each of those places would be an error of its own.
  if (lost.length > 0) return [...lost, unchecked('zet eerst de kopie van het kader terug')];
  const found = CHECKS.flatMap((check) => check(context));
  const local = scope.gebieden !== undefined && !context.overkoepelend;
  return [
    ...chosen.filter((problem) => !isOver(problem, dossier)),
    ...checkIds(context),
    ...(local ? found.filter(scopeOf(context.gebieden, dossier, context.chain)) : found),
  ];
}

/** With the fieldwork done, what might have been asked otherwise is no advice any more; `tsd kader concretise` still gives it. */
function isOver({ code, severity }: Diagnostic, { toetsingskader, waarnemingen }: Dossier): boolean {
  const asked = code.startsWith('instrumenten/') && severity === 'warning';
  return asked && toetsingskader?.value.status === 'vastgesteld' && waarnemingen.length > 0;
}

/** Says that the chain was not checked, and what comes first. */
export function unchecked(first: string): Diagnostic {
  const message = `of alles op elkaar sluit, is nog niet nagekeken: ${first}`;
  return info('oordeel/niet-nagekeken', message);
}
