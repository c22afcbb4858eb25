import type { Dossier } from '../onderzoek/dossier.ts';
import { formProperties } from '../onderzoek/form.ts';
import { joinCell } from '../tabel/table.ts';
import { outsideProperties } from '../word/outside.ts';
import { type Room, roomProperties, roomTable } from '../word/rooms.ts';
import { type Block, paragraph, type WordSpec } from '../word/spec.ts';
import type { Chain } from './chain.ts';
import { groundsOf } from './grounds.ts';
import { type OordeelBestand, type SentencePlace, sentencePlaces, sentencePrint } from './word-rooms.ts';

/** The name of the form in the properties of a document. */
export const OORDELEN = 'oordelen';
/** The labels of the two lines of a room. */
export const TEKST = 'tekst';
export const RUST_OP = 'rust op';

/** Before the number of a room: the property with the print of the sentence that it was drafted with. */
export const WAS = 'was ';

const HOW = [
  'Hier schrijft het team zijn oordelen. Boven elk vak staat waar het oordeel op kan rusten, om te lezen.',
  'U schrijft in de witte vakken rechts: de zin, en eronder waar zij op rust (ids van bevindingen of oordelen, met | ertussen).',
  'Een vak dat u leeg laat of niet verandert, telt niet mee. Laat de koppen en de woorden links staan.',
  'Meer mensen kunnen elk in een eigen kopie schrijven: lees die samen in.',
];

/** The writing document in Word for the oordelen on a gebied, or on all together: what they may rest on, and room for each sentence. */
export function oordelenDocument(bestand: OordeelBestand, gebied: string, dossier: Dossier, chain: Chain): WordSpec {
  const { id, titel, datum, gebieden, deelvragen = [], hoofdvraag } = dossier.onderzoek.value;
  const naam = gebieden.find((one) => one.id === gebied)?.naam ?? 'alle gebieden samen';
  const rooms: (Room & { print: string })[] = [];
  const blocks: Block[] = [];
  let about: string | undefined;
  for (const place of sentencePlaces(bestand)) {
    if (place.about !== undefined && place.about !== about) blocks.push(...groundBlocks(place.about, gebied, chain));
    if (place.about === undefined && (about !== undefined || blocks.length === 0))
      blocks.push(paragraph('heading1', 'Conclusie', { newPage: true }), paragraph('text', hoofdvraag));
    about = place.about;
    const asked = deelvragen.find((one) => one.id === place.deelvraag);
    if (asked) blocks.push(paragraph('text', asked.tekst, { keepNext: true }));
    const room = roomOf(place, rooms.length + 1);
    rooms.push(room);
    blocks.push(roomTable(room), paragraph('spacer', ''));
  }
  const all: Block[] = [
    paragraph('title', `Oordelen – ${naam}`),
    paragraph('subtitle', titel),
    ...HOW.map((line) => paragraph('bullet', line)),
    ...blocks,
  ];
  return {
    title: `Oordelen – ${naam} – ${titel}`,
    date: datum,
    footer: `Oordelen ${naam} – concept`,
    properties: {
      ...formProperties(OORDELEN, id),
      gebied,
      ...roomProperties(rooms),
      ...outsideProperties(all),
      ...Object.fromEntries(rooms.map(({ number, print }) => [`${WAS}${number}`, print])),
    },
    blocks: all,
  };
}

function roomOf(place: SentencePlace, number: number): Room & { print: string } {
  const { key, label, tekst, rust_op } = place;
  return {
    number,
    key,
    kop: label,
    print: sentencePrint(place),
    lines: [
      { label: TEKST, value: tekst },
      { label: RUST_OP, hint: 'met | ertussen', value: joinCell([...rust_op]) },
    ],
  };
}

/** What an oordeel may rest on: the bevindingen about it, or over all gebieden the oordelen on it. */
function groundBlocks(about: string, gebied: string, chain: Chain): Block[] {
  const norm = chain.norms.get(about);
  const criterium = norm?.criterium;
  const { soort, nodes } = groundsOf([about, ...(criterium?.indicatoren ?? []).map(({ ref }) => ref)], gebied, chain);
  return [
    paragraph('heading1', criterium ? `${criterium.nummer} ${criterium.titel}` : about, { newPage: true }),
    ...(criterium ? [paragraph('text', criterium.tekst)] : []),
    paragraph('heading2', soort === 'oordeel' ? 'De oordelen per gebied' : 'De bevindingen'),
    ...(nodes.length === 0 ? [paragraph('small', `Hierover is nog geen ${soort} vastgelegd.`)] : []),
    ...nodes.map(({ ref, tekst }) => paragraph('bullet', [{ text: `${ref}: `, strong: true }, tekst])),
  ];
}
