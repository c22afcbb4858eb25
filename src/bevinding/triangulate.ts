import type {
  Bevinding,
  BewaardeOnderbouwing,
  Bron,
  Bronsoort,
  Perspectief,
  VernietigingBestand,
  Waarneming,
} from '../schema/generated/types.ts';
import { byText } from '../source/order.ts';

/** What kind of source spoke, and whose view it was. */
export interface SourceKind {
  soort: Bronsoort;
  perspectief: Perspectief;
}

/** The sources behind one bevinding, as kinds: no source, function or date can be told from it. */
export interface Triangulation {
  /** Kinds of sources that support it, ordered by perspectief and soort. */
  voor: SourceKind[];
  /** Kinds of sources that contradict it. */
  tegen: SourceKind[];
  /** The soorten and perspectieven that support it, each once. */
  soorten: Bronsoort[];
  perspectieven: Perspectief[];
  /** Whether everything that supports it is of one soort: only gesprekken, or only dossiers. */
  enkeleSoort: boolean;
}

/** Where waarnemingen and their bronnen are looked up by id. */
export interface Sources {
  waarnemingen: ReadonlyMap<string, Waarneming>;
  bronnen: ReadonlyMap<string, Bron>;
  /** By id of a bevinding what was kept of its sources when the werkdossier was destroyed. */
  bewaard: ReadonlyMap<string, BewaardeOnderbouwing>;
}

/** Indexes the waarnemingen and bronnen of a dossier by id. */
export function indexSources(dossier: {
  waarnemingen: readonly Waarneming[];
  bronnen: readonly Bron[];
  vernietiging?: { value: VernietigingBestand };
}): Sources {
  return {
    waarnemingen: new Map(dossier.waarnemingen.map((item) => [item.id, item])),
    bronnen: new Map(dossier.bronnen.map((item) => [item.id, item])),
    bewaard: new Map((dossier.vernietiging?.value.rapport.bevindingen ?? []).map((item) => [item.id, item])),
  };
}

/**
 * Names the kinds of sources for and against a bevinding; sources it names itself count as support. Of a werkdossier that was
 * destroyed these are the kinds that were kept.
 */
export function triangulate(bevinding: Bevinding, sources: Sources): Triangulation {
  const kept = sources.bewaard.get(bevinding.id);
  const voor = distinct([...kindsOf(bevinding.steunt_op, sources), ...(kept?.voor ?? []), ...(bevinding.bronnen ?? [])]);
  const soorten = [...new Set(voor.map(({ soort }) => soort))].sort(byText);
  const perspectieven = [...new Set(voor.map(({ perspectief }) => perspectief))].sort(byText);
  return {
    voor,
    tegen: distinct([...kindsOf(bevinding.weersproken_door, sources), ...(kept?.tegen ?? [])]),
    soorten,
    perspectieven,
    enkeleSoort: soorten.length === 1,
  };
}

function kindsOf(refs: readonly string[] = [], { waarnemingen, bronnen }: Sources): SourceKind[] {
  return refs.flatMap((ref) => {
    const waarneming = waarnemingen.get(ref.slice('waarneming:'.length));
    return (waarneming && bronnen.get(waarneming.bron)) ?? [];
  });
}

function distinct(kinds: readonly SourceKind[]): SourceKind[] {
  const seen = new Map(kinds.map(({ soort, perspectief }) => [`${perspectief} ${soort}`, { soort, perspectief }]));
  return [...seen].sort(([a], [b]) => byText(a, b)).map(([, kind]) => kind);
}
