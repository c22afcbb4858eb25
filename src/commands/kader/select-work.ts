import { type Diagnostic, warning } from '../../diagnostics/diagnostic.ts';
import type { FileChange } from '../../io/writer.ts';
import type { Dossier } from '../../onderzoek/dossier.ts';
import { changeKeuze, type Keuzewijziging } from '../../onderzoek/recipe.ts';
import { hasGeschreven, selectCriteria } from '../../onderzoek/select.ts';
import { buildRuimte, isUnder, type Keuzeruimte } from '../../onderzoek/space.ts';
import { applyToespitsing, motiveringenIn } from '../../onderzoek/toespitsing.ts';
import { EIGEN } from '../../onderzoek/toetsing.ts';
import type { Keuze, ToetsingskaderBestand, Weglating } from '../../schema/generated/types.ts';
import type { Wijziging } from './select-change.ts';
import { type Aanbod, type Beschikbaar, pinKaders } from './select-pin.ts';
import type { ChoiceFlags } from './select-rules.ts';

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
export function workOut(dossier: Dossier, aanbod: Aanbod, wijziging: Wijziging, options: SelectOptions): Uitwerking {
  const before = dossier.toetsingskader?.value;
  const { change, geschreven, scope } = wijziging;
  const keuze = changedKeuze(before, aanbod, change);
  const shown = options.format === 'xlsx' ? scope : [];
  const used = aanbod.toezicht.filter(({ kader }) => isUsed(kader.id, keuze, before) || shown.includes(kader.id));
  const ruimte = ruimteOf(used, keuze.eigen);
  const { kaders, files } = pinKaders(dossier, used);
  const base = { formaat: 1 as const, onderzoek: dossier.onderzoek.value.id, status: 'concept' as const, versie: 1 };
  // A motivering in a changed row is what people wrote: what the recipe says gives way to it.
  const written = before && applyToespitsing(before, motiveringenIn(geschreven));
  const chosen = { ...base, ...before, kaders, keuze, ...selectCriteria(ruimte, keuze, written) };
  const diagnostics = [...used.flatMap(kaderDiagnostics), ...withoutEffect(change.zonder, ruimte)];
  return { before, after: applyToespitsing(chosen, geschreven), ruimte, files, diagnostics };
}

function changedKeuze(before: ToetsingskaderBestand | undefined, aanbod: Aanbod, change: Keuzewijziging): Keuze {
  const everything = ruimteOf(aanbod.toezicht, [...(before?.keuze.eigen ?? []), ...change.eigen]);
  return changeKeuze(before?.keuze ?? { met: [] }, change, (ref, above) => isUnder(everything, ref, above));
}

/** The space of choice of some kaders and own criteria. */
export function ruimteOf(kaders: readonly Beschikbaar[], eigen: Keuze['eigen']): Keuzeruimte {
  return buildRuimte(
    kaders.map(({ kader }) => kader),
    eigen,
  );
}

/** A kader that something is chosen from; or one pinned before of which something is left out, or what people wrote is kept. */
function isUsed(kader: string, keuze: Keuze, before: ToetsingskaderBestand | undefined): boolean {
  if (keuze.met.some(({ soort, ref }) => soort !== 'eigen' && kaderOf(ref) === kader)) return true;
  if (!before?.kaders.some(({ id }) => id === kader)) return false;
  return (keuze.zonder ?? []).some(({ ref }) => kaderOf(ref) === kader) || hasGeschreven(before, kader);
}

/** What is left out of a kader that nothing is chosen from: kept in the recipe, but there is no list for it to stand in. */
function withoutEffect(zonder: readonly Weglating[], { kaders }: Keuzeruimte): Diagnostic[] {
  const known = [EIGEN, ...kaders.map(({ id }) => id)];
  return zonder
    .filter(({ ref }) => !known.includes(kaderOf(ref)))
    .map(({ ref }) =>
      warning('keuze/zonder-gevolg', `'${ref}' is niet weggelaten: uit kader '${kaderOf(ref)}' is niets gekozen`, {
        help: 'kies eerst iets uit dat kader; de reden is bewaard en geldt dan',
      }),
    );
}

function kaderOf(ref: string): string {
  return ref.split('/')[0] ?? '';
}

function kaderDiagnostics({ kader, pin, reading }: Beschikbaar): Diagnostic[] {
  const { id, bron } = kader;
  if (pin || bron.status !== 'vervallen') return reading.diagnostics;
  return [...reading.diagnostics, warning('kader/vervallen', `kader '${id}' versie ${bron.versie} is vervallen`)];
}
