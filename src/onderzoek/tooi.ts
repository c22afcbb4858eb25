import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { OnderzoekBestand } from '../schema/generated/types.ts';

const IDENTIFIERS = 'https://identifier.overheid.nl/tooi/id/';

/**
 * The inspectorates of the State by their number in TOOI, from the register of other government organisations as version 0.9.8 of the
 * DiWoo value lists has it (12 August 2025).
 */
const RIJKSINSPECTIES: ReadonlyMap<string, string> = new Map([
  ['Inspectie Gezondheidszorg en Jeugd', 'oorg12354'],
  ['Inspectie Justitie en Veiligheid', 'oorg12351'],
  ['Inspectie Leefomgeving en Transport', 'oorg10006'],
  ['Inspectie Overheidsinformatie en Erfgoed', 'oorg12352'],
  ['Inspectie van het Onderwijs', 'oorg12355'],
  ['Nederlandse Arbeidsinspectie', 'oorg12349'],
  ['Nederlandse Voedsel- en Warenautoriteit', 'oorg10102'],
]);

/** The identifier of an inspectie: as it was given, or else as its name is known; nothing for another organisation. */
export function tooiOf({ naam, tooi }: { naam: string; tooi?: string | undefined }): string | undefined {
  const known = RIJKSINSPECTIES.get(naam);
  return tooi ?? (known && `${IDENTIFIERS}oorg/${known}`);
}

/** A register of TOOI, and how the numbers in it begin. */
const REGISTERS = 'ministerie/mnre|oorg/oorg|gemeente/gm|provincie/pv|waterschap/ws|so/so|zbo/zb|col/col';
const FORM = new RegExp(`^${IDENTIFIERS.replaceAll('.', '\\.')}(?:${REGISTERS})\\d{2,6}$`);

type Report = (pointer: string, message: string, help?: string) => Diagnostic;

/** What a plan says of publication that its schema cannot judge: identifiers and an address of the right form. */
export function publicationProblems({ inspecties, publicatie }: OnderzoekBestand, wrong: Report): Diagnostic[] {
  const given = [
    ...inspecties.map(({ tooi }, index) => ({ tooi, pointer: `/inspecties/${index}/tooi` })),
    { tooi: publicatie?.bestuursorgaan?.tooi, pointer: '/publicatie/bestuursorgaan/tooi' },
  ];
  const identifiers = given.flatMap(({ tooi, pointer }) => {
    if (tooi === undefined || FORM.test(tooi)) return [];
    const message = `'${tooi}' is geen TOOI-kenmerk van een organisatie`;
    return [wrong(pointer, message, `zoek het op in de TOOI-registers; het ziet eruit als ${IDENTIFIERS}oorg/oorg12354`)];
  });
  const { adres } = publicatie ?? {};
  if (adres === undefined || isFolderAddress(adres)) return identifiers;
  const message = `'${adres}' is niet het webadres van een map`;
  const help = 'begin met https:// en eindig op /, zoals https://www.voorbeeld.nl/rapporten/overgang/';
  return [...identifiers, wrong('/publicatie/adres', message, help)];
}

/** The scheme in small letters, as a sitemap has it; a name of a server is the same in capitals. */
function isFolderAddress(adres: string): boolean {
  return /^https:\/\/[A-Za-z0-9.-]+(?::\d+)?\/(?:[\w.~%!$&'()*+,;=:@-]+\/)*$/.test(adres) && URL.canParse(adres);
}
