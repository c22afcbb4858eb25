import type { Bestand, Dossier } from '../onderzoek/dossier.ts';
import type { ToetsCriterium } from '../onderzoek/toetsing.ts';
import type { Deelvraag, OordelenBestand, OverkoepelendBestand } from '../schema/generated/types.ts';
import { editYaml } from '../source/edit.ts';
import type { Edit } from '../source/edit-value.ts';
import { stringifyYaml } from '../source/yaml.ts';
import type { Chain } from './chain.ts';
import { OVERKOEPELEND, oordeelRef } from './chain-model.ts';
import { rewriteComments, withComments } from './comments.ts';
import { answerComment, conclusieComment, groundsFor, introFor, refreshGrounds } from './room-comments.ts';

/** Room for what is not judged yet in one file, and what was added for it. */
export interface Room {
  text: string;
  criteria: string[];
  deelvragen: string[];
  /** Whether anything was added; otherwise only comments were brought up to date. */
  added: boolean;
}

type OordeelBestand = Bestand<OordelenBestand> | Bestand<OverkoepelendBestand>;

/** What has no place yet in one file. */
interface Missing {
  criteria: ToetsCriterium[];
  deelvragen: Deelvraag[];
  conclusie: boolean;
}

/**
 * Makes room in the file of a gebied, or of all together: an entry for each criterium that has none, an answer for each
 * deelvraag, with as comment what they may rest on; above what is still open that comment is brought up to date. What a person
 * wrote stays as it is. `undefined` when nothing changes.
 */
export function makeRoom(dossier: Dossier, chain: Chain, gebied: string, before: OordeelBestand | undefined): Room | undefined {
  const missing = missingIn(dossier, chain, gebied, before);
  const { criteria, deelvragen } = missing;
  const roomy = before ? extended(before, missing) : fresh(gebied, missing);
  const text = withComments(roomy, commentsFor(missing, dossier, chain, gebied, before));
  const now = before ? refreshed(text, before, gebied, chain) : text;
  if (now === before?.source.text) return undefined;
  return {
    text: now,
    criteria: criteria.map(({ ref }) => ref),
    deelvragen: deelvragen.map(({ id }) => id),
    added: roomy !== before?.source.text,
  };
}

function missingIn(dossier: Dossier, chain: Chain, gebied: string, before: OordeelBestand | undefined): Missing {
  // Over all gebieden together the team may judge on some criteria only: what it has begun is its own choice.
  const begun = gebied === OVERKOEPELEND && (before?.value.oordelen.length ?? 0) > 0;
  const judged = ({ ref }: ToetsCriterium) => chain.nodes.has(oordeelRef(gebied, ref));
  const answered = before?.value.conclusie?.antwoorden?.map(({ deelvraag }) => deelvraag) ?? [];
  return {
    criteria: begun ? [] : criteriaToJudge(chain).filter((criterium) => !judged(criterium)),
    deelvragen: (dossier.onderzoek.value.deelvragen ?? []).filter(({ id }) => !answered.includes(id)),
    conclusie: !before?.value.conclusie,
  };
}

function criteriaToJudge(chain: Chain): ToetsCriterium[] {
  return [...chain.norms.values()]
    .filter(({ soort, nietVanToepassing }) => soort === 'criterium' && !nietVanToepassing)
    .flatMap(({ criterium }) => criterium ?? []);
}

/** The comments above what was added, which comes after what stood there. */
function commentsFor(missing: Missing, dossier: Dossier, chain: Chain, gebied: string, before: OordeelBestand | undefined) {
  const first = before?.value.oordelen.length ?? 0;
  const next = before?.value.conclusie?.antwoorden?.length ?? 0;
  return [
    ...missing.criteria.map((criterium, index) => ({
      pointer: `/oordelen/${first + index}`,
      lines: groundsFor(criterium, gebied, chain),
    })),
    ...(missing.conclusie ? [conclusieComment(dossier)] : []),
    ...missing.deelvragen.map((deelvraag, index) => answerComment(deelvraag, next + index)),
  ];
}

/** Brings the comments above oordelen that are still open up to date. */
function refreshed(text: string, before: OordeelBestand, gebied: string, chain: Chain): string {
  const open = [...chain.nodes.values()].filter(({ place, soort, tekst }) => {
    return place?.bestand === before && soort === 'oordeel' && tekst === '';
  });
  const comments = open.flatMap(({ place, about: [about = ''] }) => {
    const norm = chain.norms.get(about);
    const criterium = norm?.soort === 'criterium' ? norm.criterium : undefined;
    return criterium && place ? [{ pointer: place.pointer, lines: groundsFor(criterium, gebied, chain) }] : [];
  });
  return rewriteComments(text, comments, refreshGrounds);
}

function fresh(gebied: string, { criteria, deelvragen }: Missing): string {
  const whole = {
    formaat: 1,
    ...(gebied === OVERKOEPELEND ? {} : { gebied }),
    oordelen: criteria.map(({ ref }) => ({ criterium: ref })),
    conclusie: conclusieRoom(deelvragen),
  };
  const intro = introFor(gebied).map((line) => `# ${line}`.trimEnd());
  return `${intro.join('\n')}\n${stringifyYaml(whole)}`;
}

function extended({ source, value }: OordeelBestand, { criteria, deelvragen, conclusie }: Missing): string {
  const edits: Edit[] = [];
  if (criteria.length > 0)
    edits.push({ kind: 'append', pointer: '/oordelen', values: criteria.map(({ ref }) => ({ criterium: ref })) });
  if (conclusie) edits.push({ kind: 'set', pointer: '', key: 'conclusie', value: conclusieRoom(deelvragen) });
  else if (deelvragen.length > 0 && value.conclusie?.antwoorden)
    edits.push({ kind: 'append', pointer: '/conclusie/antwoorden', values: answers(deelvragen) });
  else if (deelvragen.length > 0)
    edits.push({ kind: 'set', pointer: '/conclusie', key: 'antwoorden', value: answers(deelvragen) });
  return editYaml(source, edits);
}

function conclusieRoom(deelvragen: readonly Deelvraag[]): unknown {
  return deelvragen.length > 0 ? { antwoorden: answers(deelvragen) } : {};
}

function answers(deelvragen: readonly Deelvraag[]): { deelvraag: string }[] {
  return deelvragen.map(({ id }) => ({ deelvraag: id }));
}
