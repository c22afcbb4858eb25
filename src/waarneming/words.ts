import { leftOutProblem } from '../kader/reference.ts';
import type { Dossier } from '../onderzoek/dossier.ts';
import { resolveIndicator } from '../onderzoek/indicator-reference.ts';
import { privacyGuard } from '../onderzoek/privacy.ts';
import { type ToetsCriterium, type ToetsIndicator, toetsCriteria } from '../onderzoek/toetsing.ts';
import type { PrivacyGuard } from '../privacy/guard.ts';
import { enumeration } from '../schema/enumeration.ts';
import type { Item, Waarneming } from '../schema/generated/types.ts';
import { splitCell } from '../tabel/table.ts';
import { createWordList, openList, plainList, short, type Word, type WordList } from './word-list.ts';

/** What was left out of the toetsingskader after it was recorded. */
export interface LeftOutIndicatoren {
  /** What is wrong with a waarneming that names an indicator that was left out; `undefined` when it was recorded so before. */
  problem(waarneming: Waarneming, id: string): string | undefined;
}

/** Everything that may be filled in for one onderzoek, by field. */
export interface Words {
  indicatoren: WordList;
  gebieden: WordList;
  partijen: WordList;
  vastleggers: WordList;
  items: WordList;
  /** The fixed answers of each item that has them. */
  antwoorden: ReadonlyMap<string, WordList>;
  respondenttypen: WordList;
  bronsoorten: WordList;
  perspectieven: WordList;
  strekkingen: WordList;
  factoren: WordList;
  jaNee: WordList;
  /** Ids of bronnen, waarnemingen, casussen and leveringen. */
  ids: WordList;
  /** By item the indicatoren of the toetsingskader that it is about. */
  indicatorenOf: ReadonlyMap<string, readonly string[]>;
  /** What may stand in free texts. */
  guard: PrivacyGuard;
  /** No bron is of a later day. Without it that is not judged. */
  vandaag: string | undefined;
  /** What was left out and may stand in a levering that was read in before; absent where nothing new is read. */
  weggelaten?: LeftOutIndicatoren;
}

/** Makes the word lists of an onderzoek from its plan, its toetsingskader and its instruments, for what is recorded `vandaag`. */
export function createWords(dossier: Dossier, vandaag?: string): Words {
  const { partijen = [], inspecties, partners = [] } = dossier.onderzoek.value;
  const instrumenten = dossier.instrumenten?.value;
  const indicatoren = indicatorList(dossier);
  const idForm = 'kleine letters, cijfers, punt en koppelteken';
  return {
    indicatoren,
    gebieden: gebiedWords(dossier),
    partijen: createWordList('waarneming/onbekende-partij', partijen.map(named)),
    vastleggers: createWordList('waarneming/onbekende-vastlegger', [...inspecties, ...partners].map(named)),
    items: createWordList('waarneming/onbekend-item', itemWords(dossier)),
    antwoorden: answerLists(dossier),
    respondenttypen: instrumenten
      ? createWordList('waarneming/onbekend-respondenttype', instrumenten.respondenttypen.map(named))
      : openList('waarneming/onbekend-respondenttype', /^[a-z0-9]+(-[a-z0-9]+)*$/, 'kleine letters en cijfers, met koppeltekens'),
    bronsoorten: plainList('waarneming/onbekende-bronsoort', enumeration('bronsoort')),
    perspectieven: plainList('waarneming/onbekend-perspectief', enumeration('perspectief')),
    strekkingen: plainList('waarneming/onbekende-strekking', enumeration('strekking')),
    factoren: plainList('waarneming/onbekende-factor', enumeration('factor')),
    jaNee: plainList('waarneming/ja-of-nee', enumeration('jaNee')),
    ids: openList('waarneming/id', /^[a-z0-9][a-z0-9.-]{0,79}$/, `een id bestaat uit ${idForm}, hoogstens 80 tekens`),
    indicatorenOf: new Map(
      (instrumenten?.items ?? []).map((item) => [item.id, item.indicatoren.filter((ref) => indicatoren.find(ref) === ref)]),
    ),
    guard: privacyGuard(dossier),
    vandaag,
  };
}

