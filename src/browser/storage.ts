import type { FormBron, FormWaarneming } from '../formulier/exchange.ts';
import type { Settings } from './notebook.ts';

/** What lies in the browser of one form. */
export interface Stored {
  bronnen: FormBron[];
  waarnemingen: FormWaarneming[];
  settings: Settings | undefined;
}

/** The parts in which it lies. */
export type Store = 'bronnen' | 'waarnemingen' | 'settings';

/** Whether everything that was typed lies on this device; `ongelezen` when what lay there could not be read. */
export type SaveState = 'bewaard' | 'bezig' | 'mislukt' | 'ongelezen';

/** A record that is to be stored, or without value to be taken away. */
interface Change {
  store: Store;
  key: string;
  value: unknown;
}

const STORES: readonly Store[] = ['bronnen', 'waarnemingen', 'settings'];
/** After this many milliseconds what could not be read or stored is tried again. */
export const RETRY = 4000;

/**
 * Keeps one form in IndexedDB, each record by itself, so that a keystroke writes one record and no more. Every change is
 * written at once; while one is being written, later ones wait together. What could not be stored stays waiting. Nothing is
 * stored before what lay there was read, and nothing after another window took over.
 */
export class FormStorage {
  readonly #name: string;
  readonly #told: (state: SaveState) => void;
  #connection: Promise<IDBDatabase> | undefined;
  #waiting = new Map<string, Change>();
  #batch = new Map<string, Change>();
  #writing: Promise<void> | undefined;
  #read = false;
  #stopped = false;

  /** `told` hears every change of state. */
  constructor(formId: string, told: (state: SaveState) => void) {
    this.#name = `tsd-formulier ${formId}`;
    this.#told = told;
  }

  /** Reads everything; fails when this browser keeps nothing, or does not let it be read now. */
  async load(): Promise<Stored> {
    try {
      const stored = await this.#readAll();
      this.#read = true;
      return stored;
    } catch (problem) {
      this.#connection = undefined;
      throw problem;
    }
  }

  async #readAll(): Promise<Stored> {
    const transaction = (await this.#connect()).transaction(STORES, 'readonly');
    const [bronnen, waarnemingen, settings] = await Promise.all(
      STORES.map((store) => answer<unknown[]>(transaction.objectStore(store).getAll())),
    );
    return {
      bronnen: (bronnen ?? []) as FormBron[],
      waarnemingen: (waarnemingen ?? []) as FormWaarneming[],
      settings: (settings as Settings[] | undefined)?.[0],
    };
  }

  /** Stores a record under its key, at once. */
  put(store: Store, key: string, value: unknown): void {
    this.#waiting.set(`${store} ${key}`, { store, key, value });
    void this.#flush();
  }

  /** Takes away a record that was never given out. */
  forget(store: Store, key: string): void {
    this.put(store, key, undefined);
  }

  /** Whether something is not yet on this device. */
  get behind(): boolean {
    return this.#waiting.size > 0 || this.#writing !== undefined;
  }

  /** The keys of the records of which the latest change is not, or not with certainty, on this device. */
  get unsaved(): ReadonlySet<string> {
    const changes = [...this.#batch.values(), ...this.#waiting.values()];
    return new Set(changes.filter(({ store }) => store !== 'settings').map(({ key }) => key));
  }

  /** Whether nothing will be stored any more. */
  get stopped(): boolean {
    return this.#stopped;
  }

  /** Stores nothing any more, from this moment on: another window writes. */
  stop(): void {
    this.#stopped = true;
  }

  /** Tries once more to store what waits, and then stops. */
  async finish(): Promise<void> {
    while (this.#writing) await this.#writing.catch(() => undefined);
    await this.#flush();
    this.stop();
  }

  /** Takes everything of this form away from this device, and stops. When that fails, everything goes on as it was. */
  async clear(): Promise<void> {
    if (!this.#read || this.#stopped) throw new Error('what lies here was not read, or is of another window');
    this.#stopped = true;
    try {
      const transaction = (await this.#connect()).transaction(STORES, 'readwrite');
      for (const store of STORES) transaction.objectStore(store).clear();
      await done(transaction);
      this.#waiting.clear();
    } catch (problem) {
      this.#connection = undefined;
      this.#stopped = false;
      void this.#flush();
      throw problem;
    }
  }

  async #flush(): Promise<void> {
    if (this.#writing || this.#waiting.size === 0 || !this.#read || this.#stopped) return;
    this.#batch = this.#waiting;
    this.#waiting = new Map();
    this.#told('bezig');
    this.#writing = this.#write(this.#batch.values());
    try {
      await this.#writing;
      this.#ended();
      if (this.#waiting.size === 0) this.#told('bewaard');
      else void this.#flush();
    } catch {
      this.#connection = undefined;
      // What was typed since is newer than what could not be stored.
      this.#waiting = new Map([...this.#batch, ...this.#waiting]);
      this.#ended();
      this.#told('mislukt');
      setTimeout(() => void this.#flush(), RETRY);
    }
  }

  #ended(): void {
    this.#writing = undefined;
    this.#batch = new Map();
  }

  async #write(batch: Iterable<Change>): Promise<void> {
    const transaction = (await this.#connect()).transaction(STORES, 'readwrite', { durability: 'strict' });
    for (const { store, key, value } of batch) {
      const target = transaction.objectStore(store);
      if (value === undefined) target.delete(key);
      else target.put(value, key);
    }
    await done(transaction);
  }

  #connect(): Promise<IDBDatabase> {
    this.#connection ??= connect(this.#name);
    return this.#connection;
  }
}

async function connect(name: string): Promise<IDBDatabase> {
  const request = indexedDB.open(name, 1);
  request.addEventListener('upgradeneeded', () => {
    for (const store of STORES) request.result.createObjectStore(store);
  });
  return answer(request);
}

function answer<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error));
  });
}

function done(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.addEventListener('complete', () => resolve());
    transaction.addEventListener('abort', () => reject(transaction.error));
    transaction.addEventListener('error', () => reject(transaction.error));
  });
}
