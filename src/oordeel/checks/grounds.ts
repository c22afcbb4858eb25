import { type Diagnostic, error, warning } from '../../diagnostics/diagnostic.ts';
import type { Chain } from '../chain.ts';
import type { ChainNode, ChainPassage } from '../chain-model.ts';
import { at, type Check, writtenNodes } from './context.ts';

/**
 * Each sentence of judgement rests on something, of the kind it may rest on, and alive: an oordeel on bevindingen of its own
 * gebied and criterium; a conclusie, what is over all gebieden, and a verbeterpunt also on oordelen.
 */
export const checkGrounds: Check = ({ chain }) =>
  writtenNodes(chain)
    .filter(({ soort }) => soort !== 'bevinding')
    .flatMap((node) => node.passages.flatMap((passage) => checkPassage(node, passage, chain)));

const OWN_AREA = 'noem bevindingen over dit gebied; wat gebieden samen laten zien, hoort in oordelen/overkoepelend.yaml';
const OWN_CRITERIUM =
  'noem een bevinding over dit criterium, geef een van deze er een indicator van, of schrijf niet_beoordeeld met een reden';

/** Whether a sentence of an oordeel, conclusie, point or verbeterpunt rests on what it may rest on. */
export function checkPassage(node: ChainNode, passage: ChainPassage, chain: Chain): Diagnostic[] {
  const { restsOn, pointer, label } = passage;
  if (restsOn.length === 0) {
    const help = 'noem onder rust_op de bevindingen waarop deze zin rust';
    return [error('oordeel/zonder-grond', `${label}: deze zin rust nergens op`, { ...at(node, pointer), help })];
  }
  const problems = restsOn.flatMap((ref, index) => {
    const ground = chain.nodes.get(ref);
    if (!ground) return [];
    return checkGround(node, passage, ground, chain).map(
      (d): Diagnostic => ({ ...d, ...at(node, `${pointer}/rust_op/${index}`) }),
    );
  });
  return [...problems, ...otherCriterium(node, passage, chain)];
}

function checkGround(node: ChainNode, { label }: ChainPassage, ground: ChainNode, chain: Chain): Diagnostic[] {
  if (ground === node) return [error('oordeel/op-zichzelf', `${label} rust op zichzelf`, { help: 'noem een bevinding' })];
  const mayRestOn = groundsFor(node, chain);
  if (!mayRestOn.includes(ground.soort)) {
    const message = `${label} rust op een ${ground.soort}; hier hoort een ${mayRestOn.slice(0, 2).join(' of ')}`;
    return [error('oordeel/verkeerde-grond', message, { help: `noem onder rust_op alleen ${mayRestOn.join(', ')}` })];
  }
  if (ground.tekst === '')
    return [
      error('oordeel/open-grond', `'${ground.ref}' heeft nog geen tekst`, { help: 'schrijf die eerst, of laat hem hier weg' }),
    ];
  if (goesRound(ground, chain)) {
    const message = `'${ground.ref}' rust langs een omweg alleen op zichzelf; er ligt geen bevinding onder`;
    return [error('oordeel/kring', message, { help: 'noem een bevinding, of een oordeel dat op een bevinding rust' })];
  }
  if (node.gebied === undefined || node.gebied === ground.gebied) return [];
  const message = `'${ground.ref}' gaat over ${ground.gebied ?? 'alle gebieden'}, dit oordeel over ${node.gebied}`;
  return [error('oordeel/ander-gebied', message, { help: OWN_AREA })];
}

/**
 * Whether all that lies below a ground leads back to itself, without ever reaching a bevinding or a "niet beoordeeld". What
 * ends elsewhere, in nothing or in something that does not exist, is reported where that stands.
 */
function goesRound(ground: ChainNode, chain: Chain): boolean {
  // A set takes in what is added while it is walked, so this visits everything below once.
  const reached = new Set([ground.ref]);
  for (const ref of reached) {
    const node = chain.nodes.get(ref);
    if (!node || node.soort === 'bevinding' || node.nietBeoordeeld || node.restsOn.length === 0) return false;
    for (const next of node.restsOn) reached.add(next);
  }
  return true;
}

/** On a criterium of one gebied the team judges straight from its bevindingen; what is wider may rest on judgements. */
function groundsFor({ soort, gebied, about }: ChainNode, chain: Chain): string[] {
  if (gebied === undefined) return ['bevinding', 'oordeel', 'conclusie', 'punt'];
  const onCriterium = soort === 'oordeel' && chain.norms.get(about[0] ?? '')?.soort === 'criterium';
  return onCriterium ? ['bevinding'] : ['bevinding', 'oordeel'];
}

/**
 * The oordeel itself rests on bevindingen about its criterium: that none is, is an error; that some are about another one
 * only a warning, and in an explanation or in samenhang it is the intention.
 */
function otherCriterium(node: ChainNode, { soort, label, restsOn, pointer }: ChainPassage, chain: Chain): Diagnostic[] {
  const [about = ''] = node.about;
  const norm = chain.norms.get(about);
  if (node.soort !== 'oordeel' || norm?.soort !== 'criterium' || !['tekst', 'gaat_goed'].includes(soort)) return [];
  const grounds = restsOn.flatMap((ref) => chain.nodes.get(ref) ?? []);
  const other = grounds.filter((ground) => !ground.about.some((ref) => ref === about || ref.startsWith(`${about}/`)));
  if (other.length === 0) return [];
  const names = other.map(({ ref }) => ref).join(', ');
  if (soort === 'tekst' && other.length === grounds.length) {
    const message = `dit oordeel rust op geen enkele bevinding over dit criterium (wel op ${names})`;
    return [error('oordeel/ander-criterium', message, { ...at(node, `${pointer}/rust_op`), help: OWN_CRITERIUM })];
  }
  return [
    warning('oordeel/ander-criterium', `${label} rust ook op ${names}, over een ander criterium`, {
      ...at(node, `${pointer}/rust_op`),
      help: 'klopt dat, laat het dan zo; hoort het bij dit criterium, geef de bevinding dan ook een indicator ervan',
    }),
  ];
}
