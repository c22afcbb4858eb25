import { join } from 'node:path';
import { hasErrors } from '../../diagnostics/diagnostic.ts';
import { isFolder, readText, shownPath } from '../../io/files.ts';
import type { Dossier } from '../../onderzoek/dossier.ts';
import { taalRulesOf } from '../../onderzoek/taalregels.ts';
import { buildChain } from '../../oordeel/chain.ts';
import { countOf } from '../../source/count.ts';
import { placesIn } from '../../source/places.ts';
import { TAALREGELS, type TaalRegels } from '../../taal/advise.ts';
import { checkTaal, type FiledFigures, type Passage } from '../../taal/check.ts';
import { paragraphsOf, proseOf } from '../../taal/prose.ts';
import { chooseGebieden } from '../choose-gebieden.ts';
import type { Outcome } from '../outcome.ts';
import { readOnderzoek, readSettings } from '../read/onderzoek.ts';
import { newReading, type Reading } from '../read/yaml.ts';

/** Which texts of an onderzoek are looked at. */
export interface TaalOptions {
  /** Only what is about this gebied, by its id or its name. */
  gebied?: string | undefined;
}

/**
 * `tsd taal check <path>`: how the texts of an onderzoek, or one Markdown file, could be plainer. It only advises: what it finds
 * stops nothing.
 */
export function checkTaalOf(path: string, { gebied }: TaalOptions): Outcome {
  const { passages, rules, reading } = isFile(path) ? ofFile(path) : ofOnderzoek(path, gebied);
  if (hasErrors(reading.diagnostics)) return { ...reading };
  const { advies, figuren } = checkTaal(passages, rules);
  const summary =
    passages.length === 0
      ? 'er zijn nog geen teksten'
      : `${countOf(advies.length, 'advies', 'adviezen')}; wat u ermee doet, bepaalt u zelf`;
  return {
    sources: reading.sources,
    diagnostics: [...reading.diagnostics, ...advies],
    data: { figuren },
    messages: [...figuren.map(figureLine), summary],
  };
}

interface Texts {
  passages: Passage[];
  rules: TaalRegels;
  reading: Reading;
}

function isFile(path: string): boolean {
  return path.endsWith('.md') && !isFolder(path);
}

function ofFile(path: string): Texts {
  const reading = newReading();
  const { taal } = readSettings(path, reading);
  return { passages: markdownPassages(readText(path), shownPath(path)), rules: { ...TAALREGELS, ...taal }, reading };
}

function ofOnderzoek(path: string, gebied: string | undefined): Texts {
  const { dossier, reading } = readOnderzoek(path);
  const [only] = gebied === undefined ? [] : chooseGebieden(dossier, [gebied]);
  const passages = [...writtenPassages(dossier, only), ...textPassages(dossier, only)];
  return { passages, rules: taalRulesOf(dossier), reading };
}

/** The sentences of bevindingen, oordelen and verbeterpunten. */
function writtenPassages(dossier: Dossier, gebied: string | undefined): Passage[] {
  return [...buildChain(dossier).nodes.values()].flatMap((node) => {
    const { place, passages, ingetrokken } = node;
    if (!place || ingetrokken || (gebied !== undefined && node.gebied !== gebied)) return [];
    return passages.map(({ tekst, pointer }): Passage => {
      return { tekst, file: place.bestand.file, at: () => ({ pointer: `${pointer}/tekst` }) };
    });
  });
}

function textPassages({ folder, teksten }: Dossier, gebied: string | undefined): Passage[] {
  return [...teksten]
    .filter(([name]) => gebied === undefined || name.startsWith(`${gebied}-`))
    .flatMap(([name, text]) => markdownPassages(text, shownPath(join(folder, 'teksten', `${name}.md`))));
}

function markdownPassages(markdown: string, file: string): Passage[] {
  const places = placesIn(markdown);
  return paragraphsOf(proseOf(markdown)).map(({ text, from }) => {
    return { tekst: text, file, at: (offset) => ({ position: places(from + offset) }) };
  });
}

function figureLine({ bestand, woorden, zinnen, woorden_per_zin, langste_zin, lijdende_zinnen }: FiledFigures): string {
  const passive = lijdende_zinnen === 0 ? '' : `; ${countOf(lijdende_zinnen, 'zegt', 'zeggen')} niet wie het doet`;
  const counts = `${countOf(woorden, 'woord', 'woorden')} in ${countOf(zinnen, 'zin', 'zinnen')}`;
  return `${bestand}: ${counts}, gemiddeld ${woorden_per_zin} en hoogstens ${langste_zin} per zin${passive}`;
}
