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

/** What is taken out of a REFI-QDA project. */
export interface RefiProject {
  name: string;
  texts: RefiText[];
  /** What was not taken over, by kind in Dutch, with how many. */
  left: Record<string, number>;
  /** Texts with codes that could not be read, with the reason. */
  unreadable: { name: string; reason: string }[];
}
