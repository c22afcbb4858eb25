import { sha256 } from '../../../source/fingerprint.ts';
import type { XmlComponent } from '../../../word/engine.ts';
import { OWN_BOOKMARK } from '../../../word/names.ts';
import { element } from '../../../word/write-element.ts';
import type { Note } from '../model.ts';

/** The part of the file that is written: a link to elsewhere is known in one part only. */
export type Part = 'body' | 'notes';

/** Bookmark names may be no longer. */
const LONGEST = 40;

/** The bookmark of what the document knows by an id, such as `alinea-12` or a heading. */
export function anchorName(id: string): string {
  const name = `${OWN_BOOKMARK}a_${id.replaceAll('-', '_')}`;
  return name.length <= LONGEST ? name : `${name.slice(0, LONGEST - 9)}_${sha256(id).slice(0, 8)}`;
}

/** The bookmark of a paragraph with a text: by it an edited document is laid beside the text that it came with. */
export function textName(text: string): string {
  return `${OWN_BOOKMARK}t_${sha256(text).slice(0, 16)}`;
}

/** The bookmark of a text without the number that it has where the same text came before. */
export function baseName(name: string): string {
  return name.slice(0, textName('').length);
}

/** The bookmark of the place of a footnote, to which a second reference points. */
export function noteName(number: number): string {
  return `${OWN_BOOKMARK}n_${number}`;
}

/** An address as a document may hold it; nothing for one that Word would call damaged. */
export function safeAddress(url: string): string | undefined {
  const encoded = url.replace(/%(?![0-9a-f]{2})/gi, '%25').replace(/["<>\\^`{|}]|[^\x21-\x7e]+/g, encodeURIComponent);
  return URL.canParse(encoded) ? encoded : undefined;
}

/** A paragraph of the running text as it was written. */
export interface Written {
  /** Its bookmark; absent where it has no text of its own. */
  name: string | undefined;
  text: string;
  /** What stands before its text: a number, with a tab as it is there. */
  lead: string;
  /** The id of its style. */
  style: string;
  /** The ids by which it is linked to. */
  places: readonly string[];
}

/** Gives out what must be unique in one document: numbers of bookmarks, names, links, lists and footnotes. */
export class Ledger {
  readonly notes: ReadonlyMap<string, Note>;
  /** The addresses that are linked to and their ids, for each part. */
  readonly links: Readonly<Record<Part, Map<string, string>>> = { body: new Map(), notes: new Map() };
  /** The first number of each numbered list. */
  readonly lists: number[] = [];
  /** Anchors of what begins with the next paragraph. */
  readonly #waiting: string[] = [];
  /** Footnotes that were referred to. */
  readonly referred = new Set<string>();
  /** The paragraphs of the running text, in the order in which they were written. */
  readonly written: Written[] = [];
  readonly #names = new Map<string, number>();
  #marks = 0;

  constructor(notes: readonly Note[]) {
    this.notes = new Map(notes.map((note) => [note.id, note]));
  }

  /** Lets the next paragraph be what is linked to by this id. */
  anchor(id: string): void {
    this.#waiting.push(id);
  }

  /** The anchors that the next paragraph will have. */
  waiting(): readonly string[] {
    return [...this.#waiting];
  }

  /** Puts the anchors that wait around the content of a paragraph. */
  anchored(content: readonly XmlComponent[]): readonly XmlComponent[] {
    return this.#waiting.splice(0).reduce((inner, id) => this.mark(anchorName(id), inner), content);
  }

  /** Puts a bookmark around content; a name that was given out before gets a number. */
  mark(name: string, content: readonly XmlComponent[]): XmlComponent[] {
    return this.bookmark(this.claim(name), content);
  }

  /** Takes a name that nothing else has: the name itself, or with a number where it was given out before. */
  claim(name: string): string {
    const count = (this.#names.get(name) ?? 0) + 1;
    this.#names.set(name, count);
    return count === 1 ? name : `${name}_${count}`;
  }

  /** Puts a bookmark with a claimed name around content. */
  bookmark(name: string, content: readonly XmlComponent[]): XmlComponent[] {
    this.#marks += 1;
    const id = this.#marks;
    const start = element('w:bookmarkStart', { 'w:id': id, 'w:name': name });
    return [start, ...content, element('w:bookmarkEnd', { 'w:id': id })];
  }

  /** The id by which a part knows an address. */
  link(address: string, part: Part): string {
    const links = this.links[part];
    const id = links.get(address) ?? `Adres${links.size + 1}`;
    links.set(address, id);
    return `rId${id}`;
  }
}
