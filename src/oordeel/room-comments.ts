import type { Dossier } from '../onderzoek/dossier.ts';
import type { ToetsCriterium } from '../onderzoek/toetsing.ts';
import type { Deelvraag } from '../schema/generated/types.ts';
import type { Chain } from './chain.ts';
import { OVERKOEPELEND } from './chain-model.ts';
import { type Comment, shorten } from './comments.ts';
import { groundsOf } from './grounds.ts';

const SHAPE = [
  'Een oordeel ziet er zo uit; schrijf het onder het criterium:',
  '    tekst: Het oordeel in zinnen, zonder cijfer.',
  '    rust_op: ["bevinding:id"]',
];

const INTRO_GEBIED = [
  ...SHAPE,
  '    burgerperspectief: { tekst: Wat burgers zeggen., rust_op: ["bevinding:id"] }    # of { afwezig: waarom niet }',
  '    gaat_goed: [{ tekst: Wat goed gaat., rust_op: ["bevinding:id"] }]',
  '    verklaringen: [{ tekst: Waardoor het zo gaat., factor: sturing, rust_op: ["bevinding:id"] }]',
  '    samenhang: [{ criterium: kader/criterium, tekst: Hoe zij samenhangen., rust_op: ["bevinding:id"] }]',
  'Geen oordeel mogelijk? Schrijf dan niet_beoordeeld: { reden: Waarom niet. }',
  'Met thema: in plaats van criterium: kunt u ook een heel thema beoordelen.',
];

const INTRO_OVERKOEPELEND = [
  'Het oordeel over alle gebieden samen.',
  ...SHAPE,
  'Voeg naar behoefte toe: patronen, risicos, kansen en aanbevelingen, elk een lijst van',
  '  - { id: korte-naam, tekst: Wat in meer gebieden terugkomt., rust_op: ["oordeel:gebied/kader/criterium"] }',
  'Bij een aanbeveling hoort ook gericht_aan: [Aan wie].',
];

/** The lines at the top of a new file of oordelen: what an oordeel looks like. */
export function introFor(gebied: string): readonly string[] {
  return gebied === OVERKOEPELEND ? INTRO_OVERKOEPELEND : INTRO_GEBIED;
}

/** Above the conclusie: the question it answers. */
export function conclusieComment({ onderzoek }: Dossier): Comment {
  const lines = [
    `Hoofdvraag: ${onderzoek.value.hoofdvraag.replace(/\s+/g, ' ')}`,
    'Schrijf hier tekst (het antwoord op de hoofdvraag) en rust_op; en onder elke deelvraag een tekst en rust_op.',
  ];
  return { pointer: '/conclusie', lines };
}

/** Above the answer to a deelvraag: the deelvraag. */
export function answerComment({ id, tekst }: Deelvraag, index: number): Comment {
  return { pointer: `/conclusie/antwoorden/${index}`, lines: [`Deelvraag ${id}: ${shorten(tekst)}`] };
}

/** The lines above an oordeel on a criterium: its title, and what it may rest on. */
export function groundsFor(criterium: ToetsCriterium, gebied: string, chain: Chain): string[] {
  return [shorten(`${criterium.nummer} ${criterium.titel}`), ...groundLines(criterium, gebied, chain)];
}

/** The heading of the list of what an oordeel may rest on. */
const SOME = 'Kan rusten op:';
const NONE = /^Hierover is nog geen (?:bevinding|oordeel) vastgelegd\.$/;
const GROUND = /^ {2}(?:bevinding|oordeel):\S+ {2}/;

/** The bevindingen about a criterium, or over all gebieden the oordelen on it. */
function groundLines({ ref, indicatoren }: ToetsCriterium, gebied: string, chain: Chain): string[] {
  const { soort, nodes } = groundsOf([ref, ...indicatoren.map((item) => item.ref)], gebied, chain);
  if (nodes.length === 0) return [`Hierover is nog geen ${soort} vastgelegd.`];
  return [SOME, ...nodes.map((node) => `  ${node.ref}  ${shorten(node.tekst)}`)];
}

/**
 * The lines of a comment with its list of grounds as `fresh` has it. Everything else stays: what a person wrote around the
 * list, or behind a line of it; and a comment without such a list is not one of ours.
 */
export function refreshGrounds(lines: readonly string[], fresh: readonly string[]): readonly string[] {
  const start = lines.findIndex((line) => line === SOME || NONE.test(line));
  if (start < 0) return lines;
  const rest = lines.slice(start + 1);
  const length = rest.findIndex((line) => !GROUND.test(line));
  const before = length < 0 ? rest : rest.slice(0, length);
  const list = fresh.slice(fresh.findIndex((line) => line === SOME || NONE.test(line)));
  const now = list.map((line) => before.find((old) => old.startsWith(line)) ?? line);
  return [...lines.slice(0, start), ...now, ...rest.slice(before.length)];
}
