import type { Dossier } from '../onderzoek/dossier.ts';
import { FORM_VERSION } from '../onderzoek/form.ts';
import type { Bevinding, MateriaalBijEenIndicator, MateriaalWaarneming } from '../schema/generated/types.ts';
import { joinCell } from '../tabel/table.ts';
import { said } from '../waarneming/said.ts';
import { outsideProperties } from '../word/outside.ts';
import { type Room, type RoomLine, roomProperties, roomTable } from '../word/rooms.ts';
import { type Block, paragraph, type WordSpec } from '../word/spec.ts';
import { BASIS } from './columns.ts';
import { recorded } from './concept.ts';
import { recordPrint } from './delivered.ts';
import type { Materiaal } from './material.ts';
import { formOrigin } from './workbook.ts';

/** How many empty rooms there are under each criterium. */
const EMPTY = 2;
/** The key of a room for a bevinding that is not there yet: it gets its id from what is written in it. */
export const NEW = 'nieuw';

const HINTS: readonly RoomLine[] = [
  { label: 'tekst', hint: 'de zin waar het team voor staat' },
  { label: 'indicatoren', hint: 'nummers, zoals 1.5.1; meer met | ertussen' },
  { label: 'strekking', hint: 'gaat goed, kan beter, wisselend of feit; mag leeg' },
  { label: 'steunt op', hint: 'ids van waarnemingen, met | ertussen' },
  { label: 'weersproken door', hint: 'ids van waarnemingen, met | ertussen' },
  { label: 'weging', hint: 'hoe tegenspraak of een enkele soort bron is gewogen' },
];

/** The labels of the lines of a room. */
export const LABELS: readonly string[] = HINTS.map(({ label }) => label);

const HOW = [
  'Dit document bevat teksten van respondenten. Het blijft binnen het team en gaat niet in git.',
  'Onder elk criterium staan eerst de waarnemingen, om te lezen. Daaronder is ruimte om te schrijven: in de witte vakken rechts.',
  'Een vak dat u leeg laat of niet verandert, telt niet mee. Laat de koppen en de woorden links staan.',
  'Meer mensen kunnen elk in een eigen kopie schrijven: lees die samen in.',
];

/** The working document of the team in Word on one gebied: the material, and under each criterium room for bevindingen. */
export function bevindingenDocument(materiaal: Materiaal, dossier: Dossier): WordSpec {
  const { onderzoek } = dossier;
  const { naam } = onderzoek.value.gebieden.find(({ id }) => id === materiaal.gebied) ?? { naam: materiaal.gebied };
  const list = recorded(dossier, materiaal.gebied);
  const rooms: Room[] = [];
  const room = (key: string, kop: string, lines: readonly RoomLine[]): Block[] => {
    const made = { number: rooms.length + 1, key, kop, lines };
    rooms.push(made);
    return [roomTable(made), paragraph('spacer', '')];
  };
  const placed = new Set<Bevinding>();
  const blocks = materiaal.criteria.flatMap(({ titel, indicatoren }): Block[] => {
    const refs = indicatoren.map(({ indicator }) => indicator);
    const own = list.filter((item) => !placed.has(item) && item.indicatoren.some((ref) => refs.includes(ref)));
    for (const item of own) placed.add(item);
    return [
      paragraph('heading1', titel, { newPage: true }),
      ...indicatoren.flatMap(indicatorBlocks),
      paragraph('heading2', 'Bevindingen'),
      ...own.flatMap((item) => room(item.id, `Bevinding ${item.id}`, linesOf(item))),
      ...Array.from({ length: EMPTY }, () => room(NEW, 'Nieuwe bevinding', HINTS)).flat(),
    ];
  });
  const rest = list.filter((item) => !placed.has(item));
  const others = rest.flatMap((item) => room(item.id, `Bevinding ${item.id}`, linesOf(item)));
  const basis = list.map((item) => [`${BASIS}${item.id}`, recordPrint(item)]);
  const all: Block[] = [
    paragraph('title', `Bevindingen – ${naam}`),
    paragraph('subtitle', onderzoek.value.titel),
    ...HOW.map((line) => paragraph('bullet', line)),
    ...blocks,
    ...(materiaal.ongecodeerd.length > 0 ? [paragraph('heading1', 'Nog niet gecodeerd', { newPage: true })] : []),
    ...materiaal.ongecodeerd.map(bullet),
    ...(others.length > 0 ? [paragraph('heading1', 'Overige bevindingen', { newPage: true }), ...others] : []),
  ];
  return {
    title: `Bevindingen – ${naam} – ${onderzoek.value.titel}`,
    date: onderzoek.value.datum,
    footer: `Bevindingen ${naam} – binnen het team`,
    properties: {
      formulier: 'bevindingen',
      formulierversie: FORM_VERSION,
      ...formOrigin(dossier),
      gebied: materiaal.gebied,
      ...Object.fromEntries(basis),
      ...roomProperties(rooms),
      ...outsideProperties(all),
    },
    blocks: all,
  };
}

function indicatorBlocks(item: MateriaalBijEenIndicator): Block[] {
  const { tekst, toespitsing, tegenspraak = [], antwoorden = [], zwijgt = [], perspectieven } = item;
  return [
    paragraph('heading2', tekst),
    ...(toespitsing === undefined ? [] : [paragraph('small', `In dit onderzoek: ${toespitsing}`)]),
    ...tegenspraak.map((line) => paragraph('small', [{ text: 'Tegenspraak: ', strong: true }, line])),
    ...antwoorden.map((line) => paragraph('small', line)),
    ...(zwijgt.length > 0 ? [paragraph('small', `Zwijgt: ${zwijgt.join(', ')}`)] : []),
    ...perspectieven.flatMap(({ perspectief, waarnemingen }) => [
      paragraph('field', { text: perspectief, strong: true }, { keepNext: true }),
      ...waarnemingen.map(bullet),
    ]),
  ];
}

function bullet(waarneming: MateriaalWaarneming): Block {
  const { soort, strekking, vertrouwelijk } = waarneming;
  const kinds = [soort, strekking, vertrouwelijk === 'ja' ? 'vertrouwelijk' : undefined].filter(Boolean).join(', ');
  const id = waarneming.waarneming.slice('waarneming:'.length);
  return paragraph('bullet', [{ text: `${id} (${kinds}): `, strong: true }, said(waarneming)]);
}

function linesOf(bevinding: Bevinding): RoomLine[] {
  const ids = (refs: readonly string[] = []) => joinCell(refs.map((ref) => ref.slice('waarneming:'.length)));
  const values: Readonly<Record<string, string>> = {
    tekst: bevinding.tekst,
    indicatoren: joinCell(bevinding.indicatoren),
    strekking: bevinding.strekking ?? '',
    'steunt op': ids(bevinding.steunt_op),
    'weersproken door': ids(bevinding.weersproken_door),
    weging: bevinding.weging ?? '',
  };
  return HINTS.map(({ label }) => ({ label, value: values[label] ?? '' }));
}
