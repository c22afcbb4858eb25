import type { FormBron, FormWaarneming } from '../formulier/exchange.ts';
import type { FormCriterium, FormIndicator, FormItem, FormModel, Keuze } from '../formulier/model.ts';
import type { BronInhoud, WaarnemingInhoud } from '../schema/generated/types.ts';
import type { Option } from './controls.ts';

/** Finds what an id or reference stands for, and says it in words. */
export class Names {
  readonly indicatoren: ReadonlyMap<string, FormIndicator>;
  readonly items: ReadonlyMap<string, FormItem>;
  readonly criteria: readonly FormCriterium[];
  readonly #names: ReadonlyMap<string, string>;

  /** Looks everything up once. */
  constructor(model: FormModel) {
    this.criteria = model.themas.flatMap(({ criteria }) => criteria);
    this.indicatoren = new Map(this.criteria.flatMap(({ indicatoren }) => indicatoren).map((item) => [item.ref, item]));
    this.items = new Map(model.instrumenten.flatMap(({ items }) => items).map((item) => [item.id, item]));
    const named: [string, Keuze[]][] = [
      ['gebied', model.gebieden],
      ['partij', model.partijen],
      ['respondenttype', model.respondenttypen],
      ['vastlegger', model.vastleggers],
    ];
    this.#names = new Map(
      named.flatMap(([soort, list]) => list.map(({ id, naam }): [string, string] => [`${soort} ${id}`, naam])),
    );
  }

  /** The name of a gebied, partij, respondenttype or vastlegger; its id where it has none here. */
  of(soort: 'gebied' | 'partij' | 'respondenttype' | 'vastlegger', id: string): string {
    return this.#names.get(`${soort} ${id}`) ?? id;
  }

  /** What a bron is called in a list: “gesprek · jongere · 14-2-2026 · c01 · Fictiehove”. */
  bron(bron: BronInhoud | undefined): string {
    if (!bron) return 'verwijderde bron';
    const { soort, respondenttype, perspectief, datum, casus, gebieden = [], omschrijving } = bron;
    const wie = respondenttype ? this.of('respondenttype', respondenttype) : perspectief;
    const waar = gebieden.map((id) => this.of('gebied', id)).join(' en ');
    const parts = [soort, wie, datum && dateText(datum), casus, waar, omschrijving && excerpt(omschrijving, 40)];
    return parts.filter(Boolean).join(' · ') || 'nieuwe bron';
  }

  /** An indicator as it stands in a list: “1.3.2 In beeld”. */
  indicator(ref: string): string {
    const found = this.indicatoren.get(ref);
    return found ? `${found.nummer} ${found.kort}` : `${ref} (niet in dit formulier)`;
  }

  /** What may be chosen, by name. */
  options(list: readonly Keuze[]): Option[] {
    return list.map(({ id, naam }) => ({ value: id, label: naam }));
  }

  /** The value of a field in words, for a comparison. */
  field(veld: string, value: string | readonly string[] | undefined, bronnen: ReadonlyMap<string, FormBron>): string {
    if (value === undefined || value.length === 0) return '(leeg)';
    if (typeof value !== 'string') return value.map((item) => this.#one(veld, item, bronnen)).join(', ');
    return this.#one(veld, value, bronnen);
  }

  #one(veld: string, value: string, bronnen: ReadonlyMap<string, FormBron>): string {
    if (veld === 'bron') return this.bron(bronnen.get(value)?.inhoud);
    if (veld === 'indicatoren') return this.indicator(value);
    if (veld === 'item') return this.items.get(value)?.tekst ?? value;
    if (veld === 'gebied' || veld === 'gebieden') return this.of('gebied', value);
    if (veld === 'vastgelegd_door') return this.of('vastlegger', value);
    if (veld === 'partij' || veld === 'respondenttype') return this.of(veld, value);
    return veld === 'datum' ? dateText(value) : value;
  }
}

/** The gebieden that a waarneming is about: its own, else those of its bron. */
export function gebiedenOf({ inhoud }: FormWaarneming, bron: BronInhoud | undefined): readonly string[] {
  return inhoud?.gebied ? [inhoud.gebied] : (bron?.gebieden ?? []);
}

/** What a waarneming says in one text: the fixed answer before its explanation. */
export function saidText({ antwoord = '', tekst = '' }: WaarnemingInhoud): string {
  return [antwoord, tekst].filter(Boolean).join(' – ');
}

/** A day as people write it: 14-2-2026 for 2026-02-14. */
export function dateText(iso: string): string {
  const [year, month, day] = iso.split('-').map(Number);
  return day ? `${day}-${month}-${year}` : iso;
}

/** “14-2-2026 om 9:05” in the time of this device. */
export function momentText(iso: string): string {
  const moment = new Date(iso);
  const minutes = String(moment.getMinutes()).padStart(2, '0');
  return `${moment.getDate()}-${moment.getMonth() + 1}-${moment.getFullYear()} om ${moment.getHours()}:${minutes}`;
}

/** The beginning of a text, on one line. */
export function excerpt(text: string, length: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > length ? `${line.slice(0, length - 1).replace(/[\ud800-\udbff]$/, '')}…` : line;
}

/** “1 waarneming”, “2 waarnemingen”. */
export function count(number: number, one: string, more: string): string {
  return `${number} ${number === 1 ? one : more}`;
}
