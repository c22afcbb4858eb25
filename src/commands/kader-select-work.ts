import { type Diagnostic, warning } from '../diagnostics/diagnostic.ts';
import type { FileChange } from '../io/writer.ts';
import type { Dossier } from '../onderzoek/dossier.ts';
import { changeKeuze } from '../onderzoek/recipe.ts';
import { hasGeschreven, selectCriteria } from '../onderzoek/select.ts';
import { buildRuimte, isUnder, type Keuzeruimte } from '../onderzoek/space.ts';
import { applyToespitsing } from '../onderzoek/toespitsing.ts';
import type { Keuze, ToetsingskaderBestand } from '../schema/generated/types.ts';
import type { Wijziging } from './kader-select-change.ts';
import { type Aanbod, type Beschikbaar, pinKaders } from './kader-select-pin.ts';
import type { ChoiceFlags } from './kader-select-rules.ts';

/** The options of `tsd kader select`. */
export interface SelectOptions extends ChoiceFlags {
  replace?: boolean;
  herzie?: boolean;
  reden?: string;
  dryRun?: boolean;
  format?: string;
  out?: string;
  vandaag: string;
}

/** What a change of the recipe comes to. */
export interface Uitwerking {
  before: ToetsingskaderBestand | undefined;
  after: ToetsingskaderBestand;
  ruimte: Keuzeruimte;
  files: FileChange[];
  diagnostics: Diagnostic[];
}

/** Changes the recipe and works it out over the kaders it takes from. */
export function workOut(
  dossier: Dossier,
  aanbod: Aanbod,
  { change, geschreven, scope }: Wijziging,
  options: SelectOptions,
): Uitwerking {
  const before = dossier.toetsingskader?.value;
  const eigen = [...(before?.keuze.eigen ?? []), ...change.eigen];
  const everything = buildRuimte(
    aanbod.toezicht.map(({ kader }) => kader),
    eigen,
  );
  const keuze = changeKeuze(before?.keuze ?? { met: [] }, change, (ref, above) => isUnder(everything, ref, above));
  const shown = options.format === 'xlsx' ? scope : [];
  const used = aanbod.toezicht.filter(({ kader }) => isUsed(kader.id, keuze, before) || shown.includes(kader.id));
  const ruimte = buildRuimte(
    used.map(({ kader }) => kader),
    keuze.eigen,
  );
  const { kaders, files } = pinKaders(dossier, used);
  const base = { formaat: 1 as const, onderzoek: dossier.onderzoek.value.id, status: 'concept' as const, versie: 1 };
  const chosen = { ...base, ...before, kaders, keuze, ...selectCriteria(ruimte, keuze, before) };
  const after = applyToespitsing(chosen, geschreven);
  return { before, after, ruimte, files, diagnostics: used.flatMap(kaderDiagnostics) };
}

function isUsed(kader: string, keuze: Keuze, before: ToetsingskaderBestand | undefined): boolean {
  const named = keuze.met.some(({ soort, ref }) => soort !== 'eigen' && ref.split('/')[0] === kader);
  const pinned = before?.kaders.some(({ id }) => id === kader) ?? false;
  const explained = keuze.zonder?.some(({ ref }) => ref.split('/')[0] === kader) ?? false;
  return named || (pinned && before !== undefined && (explained || hasGeschreven(before, kader)));
}

function kaderDiagnostics({ kader, pin, reading }: Beschikbaar): Diagnostic[] {
  const { id, bron } = kader;
  if (pin || bron.status !== 'vervallen') return reading.diagnostics;
  return [...reading.diagnostics, warning('kader/vervallen', `kader '${id}' versie ${bron.versie} is vervallen`)];
}
