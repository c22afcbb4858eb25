import { exportText, type FormBron, type FormWaarneming, type Inhoud, inOrder } from '../formulier/exchange.ts';
import { isBlank, isBlankBron, withField } from '../formulier/fields.ts';
import type { FormModel } from '../formulier/model.ts';
import { change, choose, create, join, type Opname, restamp, type Vastlegging, type Werkblok } from '../formulier/versions.ts';
import type { BronInhoud, WaarnemingInhoud } from '../schema/generated/types.ts';
import type { FormStorage, Stored } from './storage.ts';

/** What is remembered besides what was recorded: the device, the stretch of work, and where the person was. */
export interface Settings {
  apparaat: string;
  blok: number;
  /** Of when the last file is that was given out. */
  uitgevoerd?: string;
  scherm?: { [name: string]: string };
}

/** How many records came in, by what became of them. */
export type Opnames = { [O in Opname]: number };

/** Everything that was recorded, in memory and on this device. */
export class Notebook {
  readonly bronnen: Map<string, FormBron>;
  readonly waarnemingen: Map<string, FormWaarneming>;
  readonly #formulier: FormModel['formulier'];
  readonly #storage: FormStorage;
  #settings: Settings;
  #last = '';

  /** Goes on with what was stored. */
  constructor({ formulier }: FormModel, storage: FormStorage, stored: Stored | undefined) {
    this.#formulier = formulier;
    this.#storage = storage;
    this.bronnen = new Map(inOrder(stored?.bronnen ?? []).map((bron) => [bron.id, bron]));
    this.waarnemingen = new Map(inOrder(stored?.waarnemingen ?? []).map((item) => [item.id, item]));
    this.#settings = stored?.settings ?? { apparaat: random(6), blok: 1 };
    if (!stored?.settings) this.#remember({});
  }

