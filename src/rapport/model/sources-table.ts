import { PERSPECTIEVEN } from '../../bevinding/material.ts';
import type { SourceKind } from '../../bevinding/triangulate.ts';
import { type Dossier, speakingBronnen } from '../../onderzoek/dossier.ts';
import { OVERKOEPELEND } from '../../oordeel/chain-model.ts';
import type { Bron, Bronsoort, Perspectief, RapportBronnentabel, VernietigingBestand } from '../../schema/generated/types.ts';
import { groupBy } from '../../source/order.ts';
import { dateWords } from '../wording.ts';
import { BRONSOORTEN, PERSPECTIEFNAMEN } from './labels.ts';
import { DREMPEL, type RapportOptions } from './options.ts';

/** What may be told of numbers of sources. */
export interface CountRules {
  /** From how many sources of a kind a number is named. */
  drempel: number;
  /** Everything may be told: the reader is the team itself. */
  open: boolean;
}

/** The rules for a report of a diepte in this dossier. */
function countRules({ instellingen }: Dossier, { diepte }: Pick<RapportOptions, 'diepte'>): CountRules {
  return { drempel: instellingen.privacy?.drempel ?? DREMPEL, open: diepte === 'intern' };
}

/** The table of sources in a report on a gebied, by its id, or on all of them together. */
export function reportSources(dossier: Dossier, over: string, options: RapportOptions): RapportBronnentabel {
  if (dossier.vernietiging) return keptSources(dossier.vernietiging.value, over);
  const rules = countRules(dossier, options);
  const { gebieden } = dossier.onderzoek.value;
  const bronnen = speakingBronnen(dossier);
  if (over !== OVERKOEPELEND) return localSources(bronnen, over, rules);
  return allSources(
    bronnen,
    gebieden.map(({ id }) => id),
    rules,
  );
}

/** The public table of sources of every gebied, by its id. */
export function publicTables(dossier: Dossier): Map<string, RapportBronnentabel> {
  const { gebieden } = dossier.onderzoek.value;
  const { vernietiging } = dossier;
  if (vernietiging) return new Map(gebieden.map(({ id }) => [id, keptSources(vernietiging.value, id)]));
  const rules = countRules(dossier, { diepte: 'openbaar' });
  const byGebied = groupBy(
    speakingBronnen(dossier).flatMap((bron) => bron.gebieden.map((gebied) => ({ gebied, bron }))),
    ({ gebied }) => gebied,
  );
  return new Map(
    gebieden.map(({ id }) => [
      id,
      localSources(
        (byGebied.get(id) ?? []).map(({ bron }) => bron),
        id,
        rules,
      ),
    ]),
  );
}

/** Whether a table of sources names a number for a kind: then there are so many of them that nobody is known by it. */
export function isNamed({ regels }: RapportBronnentabel, { soort, perspectief }: SourceKind): boolean {
  const kinds = regels.find((regel) => regel.perspectief === PERSPECTIEFNAMEN[perspectief])?.bronnen ?? [];
  return kinds.some((kind) => kind.startsWith(`${BRONSOORTEN[soort]} (`) && !kind.includes('(minder dan '));
}

/** The table that was kept when the werkdossier was destroyed; it says so. */
function keptSources({ datum, rapport }: VernietigingBestand, over: string): RapportBronnentabel {
  const kept = rapport.bronnen.find((table) => table.over === over);
  const then = `Het werkdossier is op ${dateWords(datum)} vernietigd; dit is wat er toen over de bronnen is bewaard.`;
  return { regels: kept?.regels ?? [], toelichting: kept ? `${kept.toelichting} ${then}` : then };
}

/**
 * The kinds of sources per perspectief, of one gebied; citizens are named also when none spoke. There are no totals, so that
 * no number can be found by subtracting the others from one.
 */
export function localSources(bronnen: readonly Bron[], gebied: string, rules: CountRules): RapportBronnentabel {
  const own = bronnen.filter(({ gebieden }) => gebieden.includes(gebied));
  return table(own, rules, (soort, perspectief) => ownCell(count(own, soort, perspectief), rules));
}

/**
 * The same table over all gebieden. It tells nothing of a number that the local tables hide: a number is named only where
 * it is the sum of local numbers that are named themselves, so that it gives away no hidden part and no count of sources
 * that gebieden share; other words follow from the local tables alone.
 */
export function allSources(bronnen: readonly Bron[], gebieden: readonly string[], rules: CountRules): RapportBronnentabel {
  const within = bronnen.filter((bron) => bron.gebieden.some((id) => gebieden.includes(id)));
  return table(within, rules, (soort, perspectief) => {
    const alike = within.filter((bron) => bron.soort === soort && bron.perspectief === perspectief);
    const parts = gebieden.map((id) => alike.filter((bron) => bron.gebieden.includes(id)).length).filter((part) => part > 0);
    return rules.open ? String(alike.length) : sumCell(alike.length, parts, rules);
  });
}

function sumCell(total: number, parts: readonly number[], { drempel }: CountRules): string {
  if (parts.every((part) => part < drempel)) return `minder dan ${drempel} per gebied`;
  const named = parts.every((part) => part >= drempel);
  return named && total === parts.reduce((sum, part) => sum + part, 0) ? String(total) : `${drempel} of meer`;
}

function table(
  bronnen: readonly Bron[],
  { drempel, open }: CountRules,
  cell: (soort: Bronsoort, perspectief: Perspectief) => string,
): RapportBronnentabel {
  const views = PERSPECTIEVEN.filter((view) => view === 'burger' || bronnen.some(({ perspectief }) => perspectief === view));
  const kinds = Object.keys(BRONSOORTEN) as Bronsoort[];
  return {
    regels: views.map((view) => ({
      perspectief: PERSPECTIEFNAMEN[view],
      bronnen: kinds
        .filter((soort) => count(bronnen, soort, view) > 0)
        .map((soort) => `${BRONSOORTEN[soort]} (${cell(soort, view)})`),
    })),
    toelichting: open
      ? 'Dit zijn de aantallen bronnen. Deze tabel is alleen voor het onderzoeksteam.'
      : `Zijn er van een soort minder dan ${drempel} bronnen, dan noemen wij het aantal niet. Zo is niemand te herleiden.`,
  };
}

function count(bronnen: readonly Bron[], soort: Bronsoort, perspectief: Perspectief): number {
  return bronnen.filter((bron) => bron.soort === soort && bron.perspectief === perspectief).length;
}

function ownCell(number: number, { drempel, open }: CountRules): string {
  return open || number >= drempel ? String(number) : `minder dan ${drempel}`;
}
