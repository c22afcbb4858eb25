import type { Bron, Waarneming } from '../schema/generated/types.ts';
import type { ChainNode } from './chain-model.ts';
import type { Norm } from './norms.ts';
import type { TraceContext } from './trace-model.ts';

/** What is said of something whose werkdossier does not lie here: that it was destroyed, or that it lies elsewhere. */
export function absence({ dossier }: TraceContext): string {
  const { vernietiging } = dossier;
  return vernietiging ? `vernietigd op ${vernietiging.value.datum}` : 'het werkdossier ligt niet op deze plaats';
}

/** What is known of a node besides its text: of a bron and a waarneming where they come from, of anything else its gebied. */
export function factsOf(node: ChainNode, context: TraceContext): string[] {
  const [, id = ''] = node.ref.split(':');
  if (node.soort === 'bron') return bronFacts(context.bronnen.get(id));
  const withdrawn = node.ingetrokken ? [`ingetrokken op ${node.ingetrokken.datum}: ${node.ingetrokken.reden}`] : [];
  if (node.soort === 'waarneming') return [...waarnemingFacts(context.waarnemingen.get(id)), ...withdrawn];
  return [...withdrawn, ...(node.gebied ? [node.gebied] : []), ...(node.nietBeoordeeld ? ['niet beoordeeld'] : [])];
}

/** Where a norm comes from: its kader at the pinned version, its place in the source, its basis in law, and how it was sharpened. */
export function normFacts({ soort, ref, criterium }: Norm, { dossier }: TraceContext): string[] {
  if (!criterium || soort === 'thema') return [];
  const item = soort === 'indicator' ? criterium.indicatoren.find((indicator) => indicator.ref === ref) : criterium;
  const written = [
    ...(item?.toespitsing ? [`toegespitst: ${item.toespitsing}`] : []),
    ...(item?.deelvragen.length ? [`dient deelvraag: ${item.deelvragen.join(', ')}`] : []),
  ];
  if (soort === 'indicator') return written;
  const kader = dossier.kaders.find(({ id, bron }) => id === criterium.kader?.id && bron.versie === criterium.kader.versie);
  const version = criterium.kader ? `kader ${criterium.kader.id}@${criterium.kader.versie}` : 'eigen criterium van dit onderzoek';
  const laws = (kader?.bron.grondslagen ?? []).map(({ titel }) => titel);
  const basis = laws.length > 0 ? [`grondslagen van het kader: ${laws.join(', ')}`] : [];
  return [version, `vindplaats: ${criterium.vindplaats}`, ...basis, ...written];
}

function bronFacts(bron: Bron | undefined): string[] {
  if (!bron) return [];
  const { soort, perspectief, respondenttype, datum, casus, partij } = bron;
  return [soort, perspectief, respondenttype, datum, casus && `casus ${casus}`, partij].flatMap((fact) => fact || []);
}

function waarnemingFacts(waarneming: Waarneming | undefined): string[] {
  if (!waarneming) return [];
  const { gebied, strekking, vertrouwelijk, herkomst = [] } = waarneming;
  const places = herkomst.map(({ bestand, plaats }) => `${bestand} › ${plaats}`);
  return [gebied, strekking, vertrouwelijk === 'ja' ? 'vertrouwelijk' : undefined, ...places].filter(
    (fact) => fact !== undefined,
  );
}
