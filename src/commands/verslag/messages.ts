import { type Diagnostic, info, warning } from '../../diagnostics/diagnostic.ts';
import { countOf } from '../../source/count.ts';
import type { WordTekst } from '../../verslag/from-word.ts';
import type { GelezenCoderingen } from '../../verslag/read-coderingen.ts';
import type { Part } from '../../waarneming/delivered.ts';
import type { WordCounts } from '../../word/model.ts';
import type { Delivery } from '../waarnemingen/delivery.ts';

/** A delivered text, or one of the texts in it, that knows where its paragraphs stand; a `sheet` may differ by paragraph. */
export function partOf({ bestand, file }: Delivery, sheet?: string | ((alinea: number) => string | undefined)): Part {
  const sheetOf = typeof sheet === 'function' ? sheet : () => sheet;
  return {
    bestand,
    plaats: (row) => [sheetOf(row), `alinea ${row}`].filter((part) => part !== undefined).join(' › '),
    at: (row, column) => {
      const own = sheetOf(row);
      const where = { ...(own === undefined ? {} : { sheet: own }), ...(column === undefined ? {} : { header: column }) };
      return { file, cell: { ...where, row, unit: 'alinea' } };
    },
  };
}

/** Comments without a place in the running text. */
export function nergens({ nergens: lost }: WordTekst, { file }: Delivery): Diagnostic[] {
  return lost.map(({ codes, codeur }) => {
    const message = `de opmerking '${codes}' van ${codeur} staat bij geen lopende tekst; zij is niet ingelezen`;
    return warning('verslag/nergens', message, {
      file,
      help: 'staat zij bij een voetnoot of kopregel, zet haar dan bij de tekst zelf',
    });
  });
}

/** “41 opmerkingen: 36 met codes, 1 geweigerd, 2 notities, 1 zonder tekst, 1 antwoord”: these add up. */
export function reckoning(
  total: number,
  { gelezen, fouten, notities, nergens: gone }: GelezenCoderingen,
  tekst: WordTekst,
): string {
  const parts = [
    `${gelezen.length} met codes`,
    ...(fouten > 0 ? [`${fouten} geweigerd`] : []),
    ...(notities > 0 ? [countOf(notities, 'notitie', 'notities')] : []),
    ...(gone + tekst.nergens.length > 0 ? [`${gone + tekst.nergens.length} zonder tekst`] : []),
    ...(tekst.antwoorden > 0 ? [countOf(tekst.antwoorden, 'antwoord', 'antwoorden')] : []),
  ];
  const resolved = tekst.opgelost > 0 ? `; ${tekst.opgelost} als opgelost gemerkt, en meegelezen` : '';
  return `${countOf(total, 'opmerking', 'opmerkingen')}: ${parts.join(', ')}${resolved}`;
}

/** What of a document is read in another way than it looks, or not at all. */
export function changesIn({ inserted, deleted, moved, footnotes, pictures, embedded }: WordCounts): Diagnostic[] {
  const tracked = [
    ...(inserted > 0 ? [countOf(inserted, 'invoeging', 'invoegingen')] : []),
    ...(deleted > 0 ? [countOf(deleted, 'verwijdering', 'verwijderingen')] : []),
    ...(moved > 0 ? [countOf(moved, 'verplaatsing', 'verplaatsingen')] : []),
  ];
  const left = [
    ...(footnotes > 0 ? [countOf(footnotes, 'voetnoot', 'voetnoten')] : []),
    ...(pictures > 0 ? [countOf(pictures, 'afbeelding', 'afbeeldingen')] : []),
    ...(embedded > 0 ? [countOf(embedded, 'ingevoegd bestand', 'ingevoegde bestanden')] : []),
  ];
  const message = `bijgehouden wijzigingen (${tracked.join(', ')}) zijn gelezen alsof ze zijn geaccepteerd`;
  return [
    ...(tracked.length > 0 ? [warning('verslag/wijzigingen', message)] : []),
    ...(left.length > 0 ? [info('verslag/niet-gelezen', `niet gelezen: ${left.join(', ')}`)] : []),
  ];
}
