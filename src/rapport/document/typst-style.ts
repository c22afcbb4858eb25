import type { Huisstijl, Kleuren, Logo, Omslag, Papier } from '../../huisstijl/model.ts';
import { fillRegel } from '../../huisstijl/regel.ts';
import { type DocumentMeta, gegevensOf } from './model.ts';

/** The font that every PDF carries. */
const OWN = 'Source Sans 3';

/** What Typst calls the sizes of paper. */
const PAPER: Readonly<Record<Papier, string>> = { A4: 'a4', A5: 'a5', letter: 'us-letter' };

/** A huisstijl as the Typst template reads it. */
export interface TypstStyle extends Kleuren {
  cover: Omslag;
  families: string[];
  paper: string;
  head: string;
  foot: string;
  logo: { svg: string; width: number; alt: string } | null;
}

/** Hands a huisstijl to Typst with what a document fills in; `print` is applied to every text that reaches the paper. */
export function typstStyle(huisstijl: Huisstijl, meta: DocumentMeta, print: (text: string) => string): TypstStyle {
  const { papier, omslag, lettertype, formaat, kopregel, voetregel, logo } = huisstijl;
  const gegevens = gegevensOf(meta);
  const usual = [meta.datumtekst, meta.status].filter((fact) => fact !== undefined).join(' · ');
  return {
    ...papier,
    cover: omslag,
    // A font of one's own is named first; what it lacks is taken from ours.
    families: [...(lettertype.bestanden.length > 0 && lettertype.naam ? [lettertype.naam] : []), OWN],
    paper: PAPER[formaat],
    head: print(fillRegel(kopregel, gegevens)),
    foot: print(voetregel === undefined ? usual : fillRegel(voetregel, gegevens)),
    logo: logo ? { svg: logoAsSvg(logo), width: logo.breedte, alt: print(logo.alt) } : null,
  };
}

/** Data for Typst is text: a PNG stands within an SVG. */
function logoAsSvg({ soort, content, breedte, hoogte }: Logo): string {
  const bytes = Buffer.from(content);
  if (soort === 'svg') return bytes.toString('utf8');
  const size = `width="${breedte}" height="${hoogte}"`;
  const image = `<image ${size} href="data:image/png;base64,${bytes.toString('base64')}"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} viewBox="0 0 ${breedte} ${hoogte}">${image}</svg>`;
}
