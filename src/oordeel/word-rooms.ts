import type { Bestand } from '../onderzoek/dossier.ts';
import type { Oordeel, OordelenBestand, OverkoepelendBestand } from '../schema/generated/types.ts';
import { canonicalJson, sha256 } from '../source/fingerprint.ts';
import type { PassageSoort } from './chain-model.ts';

/** A file of oordelen, of a gebied or of all together. */
export type OordeelBestand = Bestand<OordelenBestand> | Bestand<OverkoepelendBestand>;

/** A sentence of judgement with what it rests on; both may be open still. */
export interface Sentence {
  tekst: string;
  rust_op: readonly string[];
}

/** A place for a sentence of judgement in a file. */
export interface SentencePlace extends Sentence {
  /** What it is known by in a document: `proef/toegang oordeel`. */
  key: string;
  label: string;
  /** The part of a judgement that stands here. */
  soort: PassageSoort;
  /** The list that it is one of: what stands there may have moved since it was put in a document. */
  list?: string;
  /** What it is about: a criterium or thema, or nothing for the conclusie. */
  about?: string;
  /** The id of the deelvraag that it answers. */
  deelvraag?: string;
  /** Where it stands. Of what is not there yet: the value that it goes in, and under which key or as the next of which list. */
  pointer: string;
  missing?: { key: string; list: boolean };
}

/** Every place for a sentence in a file of oordelen; where something may be added a place that is open. */
export function sentencePlaces({ value }: OordeelBestand): SentencePlace[] {
  const { conclusie } = value;
  const answers = conclusie?.antwoorden ?? [];
  return [
    ...value.oordelen.flatMap((oordeel, index) => placesIn(oordeel, `/oordelen/${index}`)),
    ...(conclusie
      ? [{ key: 'conclusie', label: 'Conclusie', soort: 'tekst' as const, pointer: '/conclusie', ...sentenceOf(conclusie) }]
      : []),
    ...answers.map((answer, index) => ({
      key: `antwoord ${answer.deelvraag}`,
      label: `Antwoord op deelvraag ${answer.deelvraag}`,
      soort: 'antwoord' as const,
      deelvraag: answer.deelvraag,
      pointer: `/conclusie/antwoorden/${index}`,
      ...sentenceOf(answer),
    })),
  ];
}

/** Where the team said that it cannot judge, there is no room. */
function placesIn(oordeel: Oordeel, pointer: string): SentencePlace[] {
  if (oordeel.niet_beoordeeld) return [];
  const about = oordeel.criterium ?? oordeel.thema ?? '';
  const { burgerperspectief, gaat_goed = [], verklaringen = [], samenhang = [] } = oordeel;
  const place = (part: string, soort: PassageSoort, label: string, at: string, sentence?: Partial<Sentence>): SentencePlace => ({
    key: `${about} ${part}`,
    label,
    soort,
    about,
    pointer: `${pointer}${at}`,
    ...sentenceOf(sentence),
  });
  const listed = (part: string, soort: PassageSoort, label: string, items: readonly Partial<Sentence>[]): SentencePlace[] =>
    items.map((item, index) => ({
      ...place(`${part} ${index + 1}`, soort, `${label} ${index + 1}`, `/${part}/${index}`, item),
      list: `${about} ${part}`,
    }));
  const citizens = place(
    'burgerperspectief',
    'burgerperspectief',
    'Het perspectief van burgers',
    burgerperspectief ? '/burgerperspectief' : '',
    burgerperspectief,
  );
  const another: SentencePlace = {
    ...place(`gaat_goed ${gaat_goed.length + 1}`, 'gaat_goed', 'Wat gaat goed (nieuw)', oordeel.gaat_goed ? '/gaat_goed' : ''),
    list: `${about} gaat_goed`,
    missing: { key: 'gaat_goed', list: true },
  };
  return [
    place('oordeel', 'tekst', 'Oordeel', '', oordeel),
    ...(burgerperspectief && 'afwezig' in burgerperspectief && burgerperspectief.afwezig !== undefined
      ? []
      : [burgerperspectief ? citizens : { ...citizens, missing: { key: 'burgerperspectief', list: false } }]),
    ...listed('gaat_goed', 'gaat_goed', 'Wat gaat goed', gaat_goed),
    another,
    ...listed('verklaringen', 'verklaring', 'Verklaring', verklaringen),
    ...listed('samenhang', 'samenhang', 'Samenhang', samenhang),
  ];
}

function sentenceOf({ tekst = '', rust_op = [] }: Partial<Sentence> = {}): Sentence {
  return { tekst, rust_op };
}

/** The fingerprint of a sentence with what it rests on: it says whether somebody changed it since it was put in a document. */
export function sentencePrint({ tekst, rust_op }: Sentence): string {
  return sha256(canonicalJson({ tekst, rust_op })).slice(0, 16);
}
