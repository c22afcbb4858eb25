import type { Bestand, Dossier } from '../onderzoek/dossier.ts';
import type { ToetsCriterium } from '../onderzoek/toetsing.ts';
import type { OordelenBestand, OverkoepelendBestand } from '../schema/generated/types.ts';
import { type Edit, editYaml } from '../source/edit.ts';
import { stringifyYaml } from '../source/yaml.ts';
import type { Chain } from './chain.ts';
import { OVERKOEPELEND, oordeelRef } from './chain-model.ts';
import { type Comment, shorten, withComments } from './comments.ts';

/** Room for what is not judged yet in one file, and what was added for it. */
export interface Room {
  text: string;
  criteria: string[];
  deelvragen: string[];
}

type OordeelBestand = Bestand<OordelenBestand> | Bestand<OverkoepelendBestand>;

/**
 * Makes room in the file of a gebied, or of all together: an entry for each criterium that has none, an answer for each
 * deelvraag, with as comment what they may rest on. What stands there stays as it is. `undefined` when nothing is missing.
 */
export function makeRoom(dossier: Dossier, chain: Chain, gebied: string, before: OordeelBestand | undefined): Room | undefined {
  // Over all gebieden together the team may judge on some criteria only: what it has begun is its own choice.
  const begun = gebied === OVERKOEPELEND && (before?.value.oordelen.length ?? 0) > 0;
  const criteria = begun ? [] : missingCriteria(chain, gebied);
  const answered = before?.value.conclusie?.antwoorden?.map(({ deelvraag }) => deelvraag) ?? [];
  const deelvragen = (dossier.onderzoek.value.deelvragen ?? []).filter(({ id }) => !answered.includes(id));
  const withoutConclusie = !before?.value.conclusie;
  if (before && criteria.length === 0 && deelvragen.length === 0 && !withoutConclusie) return undefined;
  const text = before ? extended(before, criteria, deelvragen) : fresh(gebied, criteria, deelvragen);
  const first = before?.value.oordelen.length ?? 0;
  const comments: Comment[] = [
    ...criteria.map((criterium, index) => ({
      pointer: `/oordelen/${first + index}`,
      lines: groundsFor(criterium, gebied, chain),
    })),
    ...(withoutConclusie ? [conclusieComment(dossier)] : []),
    ...deelvragen.map(({ id, tekst }, index) => ({
      pointer: `/conclusie/antwoorden/${answered.length + index}`,
      lines: [`Deelvraag ${id}: ${shorten(tekst)}`],
    })),
  ];
  return {
    text: withComments(text, comments),
    criteria: criteria.map(({ ref }) => ref),
    deelvragen: deelvragen.map(({ id }) => id),
  };
}

/** The text of a new `verbeterpunten.yaml`: an empty list, and above it what one looks like. */
export function newVerbeterpunten(dossier: Dossier): string {
  const partijen = dossier.onderzoek.value.partijen ?? [];
  const gemeente = partijen.find(({ soort }) => soort === 'gemeente')?.id ?? 'gemeente';
  const lines = [
    'Verbeterpunten: wat beter kan, wie aan zet is en waar het op rust. Zet ze onder verbeterpunten, bijvoorbeeld:',
    '  - id: vroeg-beginnen',
    '    tekst: Begin een jaar voor de achttiende verjaardag met de voorbereiding.',
    `    gericht_aan: [${partijen[0]?.id ?? gemeente}]`,
    `    regie: ${gemeente}`,
    '    rust_op: ["bevinding:id", "oordeel:gebied/kader/criterium"]',
    '    termijn: "2027-01-01"',
    '    status: voorgesteld',
  ];
  return `${lines.map((line) => `# ${line}\n`).join('')}${stringifyYaml({ formaat: 1, verbeterpunten: [] })}`;
}

function missingCriteria(chain: Chain, gebied: string): ToetsCriterium[] {
  return [...chain.norms.values()]
    .filter(({ soort, nietVanToepassing }) => soort === 'criterium' && !nietVanToepassing)
    .filter(({ ref }) => !chain.nodes.has(oordeelRef(gebied, ref)))
    .flatMap(({ criterium }) => criterium ?? []);
}

function fresh(gebied: string, criteria: readonly ToetsCriterium[], deelvragen: readonly { id: string }[]): string {
  const whole = {
    formaat: 1,
    ...(gebied === OVERKOEPELEND ? {} : { gebied }),
    oordelen: criteria.map(({ ref }) => ({ criterium: ref })),
    conclusie: conclusieRoom(deelvragen),
  };
  const intro = gebied === OVERKOEPELEND ? INTRO_OVERKOEPELEND : INTRO_GEBIED;
  return `${intro.map((line) => `# ${line}`.trimEnd()).join('\n')}\n${stringifyYaml(whole)}`;
}

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

function extended(before: OordeelBestand, criteria: readonly ToetsCriterium[], deelvragen: readonly { id: string }[]): string {
  const edits: Edit[] = [];
  const { conclusie } = before.value;
  if (criteria.length > 0)
    edits.push({ kind: 'append', pointer: '/oordelen', values: criteria.map(({ ref }) => ({ criterium: ref })) });
  if (!conclusie) edits.push({ kind: 'set', pointer: '', key: 'conclusie', value: conclusieRoom(deelvragen) });
  else if (deelvragen.length > 0 && conclusie.antwoorden)
    edits.push({ kind: 'append', pointer: '/conclusie/antwoorden', values: answers(deelvragen) });
  else if (deelvragen.length > 0)
    edits.push({ kind: 'set', pointer: '/conclusie', key: 'antwoorden', value: answers(deelvragen) });
  return editYaml(before.source, edits);
}

function conclusieRoom(deelvragen: readonly { id: string }[]): unknown {
  return deelvragen.length > 0 ? { antwoorden: answers(deelvragen) } : {};
}

function answers(deelvragen: readonly { id: string }[]): { deelvraag: string }[] {
  return deelvragen.map(({ id }) => ({ deelvraag: id }));
}

function conclusieComment({ onderzoek }: Dossier): Comment {
  const lines = [
    `Hoofdvraag: ${onderzoek.value.hoofdvraag.replace(/\s+/g, ' ')}`,
    'Schrijf hier tekst (het antwoord op de hoofdvraag) en rust_op; en onder elke deelvraag een tekst en rust_op.',
  ];
  return { pointer: '/conclusie', lines };
}

/** What an oordeel on a criterium may rest on: the bevindingen about it, or over all gebieden the oordelen. */
function groundsFor({ ref, nummer, titel, indicatoren }: ToetsCriterium, gebied: string, chain: Chain): string[] {
  const about = new Set([ref, ...indicatoren.map((item) => item.ref)]);
  const soort = gebied === OVERKOEPELEND ? 'oordeel' : 'bevinding';
  const grounds = [...chain.nodes.values()].filter(
    (node) =>
      node.soort === soort &&
      node.gebied !== undefined &&
      (gebied === OVERKOEPELEND || node.gebied === gebied) &&
      node.tekst !== '' &&
      node.about.some((item) => about.has(item)),
  );
  const head = [shorten(`${nummer} ${titel}`)];
  if (grounds.length === 0) return [...head, `Hierover is nog geen ${soort} vastgelegd.`];
  return [...head, 'Kan rusten op:', ...grounds.map((node) => `  ${node.ref}  ${shorten(node.tekst)}`)];
}
