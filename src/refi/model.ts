/** A code that somebody gave a passage. */
export interface RefiCoding {
  /** The name of the code in the codebook; empty when it refers to none. */
  code: string;
  user: string;
  /** The day of the coding, where that is known. */
  date?: string;
}

/** A coded passage; the places are in the text of its source, in UTF-16 code units. */
export interface RefiSelection {
  start: number;
  end: number;
  codings: RefiCoding[];
}

/** A text of a project with its coded passages. */
export interface RefiText {
  name: string;
  text: string;
  selections: RefiSelection[];
  /** How many selections point outside of the text. */
  outside: number;
  /** The places that were read are not those that the program meant: the names it gave to passages do not fit. */
  doubtful: boolean;
}

/** What is kept with a project and nobody coded; `soort` is what a reader calls it, as “memo”. */
export interface RefiOther {
  soort: string;
  text: string;
}

/** What is taken out of a REFI-QDA project. */
export interface RefiProject {
  name: string;
  texts: RefiText[];
  /** What was not taken over, by kind in Dutch, with how many. */
  left: Record<string, number>;
  /** Texts with codes that could not be read, with the reason. */
  unreadable: { name: string; reason: string }[];
  /** Every text in it that is no coded source: memos, names, descriptions, texts without codes, notes in files of their own. */
  others: RefiOther[];
  /** How many of its files hold no text that can be looked through, as far as their names tell. */
  unseen: number;
}
