import { type Diagnostic, error } from '../diagnostics/diagnostic.ts';
import type { HuisstijlBestand } from '../schema/generated/types.ts';
import type { Logo } from './model.ts';
import { isPng, readPng } from './png.ts';
import { readSvgLogo } from './svg.ts';

/** In millimetres. */
const WIDTH = 45;
const HIGHEST = 60;
const LOWEST = 1;

/** Larger than this a logo makes every page slow to open. In bytes. */
const LARGEST = 500_000;

/** Makes the logo of documents from a file, or says why that cannot be. */
export function buildLogo(
  { bestand, alt, breedte = WIDTH }: NonNullable<HuisstijlBestand['logo']>,
  bytes: Uint8Array,
): Logo | Diagnostic {
  const refuse = (why: string, help: string): Diagnostic =>
    error('huisstijl/logo', `het logo '${bestand}' ${why}`, { pointer: '/logo/bestand', help });
  if (bytes.length > LARGEST)
    return refuse(
      `is ${Math.ceil(bytes.length / 1000)} kB; hoogstens ${LARGEST / 1000} kB past in elk document`,
      'maak het kleiner',
    );
  const read = isPng(bytes) ? readPng(bytes) : readSvg(bytes);
  if (typeof read === 'string') return refuse(read, 'kies een PNG, of een SVG met alleen vormen');
  const hoogte = (breedte * read.height) / read.width;
  if (hoogte > HIGHEST)
    return refuse(`wordt bij ${breedte} mm breed ${Math.round(hoogte)} mm hoog`, 'geef het een kleinere breedte');
  if (hoogte < LOWEST) return refuse(`wordt bij ${breedte} mm breed nog geen ${LOWEST} mm hoog`, 'kies een logo dat hoger is');
  const soort = isPng(bytes) ? 'png' : 'svg';
  const content = typeof read.content === 'string' ? new TextEncoder().encode(read.content) : read.content;
  return { soort, content, alt, breedte, hoogte };
}

function readSvg(bytes: Uint8Array): ReturnType<typeof readSvgLogo> {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.includes('<svg') || text.includes(':svg') ? readSvgLogo(text) : 'is geen PNG of SVG';
  } catch {
    return 'is geen PNG of SVG';
  }
}