  /** Adds a bron and gives its id. */
  addBron(inhoud: BronInhoud): string {
    const bron = create(this.#newId('-b-'), inhoud, this.#now());
    this.#keepBron(bron);
    return bron.id;
  }

  /** Adds a waarneming and gives its id. */
  addWaarneming(inhoud: WaarnemingInhoud): string {
    const item = create(this.#newId('-'), inhoud, this.#now());
    this.#keepWaarneming(item);
    return item.id;
  }

  /** Changes one field of a bron. */
  setBron<K extends keyof BronInhoud>(id: string, veld: K, waarde: BronInhoud[K] & (string | string[])): void {
    const bron = this.bronnen.get(id);
    if (bron) this.#keepBron(change(bron, withField(bron.inhoud ?? {}, veld, waarde), this.#now()));
  }

  /** Changes one field of a waarneming. */
  setWaarneming<K extends keyof WaarnemingInhoud>(id: string, veld: K, waarde: WaarnemingInhoud[K] & (string | string[])): void {
    const item = this.waarnemingen.get(id);
    if (item) this.#keepWaarneming(change(item, withField(item.inhoud ?? {}, veld, waarde), this.#now()));
  }

  /** Removes a record, and gives what brings it back. */
  remove(id: string): () => void {
    const [bron, item] = [this.bronnen.get(id), this.waarnemingen.get(id)];
    if (bron) this.#keepBron(change(bron, undefined, this.#now()));
    if (item) this.#keepWaarneming(change(item, undefined, this.#now()));
    return () => {
      if (bron) this.#keepBron(change(this.bronnen.get(id) ?? bron, bron.inhoud, this.#now()));
      if (item) this.#keepWaarneming(change(this.waarnemingen.get(id) ?? item, item.inhoud, this.#now()));
    };
  }

  /** Takes away a record in which nothing was filled in, unless others may have it already or something rests on it. */
  tidy(id: string): void {
    const [bron, item] = [this.bronnen.get(id), this.waarnemingen.get(id)];
    if (item?.inhoud && isBlank(item.inhoud) && this.#isOwn(item)) {
      this.waarnemingen.delete(id);
      this.#storage.forget('waarnemingen', id);
    }
    const used = () => [...this.waarnemingen.values()].some(({ inhoud }) => inhoud?.bron === id);
    if (bron?.inhoud && isBlankBron(bron.inhoud) && this.#isOwn(bron) && !used()) {
      this.bronnen.delete(id);
      this.#storage.forget('bronnen', id);
    }
  }

  #isOwn({ bewerking, anders }: Vastlegging<unknown>): boolean {
    return !anders && bewerking.eerder.length === 0 && bewerking.stempel === this.#stretch().stempel;
  }

  /** Settles on one of the versions of a record. */
  choose(id: string, index: number): void {
    const [bron, item] = [this.bronnen.get(id), this.waarnemingen.get(id)];
    if (bron) this.#keepBron(choose(bron, index, this.#now()));
    if (item) this.#keepWaarneming(choose(item, index, this.#now()));
  }

  /** Joins what was recorded elsewhere. */
  takeIn({ bronnen, waarnemingen }: Inhoud): Opnames {
    const counts: Opnames = { nieuw: 0, gelijk: 0, bijgewerkt: 0, ouder: 0, 'twee-versies': 0 };
    for (const bron of bronnen) {
      const { record, opname } = join(this.bronnen.get(bron.id), bron);
      counts[opname] += 1;
      this.#keepBron(record);
    }
    for (const item of waarnemingen) {
      const { record, opname } = join(this.waarnemingen.get(item.id), item);
      counts[opname] += 1;
      this.#keepWaarneming(record);
    }
    return counts;
  }

  /**
   * Goes on with what turned out to lie on this device, together with what was recorded before it could be read. That is
   * put in the stretch of work that goes on here, so that it counts as changed.
   */
  adopt({ bronnen, waarnemingen, settings }: Stored): void {
    const before = this.#stretch().stempel;
    const made = { bronnen: [...this.bronnen.values()], waarnemingen: [...this.waarnemingen.values()] };
    this.bronnen.clear();
    this.waarnemingen.clear();
    for (const bron of inOrder(bronnen)) this.bronnen.set(bron.id, bron);
    for (const item of inOrder(waarnemingen)) this.waarnemingen.set(item.id, item);
    this.#remember({ ...settings, scherm: this.screen });
    const { stempel } = this.#stretch();
    const own = <I>(record: Vastlegging<I>) => (record.bewerking.stempel === before ? restamp(record, stempel) : record);
    this.takeIn({ bronnen: made.bronnen.map(own), waarnemingen: made.waarnemingen.map(own) });
  }

  /**
   * What was recorded, to go on with or give out after another window took over. That goes on with the same stamp; a record
   * of which the change is `unsaved` gets one of its own, so that joining keeps it beside what was changed there.
   */
  leave(unsaved: ReadonlySet<string>): Inhoud {
    const [before, stempel] = [this.#stretch().stempel, `${random(6)}.1`];
    const apart = <I>(record: Vastlegging<I>) =>
      unsaved.has(record.id) && record.bewerking.stempel === before ? restamp(record, stempel) : record;
    for (const bron of this.bronnen.values()) this.bronnen.set(bron.id, apart(bron));
    for (const item of this.waarnemingen.values()) this.waarnemingen.set(item.id, apart(item));
    const left = <R extends { id: string }>(records: ReadonlyMap<string, R>) =>
      [...records.values()].filter(({ id }) => unsaved.has(id));
    return { bronnen: left(this.bronnen), waarnemingen: left(this.waarnemingen) };
  }

  /** The file to give out. What is changed after it belongs to a new stretch of work. */
  giveOut(): { text: string; moment: string } {
    const { nu } = this.#now();
    const text = exportText(this.#formulier, {
      bronnen: [...this.bronnen.values()],
      waarnemingen: [...this.waarnemingen.values()],
    });
    this.#remember({ blok: this.#settings.blok + 1, uitgevoerd: nu });
    return { text, moment: nu };
  }

  /** When the last file was given out, and how many records have changed since. */
  sinceGivenOut(): { moment: string | undefined; changed: number } {
    const { stempel } = this.#stretch();
    const records: Vastlegging<unknown>[] = [...this.bronnen.values(), ...this.waarnemingen.values()];
    return {
      moment: this.#settings.uitgevoerd,
      changed: records.filter(({ bewerking }) => bewerking.stempel === stempel).length,
    };
  }

  /** What the screen remembers. */
  get screen(): { [name: string]: string } {
    return this.#settings.scherm ?? {};
  }

  /** Remembers where the person is. */
  rememberScreen(scherm: { [name: string]: string }): void {
    this.#remember({ scherm });
  }

  #remember(changed: Partial<Settings>): void {
    this.#settings = { ...this.#settings, ...changed };
    this.#storage.put('settings', 'settings', this.#settings);
  }

  #keepBron(bron: FormBron): void {
    this.bronnen.set(bron.id, bron);
    this.#storage.put('bronnen', bron.id, bron);
  }

  #keepWaarneming(item: FormWaarneming): void {
    this.waarnemingen.set(item.id, item);
    this.#storage.put('waarnemingen', item.id, item);
  }

  #stretch(): { stempel: string } {
    return { stempel: `${this.#settings.apparaat}.${this.#settings.blok}` };
  }

  /** No two changes have the same moment, so that the order in which things were made is certain. */
  #now(): Werkblok {
    const clock = new Date().toISOString();
    this.#last = clock > this.#last ? clock : new Date(Date.parse(this.#last) + 1).toISOString();
    return { nu: this.#last, ...this.#stretch() };
  }

  #newId(kind: string): string {
    return `${this.#formulier.levering.slice(0, 60)}${kind}${random(10)}`;
  }
}

const SIGNS = 'abcdefghijkmnpqrstuvwxyz23456789';

function random(length: number): string {
  return [...crypto.getRandomValues(new Uint8Array(length))].map((byte) => SIGNS[byte % SIGNS.length]).join('');
}
