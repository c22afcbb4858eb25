import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Keuze, Keuzeregel, Weglating } from '../schema/generated/types.ts';
import { evaluateKeuze, type Uitkomst } from './evaluate.ts';
import { changed, type Keuzerij, type Keuzestand, motiveringFor, withoutReden } from './keuzelijst-rows.ts';
import type { Keuzeruimte, RuimteCriterium } from './space.ts';
import { EIGEN } from './toetsing.ts';

type Rows = ReadonlyMap<string, Keuzerij>;
type Outcomes = ReadonlyMap<string, Uitkomst>;

/** What the rows ask for one indicator. */
export interface Wens {
  wil: boolean;
  /** Whether the rows say so; otherwise it stays as it stands. */
  gezegd: boolean;
  tekst: string;
}

/**
 * What the rows of a criterium ask for each of its indicatoren. What was changed decides: in the row of the indicator, else
 * in that of the criterium, else what both were filled in with.
 */
export function wishesOf(criterium: RuimteCriterium, rows: Rows, outcomes: Outcomes): Map<string, Wens> {
  const own = rows.get(criterium.ref);
  return new Map(criterium.indicatoren.map(({ ref }) => [ref, wishOf(rows.get(ref), own, outcomes.get(ref))]));
}

function wishOf(rij: Keuzerij | undefined, own: Keuzerij | undefined, now: Uitkomst | undefined): Wens {
  const above = own?.is.kiezen ?? '';
  const decidedAbove = above !== '' && above !== own?.was.kiezen && rij?.is.kiezen === rij?.was.kiezen;
  const kiezen = (decidedAbove ? '' : rij?.is.kiezen) || above;
  const side = kiezen || (now?.gekozen ? 'ja' : 'nee');
  const given = (rij && motiveringFor(rij, side)) || textAbove(own, side);
  const stays = kiezen ? '' : (now?.motivering ?? now?.reden ?? '');
  return { wil: side === 'ja', gezegd: kiezen !== '', tekst: given || stays };
}

/** The motivering of the criterium for one side; an empty `kiezen` leaves it to say something of both. */
function textAbove(own: Keuzerij | undefined, side: string): string {
  return own && ['', side].includes(own.is.kiezen) ? motiveringFor(own, side) : '';
}

/** Whether the rows of a criterium were left alone, or say what stands already. */
export function isSettled(
  { ref, indicatoren }: RuimteCriterium,
  rows: Rows,
  wishes: ReadonlyMap<string, Wens>,
  { outcomes, stands }: { outcomes: Outcomes; stands: ReadonlyMap<string, Keuzestand> },
): boolean {
  const refs = [ref, ...indicatoren.map((indicator) => indicator.ref)];
  const stand = (item: string) => stands.get(item)?.motivering || stands.get(ref)?.motivering || '';
  const touched = refs.some((item) => {
    const rij = rows.get(item);
    return rij !== undefined && (rij.is.kiezen !== rij.was.kiezen || changedMotivering(rij) !== '');
  });
  if (!touched) return true;
  const sameTexts = refs.every((item) => {
    const rij = rows.get(item);
    return !changedMotivering(rij) || !changed(rij?.is.motivering ?? '', stand(item));
  });
  return sameTexts && [...wishes].every(([item, { wil }]) => wil === (outcomes.get(item)?.gekozen ?? false));
}

/**
 * The rules of a criterium with other texts, when only the motivering of what is chosen was changed: each of its own rules
 * follows its row. Nothing when more was changed.
 */
