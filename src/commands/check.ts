import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { hasErrors } from '../diagnostics/diagnostic.ts';
import { checkPlan } from '../onderzoek/check-plan.ts';
import { checkToetsingskader } from '../onderzoek/check-toetsingskader.ts';
import { type Dossier, livingBevindingen } from '../onderzoek/dossier.ts';
import { buildChain } from '../oordeel/chain.ts';
import { type CheckScope, checkDossier, unchecked } from '../oordeel/check.ts';
import { unusedWaarnemingen } from '../oordeel/checks/coverage.ts';
import { countOf } from '../source/count.ts';
import { misnamedFiles } from './check/names.ts';
import { unprintedTeksten } from './check/teksten.ts';
import { changedVerslagen } from './check/verslagen.ts';
import { missingToetsingskader } from './missing-toetsingskader.ts';
import type { Outcome } from './outcome.ts';
import { frameworkOf, readKenmerken } from './read/kader.ts';
import { ELSEWHERE, readManifest } from './read/manifest.ts';
import { type ReadOnderzoek, readOnderzoek } from './read/onderzoek.ts';
import { readRegisters } from './read/registers.ts';
import type { Reading } from './read/yaml.ts';

/** `tsd check`: whether everything in an onderzoek holds together. */
export function checkOnderzoek(argument: string): Outcome {
  const read = readOnderzoek(argument);
  const chain = buildChain(read.dossier);
  const found = checkRead(read, { chain });
  const diagnostics = [...read.reading.diagnostics, ...found];
  const data = { ...countsOf(read, diagnostics), ongebruikte_waarnemingen: unusedWaarnemingen(read.dossier, chain) };
  return { sources: read.reading.sources, diagnostics, data, messages: summary(read, diagnostics) };
}

/**
 * Every check on an onderzoek that was read, with its werkdossier; problems met while reading are not repeated, and while
 * there are such errors nothing else is checked.
 */
export function checkRead({ dossier, reading }: ReadOnderzoek, scope: CheckScope = {}): Diagnostic[] {
  const misnamed = misnamedFiles(dossier.folder);
  // What was not read would seem to be missing wherever something rests on it.
  if (hasErrors([...reading.diagnostics, ...misnamed])) return [...misnamed, unchecked('herstel eerst wat niet te lezen is')];
  const own = { sources: reading.sources, diagnostics: [] };
  const manifest = readManifest(dossier, own);
  const chain = scope.chain ?? buildChain(dossier);
  return [
    ...own.diagnostics,
    ...planProblems(dossier, reading),
    ...manifest.diagnostics,
    ...changedVerslagen(dossier),
    ...unprintedTeksten(dossier),
    ...checkDossier(dossier, { ...scope, chain, elsewhere: manifest.elsewhere }),
    ...(isBegun(dossier) ? [] : [missingToetsingskader(dossier)]),
  ];
}

/** Whether something was chosen; where something was judged without it, the checks of that say so. */
function isBegun({ toetsingskader, bevindingen, oordelen }: Dossier): boolean {
  return toetsingskader !== undefined || bevindingen.length > 0 || oordelen.length > 0;
}

/** The checks on what was planned alone: the plan, and the toetsingskader with its pinned kaders and instruments. */
export function checkPlanned({ dossier, reading }: ReadOnderzoek): Diagnostic[] {
  if (hasErrors(reading.diagnostics)) return [];
  return [...planProblems(dossier, reading), ...checkToetsingskader(dossier)];
}

function planProblems(dossier: Dossier, { sources }: Reading): Diagnostic[] {
  const own = { sources, diagnostics: [] };
  const framework = frameworkOf(dossier.folder);
  const plan = checkPlan(dossier.onderzoek, readRegisters(framework), readKenmerken(framework, own));
  return [...own.diagnostics, ...plan];
}

const WORDS = { waarnemingen: 'waarneming', bevindingen: 'bevinding', oordelen: 'oordeel', verbeterpunten: 'verbeterpunt' };

function countsOf({ dossier }: ReadOnderzoek, diagnostics: readonly Diagnostic[]): Record<string, number> {
  const oordelen = dossier.oordelen.flatMap(({ value }) => value.oordelen);
  return {
    waarnemingen: dossier.waarnemingen.length,
    bevindingen: dossier.bevindingen.flatMap(({ value }) => livingBevindingen(value.bevindingen)).length,
    oordelen: oordelen.filter(({ tekst, niet_beoordeeld }) => tekst || niet_beoordeeld).length,
    verbeterpunten: dossier.verbeterpunten?.value.verbeterpunten.length ?? 0,
    fouten: diagnostics.filter(({ severity }) => severity === 'error').length,
    waarschuwingen: diagnostics.filter(({ severity }) => severity === 'warning').length,
  };
}

function summary(read: ReadOnderzoek, diagnostics: readonly Diagnostic[]): string[] {
  if (hasErrors(diagnostics)) return [];
  const counts = countsOf(read, diagnostics);
  const elsewhere = diagnostics.some(({ code }) => code === ELSEWHERE);
  const words = Object.entries(WORDS).filter(([many]) => !elsewhere || many !== 'waarnemingen');
  const parts = words.map(([many, one]) => countOf(counts[many] ?? 0, one, many));
  const how = counts.waarschuwingen
    ? `geen fouten, wel ${countOf(counts.waarschuwingen, 'waarschuwing', 'waarschuwingen')}`
    : 'alles klopt';
  return [`${how}${elsewhere ? ', voor zover dat zonder het werkdossier te zien is' : ''}: ${parts.join(', ')}`];
}
