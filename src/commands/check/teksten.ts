import { join } from 'node:path';
import { type Diagnostic, warning } from '../../diagnostics/diagnostic.ts';
import { someOf } from '../../diagnostics/some-of.ts';
import { didYouMean } from '../../diagnostics/suggest.ts';
import { listNames } from '../../io/files.ts';
import type { Dossier } from '../../onderzoek/dossier.ts';
import { beside } from '../../oordeel/checks/context.ts';
import { printedTeksten } from '../../oordeel/scope.ts';
import { isAllowedUrl } from '../../rapport/document/url.ts';
import { placesIn } from '../../source/places.ts';

/** What of the texts in `teksten/` no report will print: one whose name no report knows, an image, a link to what is no page. */
export function unprintedTeksten(dossier: Dossier): Diagnostic[] {
  const printed = printedTeksten(dossier);
  const named = [...dossier.teksten].flatMap(([name, text]) => {
    const file = beside(dossier, `teksten/${name}.md`);
    if (printed.includes(name)) return leftOut(text, file);
    const meant = printed.filter((other) => !dossier.teksten.has(other));
    const message = `geen rapport drukt deze tekst af: bij de naam '${name}' hoort geen onderdeel${didYouMean(name, meant)}`;
    return [warning('rapport/tekst-onbekend', message, { file, help: `de namen zijn: ${someOf(printed)}` })];
  });
  return [...named, ...unread(dossier)];
}

const OTHER_TEXT = /\.(?:md|markdown|txt|docx?|odt|rtf)$/i;

/** A text in another kind of file than a report reads: saved by Word or an editor under a name of its own. */
function unread(dossier: Dossier): Diagnostic[] {
  const others = listNames(join(dossier.folder, 'teksten')).filter((name) => OTHER_TEXT.test(name) && !name.endsWith('.md'));
  return others.map((name) => {
    const help = `bewaar hem als gewone tekst onder de naam teksten/${name.slice(0, name.lastIndexOf('.'))}.md`;
    return warning('rapport/tekst-niet-gelezen', 'geen rapport leest deze tekst: de naam moet eindigen op .md', {
      file: beside(dossier, `teksten/${name}`),
      help,
    });
  });
}

const IMAGE = /!\[[^\]\n]*\][([]/g;
/** The address of a link, of a definition of one, or of one that stands by itself. */
const ADDRESS = /(?<!!\[[^\]\n]*)\]\(\s*<?([^)\s>]+)|^ {0,3}\[[^\]\n]+\]:\s*<?([^\s>]+)|<([a-z][a-z0-9+.-]*:[^\s>]*)>/gim;

/** What Markdown of the team loses on its way into a report. */
function leftOut(text: string, file: string): Diagnostic[] {
  const places = placesIn(text);
  const at = (index: number) => ({ file, position: places(index) });
  const images = [...text.matchAll(IMAGE)].map(({ index }) =>
    warning('rapport/afbeelding-weg', 'deze afbeelding komt niet in het rapport', {
      ...at(index),
      help: 'zeg in woorden wat zij toont, of haal haar weg',
    }),
  );
  const links = [...text.matchAll(ADDRESS)].flatMap(({ 1: inline, 2: defined, 3: bare, index }) => {
    const url = inline ?? defined ?? bare ?? '';
    if (isAllowedUrl(url)) return [];
    const message = `de verwijzing naar '${url}' komt niet in het rapport, alleen haar tekst`;
    const help = 'verwijs naar een adres dat met https:// of mailto: begint, of naar een plaats in het rapport (#…)';
    return [warning('rapport/verwijzing-weg', message, { ...at(index), help })];
  });
  return [...images, ...links];
}
