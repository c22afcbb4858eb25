import { slug } from '../../source/slug.ts';

/** Numbers and ids of a document, given out in reading order. */
export interface Structure {
  /** Keeps an id that the text itself names; false when it was taken already. */
  reserve(id: string): boolean;
  /** A free id made of a text: "Wat gaat goed?" becomes `wat-gaat-goed`, the second one `wat-gaat-goed-2`. */
  slug(text: string): string;
  /** The number of the next heading: "2.1" for levels 1–3, "A.1" within an annex, nothing for deeper or unnumbered ones. */
  heading(level: number, kind: HeadingKind): string | undefined;
  /** The number of the next numbered paragraph; `given` continues the numbering from there. Zero when it was used already. */
  alinea(given?: number): number;
  /** The number of the next table with a caption. */
  table(): number;
  /** The number of the next picture. */
  figure(): number;
}

/** How a heading takes part in the numbering. */
export type HeadingKind = 'numbered' | 'annex' | 'unnumbered';

/** Ids that the page itself uses. */
export const ownIds = {
  content: 'inhoud-van-het-document',
  contents: 'inhoudsopgave',
  notes: 'voetnoten',
  title: 'titel',
} as const;

const numberedLevels = 3;

/** Starts the numbering of one document; a made id never takes one that the text names itself, before or after it. */
export function createStructure(named: Iterable<string> = []): Structure {
  const reserved = new Set<string>(Object.values(ownIds));
  const ids = new Set<string>([...reserved, ...named]);
  const alineas = new Set<number>();
  const headings = createHeadingNumbers();
  let lastAlinea = 0;
  let tables = 0;
  let figures = 0;
  return {
    reserve: (id) => !reserved.has(id) && Boolean(reserved.add(id)),
    slug: (text) => takeFree(ids, slug(text) || 'deel'),
    heading: headings,
    alinea: (given) => {
      lastAlinea = given ?? lastAlinea + 1;
      return alineas.has(lastAlinea) ? 0 : alineas.add(lastAlinea) && lastAlinea;
    },
    table: () => ++tables,
    figure: () => ++figures,
  };
}

function createHeadingNumbers(): Structure['heading'] {
  const below = [0, 0];
  let chapters = 0;
  let annexes = 0;
  let chapter: string | undefined;
  const nextChapter = (kind: HeadingKind): string | undefined => {
    below.fill(0);
    if (kind === 'unnumbered') return undefined;
    return kind === 'annex' ? letters(++annexes) : String(++chapters);
  };
  return (level, kind) => {
    if (level === 1) {
      chapter = nextChapter(kind);
      return chapter;
    }
    if (kind === 'unnumbered' || level > numberedLevels) return undefined;
    below[level - 2] = (below[level - 2] ?? 0) + 1;
    below.fill(0, level - 1);
    return chapter && [chapter, ...below.slice(0, level - 1)].join('.');
  };
}

/** 1 is A, 26 is Z, 27 is AA. */
function letters(number: number): string {
  const rest = Math.floor((number - 1) / 26);
  return (rest > 0 ? letters(rest) : '') + String.fromCharCode(65 + ((number - 1) % 26));
}

function takeFree(ids: Set<string>, start: string): string {
  let id = start;
  for (let count = 2; ids.has(id); count++) id = `${start}-${count}`;
  ids.add(id);
  return id;
}
