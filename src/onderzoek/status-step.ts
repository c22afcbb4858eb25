/** One step of an onderzoek: where it stands, and the command, or what to write, that takes it further. */
export interface Stap {
  stap: string;
  stand: 'klaar' | 'bezig' | 'nog niet';
  telling: string;
  opdracht?: string;
}

/** What cannot be seen in the dossier itself. */
export interface Omgeving {
  /** The name by which a user calls the onderzoek. */
  naam: string;
  /** Where a first form comes, and the folder of forms when it is there: paths as they are typed in a command. */
  formulier: string;
  formulieren?: string;
  /** The flags with which the list to tick, and the matrix, are read where they lie there, or written. */
  keuzelijst: string;
  matrix: string;
  /** The drafts of bevindingen that lie there: they may have been filled in. */
  concepten?: readonly Concept[];
  /** How many waarnemingen no bevinding rests on. */
  ongebruikt?: number;
  /** How many files of reports lie in rapport/. */
  rapporten: number;
  /** Which of those are not what tsd would make now; absent when that could not be compared. */
  verouderd?: Verouderd;
  /** The files that hold an error and were left out, by their path within the onderzoek, with `/`. */
  onleesbaar?: readonly string[];
  /** What was recorded is in a werkdossier that does not lie here. */
  elders?: boolean;
  /** The file in which it may have been packed, as it is typed. */
  pakket?: string;
}

/** A draft of bevindingen: the file as it is typed in a command, and the gebieden that it is about. */
export interface Concept {
  bestand: string;
  gebieden: readonly string[];
}

/** The reports that are stale. */
export interface Verouderd {
  /** Their files within rapport/, with `/`. */
  bestanden: readonly string[];
  /** The flags of `tsd report` that make those files again. */
  vlaggen: string;
  /** Reports of which the fresh files have different chapters, each with which: `west/lokaal (md per thema; docx per deelvraag)`. */
  gemengd: readonly string[];
}
