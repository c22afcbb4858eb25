import type { Dossier } from '../onderzoek/dossier.ts';
import type { Bron, Waarneming } from '../schema/generated/types.ts';

/** Which waarnemingen are listed: those for which all of this holds. References are whole. */
export interface ListFilter {
  gebieden?: readonly string[] | undefined;
  criterium?: string | undefined;
  indicator?: string | undefined;
  perspectief?: string | undefined;
  casus?: string | undefined;
  strekking?: string | undefined;
  bron?: string | undefined;
  /** Only what has no indicator yet. */
  ongecodeerd?: boolean | undefined;
  /** Only what is no longer in what was delivered. */
  verdwenen?: boolean | undefined;
}

/** A waarneming with the bron it comes from. */
export interface ListedWaarneming {
  waarneming: Waarneming;
  bron: Bron | undefined;
}

/** The waarnemingen that a filter lets through, by gebied in the order of the plan, and then as they were recorded. */
export function listWaarnemingen(dossier: Dossier, filter: ListFilter): ListedWaarneming[] {
  const bronnen = new Map(dossier.bronnen.map((bron) => [bron.id, bron]));
  const order = new Map(dossier.onderzoek.value.gebieden.map(({ id }, index) => [id, index]));
  const place = ({ waarneming: { gebied } }: ListedWaarneming) => order.get(gebied) ?? order.size;
  return dossier.waarnemingen
    .map((waarneming) => ({ waarneming, bron: bronnen.get(waarneming.bron) }))
    .filter((listed) => passes(listed, filter))
    .sort((a, b) => place(a) - place(b));
}

function passes(listed: ListedWaarneming, filter: ListFilter): boolean {
  return saysWhat(listed.waarneming, filter) && comesFrom(listed, filter) && isMarked(listed.waarneming, filter);
}

function saysWhat({ gebied, indicatoren, strekking }: Waarneming, filter: ListFilter): boolean {
  const { gebieden = [], criterium, indicator } = filter;
  return (
    (gebieden.length === 0 || gebieden.includes(gebied)) &&
    (criterium === undefined || indicatoren.some((ref) => ref.startsWith(`${criterium}/`))) &&
    (indicator === undefined || indicatoren.includes(indicator)) &&
    isAsked(strekking, filter.strekking)
  );
}

function comesFrom({ waarneming, bron }: ListedWaarneming, { perspectief, casus, bron: asked }: ListFilter): boolean {
  return isAsked(bron?.perspectief, perspectief) && isAsked(bron?.casus, casus) && isAsked(waarneming.bron, asked);
}

function isMarked({ indicatoren, verdwenen }: Waarneming, filter: ListFilter): boolean {
  return (!filter.ongecodeerd || indicatoren.length === 0) && (!filter.verdwenen || verdwenen !== undefined);
}

function isAsked(value: string | undefined, asked: string | undefined): boolean {
  return asked === undefined || value === asked;
}
