import { join } from 'node:path';
import { hasErrors } from '../../diagnostics/diagnostic.ts';
import { Stop } from '../../diagnostics/stop.ts';
import { compareKaders } from '../../herziening/compare.ts';
import {
  type Gevolg,
  type Lotgevallen,
  lotgevallen,
  lotWithout,
  modulesTouched,
  onderzoekTouched,
} from '../../herziening/gevolg.ts';
import { type Gevolgen, gevolgenText } from '../../herziening/gevolg-tekst.ts';
import { exists, listNames } from '../../io/files.ts';
import { findRoot } from '../../io/root.ts';
import type { Dossier } from '../../onderzoek/dossier.ts';
import { buildChain } from '../../oordeel/chain.ts';
import { resolvePositions } from '../../source/positions.ts';
import type { Outcome } from '../outcome.ts';
import type { ReadKader } from '../read/kader.ts';
import { readOnderzoek } from '../read/onderzoek.ts';
import { readSide } from '../read/side.ts';
import { type Paired, pairSides } from './pair-sides.ts';

/** How a consequence is asked for. */
export interface ImpactOptions {
  /** Only the kader with this id. */
  kader?: string | undefined;
  json?: boolean;
}

/** A kader as it was, and what becomes of its parts. */
interface Touching {
  oud: ReadKader;
  /** Absent when it is there no longer. */
  nieuw?: ReadKader;
  lot: Lotgevallen;
}

/**
 * `tsd kader impact <a> <b> [onderzoeken…]`: what a new version of a kader does to onderzoeken that carry the old one, and to its modules. An
 * onderzoek itself stays what it is, until somebody carries it over.
 */
export function kaderImpact(a: string, b: string, onderzoeken: readonly string[], { kader }: ImpactOptions): Outcome {
  const kaders = touchingOf(pairSides(readSide(a), readSide(b), kader));
  const folders = onderzoeken.length > 0 ? onderzoeken : allOnderzoeken();
  const lot: Lotgevallen = new Map(kaders.flatMap((item) => [...item.lot]));
  const touched = [...kaders.map(ofModules), ...folders.map((folder) => ofOnderzoek(folder, kaders, lot))];
  return {
    diagnostics: [],
    data: { gevolgen: touched },
    stdout: touched.map((item) => gevolgenText(item, lot)).join('\n'),
  };
}

function touchingOf({ paren, weg }: Paired): Touching[] {
  return [
    ...paren.map((pair) => ({ ...pair, lot: lotgevallen(compareKaders(pair.oud, pair.nieuw), pair.oud, pair.nieuw) })),
    ...weg.map((oud) => ({ oud, lot: lotWithout(oud.kader) })),
  ];
}

/** Every onderzoek of the repository around here. */
function allOnderzoeken(): string[] {
  const parent = join(findRoot('.').folder, 'onderzoeken');
  return listNames(parent)
    .map((name) => join(parent, name))
    .filter((folder) => exists(join(folder, 'onderzoek.yaml')));
}

function ofModules({ oud, nieuw, lot }: Touching): Gevolgen {
  const now = nieuw ? `→ ${nieuw.kader.bron.versie}` : '(dit kader is er niet meer)';
  const titel = `modules van ${oud.kader.id}, versie ${oud.kader.bron.versie} ${now}`;
  return { titel, gevolgen: modulesTouched(oud.kader, lot) };
}

function ofOnderzoek(argument: string, kaders: readonly Touching[], lot: Lotgevallen): Gevolgen {
  const { dossier, reading } = readOnderzoek(argument);
  if (hasErrors(reading.diagnostics)) throw new Stop(resolvePositions(reading.diagnostics, reading.sources), 1);
  return { titel: titelOf(dossier, kaders), gevolgen: touchedIn(dossier, lot) };
}

function touchedIn(dossier: Dossier, lot: Lotgevallen): Gevolg[] {
  return dossier.toetsingskader ? onderzoekTouched(dossier, buildChain(dossier), lot) : [];
}

/** Which onderzoek, and which versie of these kaders it carries: that may be another than the one that is compared with. */
function titelOf({ onderzoek, toetsingskader }: Dossier, kaders: readonly Touching[]): string {
  const ids = new Set(kaders.map(({ oud }) => oud.kader.id));
  const pinned = (toetsingskader?.value.kaders ?? []).filter(({ id }) => ids.has(id)).map(({ id, versie }) => `${id} ${versie}`);
  return `onderzoek ${onderzoek.value.id} (${pinned.length > 0 ? `legt ${pinned.join(', ')} vast` : 'legt geen van deze kaders vast'})`;
}
