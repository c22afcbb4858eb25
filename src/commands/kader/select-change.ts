import { extname } from 'node:path';
import { stop } from '../../diagnostics/stop.ts';
import { didYouMean } from '../../diagnostics/suggest.ts';
import type { Dossier } from '../../onderzoek/dossier.ts';
import type { IngevuldeKeuzelijst } from '../../onderzoek/keuzelijst-read.ts';
import type { Keuzewijziging } from '../../onderzoek/recipe.ts';
import type { Vocabulary } from '../../onderzoek/resolve-choice.ts';
import { buildRuimte, type RuimteItem } from '../../onderzoek/space.ts';
import type { Toegespitst } from '../../onderzoek/toespitsing.ts';
import { frameworkOf, readKenmerken } from '../read/kader.ts';
import type { Reading } from '../read/yaml.ts';
import { readKeuzelijstFile } from './select-keuzelijst.ts';
import type { Aanbod } from './select-pin.ts';
import { type ChoiceFlags, isScope, readRules, resolveRules, type WrittenRules } from './select-rules.ts';

/** What a command changes: the recipe, and the texts that came with a filled-in list. */
export interface Wijziging {
  change: Keuzewijziging;
  geschreven: Toegespitst[];
  /** The kaders that a list to tick is to show. */
  scope: string[];
}

/** Reads everything that flags and files ask for. Problems go into the reading; wrong use of a flag stops. */
export async function readWijziging(
  dossier: Dossier,
  aanbod: Aanbod,
  flags: ChoiceFlags & { replace?: boolean },
  reading: Reading,
): Promise<Wijziging> {
  const rules = readRules(flags, reading);
  const scope = scopeOf(dossier, aanbod, flags, rules);
  const { change, diagnostics } = resolveRules(rules, vocabularyOf(dossier, aanbod, flags, rules, scope, reading));
  reading.diagnostics.push(...diagnostics);
  const wijziging: Wijziging = {
    change: { ...change, replace: flags.replace ?? false, rest: flags.zonderRest },
    geschreven: [],
    scope,
  };
  if (flags.from && extname(flags.from).toLowerCase() === '.xlsx')
    addKeuzelijst(wijziging, await readKeuzelijstFile(flags.from, dossier, aanbod, reading));
  return wijziging;
}

/** Where choices that name no kader are looked for: the kaders named, those in use, or the standard one. */
function scopeOf(dossier: Dossier, aanbod: Aanbod, flags: ChoiceFlags, rules: WrittenRules): string[] {
  const known = aanbod.toezicht.map(({ kader }) => kader.id);
  for (const id of flags.kader ?? []) requireKader(id, known, aanbod);
  if (flags.kader?.length) return [...new Set(flags.kader)].sort();
  const named = rules.met.flatMap(([{ ref }]) => known.filter((id) => ref === id || ref.startsWith(`${id}/`)));
  const pinned = dossier.toetsingskader?.value.kaders.map(({ id }) => id) ?? [];
  const used = [...new Set([...named, ...pinned])].sort();
  if (used.length > 0) return used;
  const standard = dossier.instellingen.standaardkader ?? 'volwassenen';
  return known.includes(standard) ? [standard] : known.slice(0, 1);
}

function requireKader(id: string, known: readonly string[], { reflectie }: Aanbod): void {
  if (known.includes(id)) return;
  const mirror = reflectie.find((kader) => kader.id === id);
  const message = mirror
    ? `'${id}' is een kader voor reflectie op het toezicht zelf; daarmee wordt geen gebied beoordeeld`
    : `kader '${id}' bestaat niet${didYouMean(id, known)}`;
  throw stop('kader/onbekende-verwijzing', message, { help: `kies uit: ${known.join(', ')}` });
}

function vocabularyOf(
  dossier: Dossier,
  aanbod: Aanbod,
  flags: ChoiceFlags,
  rules: WrittenRules,
  scope: string[],
  reading: Reading,
): Vocabulary {
  const kaders = aanbod.toezicht.map(({ kader }) => kader);
  const within = flags.kader?.length && isScope(flags) ? kaders.filter(({ id }) => scope.includes(id)) : kaders;
  const ids = new Set(rules.eigen.map(({ id }) => id));
  const eigen = [...(dossier.toetsingskader?.value.keuze.eigen ?? []).filter(({ id }) => !ids.has(id)), ...rules.eigen];
  const reflectie = aanbod.reflectie.flatMap((kader): RuimteItem[] => buildRuimte([kader]).items);
  const kenmerken =
    flags.kenmerk || rules.met.some(([{ soort }]) => soort === 'kenmerk')
      ? readKenmerken(frameworkOf(dossier.folder), reading)
      : undefined;
  return { ruimte: buildRuimte(within, eigen), reflectie, kenmerken, scope };
}

function addKeuzelijst({ change, geschreven }: Wijziging, read: IngevuldeKeuzelijst | undefined): void {
  if (!read) return;
  change.met.push(...read.change.met);
  change.zonder.push(...read.change.zonder);
  change.vervangt = read.vervangt;
  geschreven.push(...read.geschreven);
}
