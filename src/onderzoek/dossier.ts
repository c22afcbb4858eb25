import type { Kader } from '../kader/model.ts';
import type {
  Bevinding,
  BevindingenBestand,
  Bron,
  InstrumentenBestand,
  LeveringBestand,
  OnderzoekBestand,
  OordelenBestand,
  OverkoepelendBestand,
  ToetsingskaderBestand,
  TsdBestand,
  VerbeterpuntenBestand,
  VernietigingBestand,
  Waarneming,
} from '../schema/generated/types.ts';
import type { Source } from '../source/yaml.ts';

/** A file of an onderzoek with its content, its name for messages, and its source for positions and edits. */
export interface Bestand<T> {
  file: string;
  path: string;
  source: Source;
  value: T;
}

/** Everything that is recorded of one onderzoek, as it was read. What does not exist yet is absent or empty. */
export interface Dossier {
  folder: string;
  onderzoek: Bestand<OnderzoekBestand>;
  toetsingskader?: Bestand<ToetsingskaderBestand>;
  instrumenten?: Bestand<InstrumentenBestand>;
  /** The kaders as pinned in `kader/<id>@<versie>/`: the only ones that count after `select`. */
  kaders: Kader[];
  bronnen: Bron[];
  waarnemingen: Waarneming[];
  leveringen: LeveringBestand[];
  bevindingen: Bestand<BevindingenBestand>[];
  oordelen: Bestand<OordelenBestand>[];
  overkoepelend?: Bestand<OverkoepelendBestand>;
  verbeterpunten?: Bestand<VerbeterpuntenBestand>;
  /** That the werkdossier was destroyed; then nothing of it is read any more. */
  vernietiging?: Bestand<VernietigingBestand>;
  /** The Markdown texts in `teksten/`, by name without extension. */
  teksten: Map<string, string>;
  instellingen: TsdBestand;
}

/** The bevindingen that the team stands for now: one that was withdrawn stays in its file, and counts no more. */
export function livingBevindingen(bevindingen: readonly Bevinding[]): Bevinding[] {
  return bevindingen.filter(({ ingetrokken }) => !ingetrokken);
}

/** The bronnen that somebody recorded something of that still counts. */
export function speakingBronnen({ bronnen, waarnemingen }: Pick<Dossier, 'bronnen' | 'waarnemingen'>): Bron[] {
  const speaking = new Set(waarnemingen.flatMap(({ bron, ingetrokken }) => (ingetrokken ? [] : [bron])));
  return bronnen.filter(({ id }) => speaking.has(id));
}

/** The settings where no tsd.yaml says otherwise. */
export const STANDAARD: TsdBestand = { formaat: 1, naam: 'tsd', standaardkader: 'volwassenen', privacy: { drempel: 5 } };
