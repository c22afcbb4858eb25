import { type Diagnostic, error, warning } from '../diagnostics/diagnostic.ts';
import { tooiOf } from '../onderzoek/tooi.ts';
import { plainLine } from '../rapport/document/text.ts';
import type { OnderzoekBestand, RapportDocument } from '../schema/generated/types.ts';
import type { Term, WooMetadata } from './diwoo.ts';

/** Who publishes, and when what is published was made final: the same for every document of an onderzoek. */
export type Uitgave = Pick<
  WooMetadata,
  'bestuursorgaan' | 'opsteller' | 'medeverantwoordelijken' | 'creatiedatum' | 'vastgesteld' | 'kenmerk'
>;

/** An onderzoek.yaml, with its name for messages. */
export interface Plan {
  file: string;
  value: OnderzoekBestand;
}

/** What the Woo asks of an onderzoek; nothing, with an error for each value that is missing, where it does not say. */
export function uitgaveOf({ file, value }: Plan): { value?: Uitgave; diagnostics: Diagnostic[] } {
  const { inspecties, publicatie, datum } = value;
  const terms = inspecties.map((inspectie) => ({ ...inspectie, term: termOf(inspectie) }));
  const diagnostics = terms.flatMap(({ naam, term }, index) => (term ? [] : [missing(naam, index, file)]));
  const known = (rol: string): Term[] => terms.flatMap((item) => (item.rol === rol && item.term ? [item.term] : []));
  const [leading] = known('leidend');
  if (!leading || diagnostics.length > 0) return { diagnostics };
  const { bestuursorgaan, vastgesteld = datum, kenmerk } = publicatie ?? {};
  const uitgave: Uitgave = {
    bestuursorgaan: bestuursorgaan ? { naam: plainLine(bestuursorgaan.naam), uri: bestuursorgaan.tooi } : leading,
    opsteller: leading,
    medeverantwoordelijken: known('deelnemend'),
    creatiedatum: datum,
    vastgesteld,
    ...(kenmerk === undefined ? {} : { kenmerk: plainLine(kenmerk) }),
  };
  return { value: uitgave, diagnostics };
}

/** The metadata of one document: what holds for all, and what the document says of itself. */
export function metadataOf(
  { titel, ondertitel, omschrijving, trefwoorden }: RapportDocument,
  soort: WooMetadata['soort'],
  uitgave: Uitgave,
): WooMetadata {
  return {
    ...uitgave,
    soort,
    titel: plainLine(ondertitel === undefined ? titel : `${titel} – ${ondertitel}`),
    omschrijving: plainLine(omschrijving),
    trefwoorden: trefwoorden.map(plainLine),
  };
}

/** Without an address there is no sitemap: said, and no more than that. */
export function withoutAddress({ file, value }: Plan): Diagnostic[] {
  if (value.publicatie?.adres !== undefined) return [];
  const help =
    'zet onder publicatie: het adres van de map waarin de publicatie komt te staan, zoals https://www.voorbeeld.nl/rapporten/overgang/';
  return [warning('publicatie/geen-adres', 'er is geen sitemap.xml: onderzoek.yaml noemt geen publicatie.adres', { file, help })];
}

function termOf(inspectie: { naam: string; tooi?: string | undefined }): Term | undefined {
  const uri = tooiOf(inspectie);
  return uri === undefined ? undefined : { naam: plainLine(inspectie.naam), uri };
}

function missing(naam: string, index: number, file: string): Diagnostic {
  return error('publicatie/tooi-ontbreekt', `het TOOI-kenmerk van '${naam}' ontbreekt, en de metadata voor de Woo vraagt erom`, {
    file,
    pointer: `/inspecties/${index}/naam`,
    help: 'zet het erbij als tooi: https://identifier.overheid.nl/tooi/id/…; de TOOI-registers noemen het',
  });
}
