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

/** Whether everything that was typed lies on this device. */
export type SaveState = 'bewaard' | 'bezig' | 'mislukt';

const STORES: readonly Store[] = ['bronnen', 'waarnemingen', 'settings'];
/** After this many milliseconds what could not be stored is tried again. */
const RETRY = 4000;

/**
 * Keeps one form in IndexedDB, each record by itself, so that a keystroke writes one record and no more. Every change is
 * written at once; while one is being written, later ones wait together. What could not be stored stays waiting.
 */
export class FormStorage {
  readonly #name: string;
  readonly #told: (state: SaveState) => void;
  #connection: Promise<IDBDatabase> | undefined;
  #waiting = new Map<string, { store: Store; key: string; value: unknown }>();
  #writing: Promise<void> | undefined;

  /** `told` hears every change of state. */
  constructor(formId: string, told: (state: SaveState) => void) {
    this.#name = `tsd-formulier ${formId}`;
    this.#told = told;
  }

  /** Reads everything; fails when this browser keeps nothing. */
  async load(): Promise<Stored> {
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

  /** Takes everything of this form away from this device. */
  async clear(): Promise<void> {
    this.#waiting.clear();
    const transaction = (await this.#connect()).transaction(STORES, 'readwrite');
    for (const store of STORES) transaction.objectStore(store).clear();
    await done(transaction);
  }

  async #flush(): Promise<void> {
    if (this.#writing || this.#waiting.size === 0) return;
    const batch = this.#waiting;
    this.#waiting = new Map();
    this.#told('bezig');
    this.#writing = this.#write(batch.values());
    try {
      await this.#writing;
      this.#writing = undefined;
      if (this.#waiting.size === 0) this.#told('bewaard');
      else void this.#flush();
    } catch {
      this.#writing = undefined;
      this.#connection = undefined;
      // What was typed since is newer than what could not be stored.
      this.#waiting = new Map([...batch, ...this.#waiting]);
      this.#told('mislukt');
      setTimeout(() => void this.#flush(), RETRY);
    }
  }

  async #write(batch: Iterable<{ store: Store; key: string; value: unknown }>): Promise<void> {
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