export function retext(
  criterium: RuimteCriterium,
  rows: Rows,
  wishes: ReadonlyMap<string, Wens>,
  { keuze, outcomes }: { keuze: Keuze; outcomes: Outcomes },
): Keuzeregel[] | undefined {
  const isChosen = (ref: string) => outcomes.get(ref)?.gekozen ?? false;
  const refs = [criterium.ref, ...criterium.indicatoren.map(({ ref }) => ref)];
  const rules = keuze.met.filter(({ soort, ref }) => soort !== 'module' && refs.includes(ref));
  const hasRule = (ref: string) => rules.some((own) => own.ref === ref || own.ref === criterium.ref);
  const isText = refs.every((ref) => {
    const rij = rows.get(ref);
    if (!rij) return true;
    return (rij.is.kiezen === rij.was.kiezen || hasRule(ref)) && (isChosen(ref) || !changedMotivering(rij));
  });
  if (!isText || ![...wishes].every(([ref, { wil }]) => wil === isChosen(ref))) return undefined;
  const textFor = (ref: string) => {
    const rij = rows.get(ref);
    return (rij && changedMotivering(rij)) || (rij?.is.motivering ? '' : changedMotivering(rows.get(criterium.ref)));
  };
  return rules.flatMap(({ soort, ref }) => {
    const motivering = textFor(ref);
    return motivering ? [rule(soort, ref, motivering)] : [];
  });
}

/** The motivering of a row that a person changed, or ''. */
export function changedMotivering(rij: Keuzerij | undefined): string {
  return rij?.is.motivering && changed(rij.is.motivering, rij.was.motivering) ? rij.is.motivering : '';
}

/** New rules for one criterium and its indicatoren, after what the rows ask. */
export function chooseAnew(
  criterium: RuimteCriterium,
  rows: Rows,
  wishes: ReadonlyMap<string, Wens>,
  { ruimte, keuze }: { ruimte: Keuzeruimte; keuze: Keuze },
): { met: Keuzeregel[]; zonder: Weglating[]; diagnostics: Diagnostic[] } {
  const others = evaluateKeuze(ruimte, withoutOwn(keuze, criterium.ref));
  const isChosen = (ref: string) => others.get(ref)?.gekozen ?? false;
  const own = rows.get(criterium.ref);
  const all = [...wishes].map(([ref, wens]) => ({ ref, ...wens }));
  const rest = all.filter(({ wil }) => !wil);
  const chosen = all.filter(({ wil }) => wil);
  const above = textAbove(own, chosen.length > 0 ? 'ja' : 'nee');
  const needed = all.filter(({ ref, wil, gezegd }) => gezegd || isChosen(ref) !== wil);
  const loose = needed.filter(({ wil }) => wil).map(({ ref, tekst }) => rule('indicator', ref, tekst));
  const whole = [
    rule(criterium.kader === EIGEN ? 'eigen' : 'criterium', criterium.ref, above),
    ...chosen.filter(({ tekst }) => tekst && tekst !== above).map(({ ref, tekst }) => rule('indicator', ref, tekst)),
  ];
  // One rule for the criterium says it once; what is left out beside it then needs a reason of its own.
  const asWhole = rest.length === 0 || (own?.is.kiezen === 'ja' && above !== '' && rest.every(({ tekst }) => tekst !== ''));
  const reasonAbove = chosen.length === 0 && above !== '';
  const silent = rest.filter(({ ref, gezegd, tekst }) => gezegd && !tekst && isChosen(ref));
  return {
    met: asWhole ? whole : loose,
    zonder: [
      ...(reasonAbove ? [{ ref: criterium.ref, reden: above }] : []),
      ...rest
        .filter(({ tekst }) => tekst && !(reasonAbove && tekst === above))
        .filter(({ ref, gezegd, tekst }) => gezegd || asWhole || others.get(ref)?.reden !== tekst)
        .map(({ ref, tekst }) => ({ ref, reden: tekst })),
    ],
    diagnostics: silent.map(({ ref }) =>
      withoutReden(
        `'${ref}' hoort bij wat eerder is gekozen; zet bij motivering waarom het nu wordt weggelaten`,
        rows.get(ref)?.row ?? own?.row,
      ),
    ),
  };
}

function rule(soort: Keuzeregel['soort'], ref: string, motivering: string): Keuzeregel {
  return { soort, ref, ...(motivering ? { motivering } : {}) };
}

/** The recipe without the rules on a criterium itself and its indicatoren. */
function withoutOwn(keuze: Keuze, criterium: string): Keuze {
  const isOwn = (ref: string) => ref === criterium || ref.startsWith(`${criterium}/`);
  const stays = ({ soort, ref }: { soort?: string; ref: string }) => soort === 'module' || !isOwn(ref);
  return { ...keuze, met: keuze.met.filter(stays), zonder: (keuze.zonder ?? []).filter(stays) };
}
