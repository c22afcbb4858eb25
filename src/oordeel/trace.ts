import type { ChainNode } from './chain-model.ts';
import type { Vraag } from './deelvragen.ts';
import type { Found } from './find.ts';
import type { Norm } from './norms.ts';
import { groundsOf, normStep, passageStep } from './trace-down.ts';
import { absence, factsOf, normFacts } from './trace-facts.ts';
import type { Trace, TraceContext, TraceStep } from './trace-model.ts';
import { type KnownUsers, usersOf } from './trace-up.ts';

/** Follows anything that can be referred to, down and up. */
export function traceFound(found: Exclude<Found, { problem: string }>, context: TraceContext): Trace {
  if ('node' in found) return traceNode(found.node, context);
  return 'norm' in found ? traceNorm(found.norm, context) : traceVraag(found.vraag, context);
}

/** Follows a bron, waarneming, bevinding, oordeel, conclusie, point or verbeterpunt down to its sources and up to every sentence. */
export function traceNode(node: ChainNode, context: TraceContext): Trace {
  return {
    ref: node.ref,
    soort: node.soort,
    tekst: node.tekst,
    feiten: factsOf(node, context),
    rustOp: groundsOf(node, context, [node.ref]),
    getoetstAan: node.about.map((ref) => normStep(ref, context)),
    hieropRust: usersOf(node.ref, context),
  };
}

/** Follows a waarneming or bron up from a werkdossier that lies elsewhere: what it says cannot be shown. */
export function traceElsewhere(ref: string, context: TraceContext): Trace {
  const [soort = ''] = ref.split(':');
  return { ref, soort, tekst: '', feiten: [absence(context)], rustOp: [], getoetstAan: [], hieropRust: usersOf(ref, context) };
}

/** Shows a thema, criterium or indicator at its pinned version, what it is part of, and what was found and judged about it. */
export function traceNorm(norm: Norm, context: TraceContext): Trace {
  const { chain } = context;
  const known: KnownUsers = new Map();
  const parts = [...chain.norms.values()].filter((part) => isPart(part, norm));
  const stappen = parts.map((part) => ({
    ...normStep(part.ref, context),
    verband: part.soort,
    stappen: usersOf(part.ref, context, known),
  }));
  const { nummer, tekst, ref, soort } = norm;
  return {
    ref,
    soort,
    tekst: `${nummer} ${tekst}`,
    feiten: normFacts(norm, context),
    rustOp: [],
    getoetstAan: wholeOf(norm).map((whole) => normStep(whole, context)),
    hieropRust: [...usersOf(ref, context, known), ...stappen],
  };
}

/** Shows a deelvraag: its answers with what they rest on, the criteria and indicatoren that serve it, and what rests on the answers. */
function traceVraag({ ref, id, nummer, tekst }: Vraag, context: TraceContext): Trace {
  const { chain } = context;
  const conclusies = [...chain.nodes.values()].filter(({ soort }) => soort === 'conclusie');
  const answers = conclusies.flatMap((node) =>
    node.passages
      .filter(({ deelvraag }) => deelvraag === id)
      .map((passage): TraceStep => {
        const step = passageStep(passage, node, context, [node.ref]);
        return { ...step, verband: 'antwoord', ref: node.ref, feiten: factsOf(node, context) };
      }),
  );
  const serving = [...chain.norms.values()].filter((norm) => serves(norm, id));
  return {
    ref,
    soort: 'deelvraag',
    tekst: `${nummer}. ${tekst}`,
    feiten: [],
    rustOp: answers,
    getoetstAan: serving.map((norm) => normStep(norm.ref, context)),
    hieropRust: answers.flatMap((answer) => usersOf(answer.ref, context)),
  };
}

function isPart(part: Norm, whole: Norm): boolean {
  if (whole.soort === 'thema') return part.soort === 'criterium' && part.thema === whole.ref;
  return whole.soort === 'criterium' && part.soort === 'indicator' && part.criterium === whole.criterium;
}

/** What a norm is part of. */
function wholeOf({ soort, criterium, thema }: Norm): string[] {
  if (soort === 'thema') return [];
  return soort === 'indicator' && criterium ? [criterium.ref] : [thema];
}

/** Whether the team chose a criterium, or an indicator by itself, to answer a deelvraag. */
function serves({ soort, ref, criterium }: Norm, id: string): boolean {
  if (!criterium || soort === 'thema') return false;
  if (soort === 'criterium') return criterium.deelvragen.includes(id);
  const indicator = criterium.indicatoren.find((item) => item.ref === ref);
  return !criterium.deelvragen.includes(id) && (indicator?.deelvragen.includes(id) ?? false);
}