/** The gebieden of an onderzoek, each by its id, its name or its code. */
export function gebiedWords({ onderzoek }: Dossier): WordList {
  return createWordList(
    'waarneming/onbekend-gebied',
    onderzoek.value.gebieden.map(({ id, naam, code }) => ({ value: id, labels: code === undefined ? [naam] : [naam, code] })),
  );
}

/** An indicator as a drop-down shows it: its number and short text, with its reference where two would look the same. */
export interface IndicatorLabel {
  label: string;
  criterium: ToetsCriterium;
  indicator: ToetsIndicator;
}

/** The indicatoren of the toetsingskader in order, each with the label that stands for it in a form. */
export function indicatorLabels(dossier: Dossier): IndicatorLabel[] {
  const criteria = dossier.toetsingskader ? toetsCriteria(dossier.toetsingskader.value, dossier.kaders) : [];
  const all = criteria.flatMap((criterium) =>
    criterium.indicatoren.map((indicator) => ({ criterium, indicator, label: plain(indicator) })),
  );
  const twice = new Set(all.map(({ label }) => label).filter((label, index, labels) => labels.indexOf(label) !== index));
  return all.map((item) => (twice.has(item.label) ? { ...item, label: `${item.label} (${item.indicator.ref})` } : item));
}

/** An item as a drop-down shows it. */
export function itemLabel({ id, tekst }: { id: string; tekst: string }): string {
  return `${id}: ${oneValue(tekst)}`;
}

function plain({ nummer, kort }: ToetsIndicator): string {
  return `${nummer} ${oneValue(kort)}`;
}

/** A text that stays one value in a cell in which several may stand. */
function oneValue(text: string): string {
  return short(text.replace(/[|;]/g, ','));
}

function named({ id, naam }: { id: string; naam: string }): Word {
  return { value: id, labels: [naam] };
}

function itemWords(dossier: Dossier): Word[] {
  return (dossier.instrumenten?.value.items ?? []).map((item) => ({ value: item.id, labels: [itemLabel(item)] }));
}

function answerLists({ instrumenten }: Dossier): Map<string, WordList> {
  const answered = (instrumenten?.value.items ?? []).filter(hasAntwoorden);
  return new Map(answered.map(({ id, antwoorden }) => [id, plainList('waarneming/onbekend-antwoord', antwoorden)]));
}

/** Whether an item is answered by choosing. */
export function hasAntwoorden(item: Item): item is Item & { antwoorden: string[] } {
  return (item.antwoorden ?? []).length > 0;
}

/** Full references, any end that fits one indicator only, numbers that one indicator has, and the labels of the drop-down. */
function indicatorList(dossier: Dossier): WordList {
  const labels = indicatorLabels(dossier);
  const items = labels.map(({ indicator }) => indicator);
  const list = createWordList(
    'waarneming/onbekende-indicator',
    labels.map(({ label, indicator }) => ({ value: indicator.ref, labels: [label] })),
  );
  const leftOut = dossier.toetsingskader?.value.weggelaten ?? [];
  const cache = new Map<string, string | undefined>();
  // A whole cell is tried before its parts: a number at its start must not speak for all of them.
  const resolve = (written: string) => (splitCell(written).length > 1 ? undefined : resolveIndicator(written, items).found?.ref);
  return {
    ...list,
    help: list.help ?? 'het blad Toetsingskader van een formulier noemt ze alle (tsd waarnemingen form)',
    find(written) {
      if (!cache.has(written)) cache.set(written, list.find(written) ?? resolve(written));
      return cache.get(written);
    },
    problem(written) {
      const left = leftOutProblem(written, leftOut);
      if (left !== undefined) return left;
      if (dossier.kaders.some((kader) => kader.items.get(written)?.soort === 'indicator'))
        return `'${short(written)}' staat wel in het kader, maar niet in dit toetsingskader`;
      const { problem } = resolveIndicator(written, items);
      return problem === undefined || /bedoelt u|meer dan een|kies een/.test(problem) ? (problem ?? '') : list.problem(written);
    },
  };
}
