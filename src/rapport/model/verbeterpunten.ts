import { wholeRef } from '../../oordeel/chain.ts';
import { concernsGebied } from '../../oordeel/scope.ts';
import type {
  RapportVerbetergroep,
  RapportVerbeterpunt,
  RapportVerbeterverwijzing,
  Verbeterpunt,
} from '../../schema/generated/types.ts';
import { groupBy } from '../../source/order.ts';
import type { Material } from './material.ts';
import { present } from './numbering.ts';

/** The verbeterpunten of one report, numbered. */
export interface Verbeterpunten {
  /** Grouped by who keeps the direction, in order of first appearance. */
  groepen: RapportVerbetergroep[];
  /** Those that rest on a bevinding or oordeel about a criterium. */
  at(criterium: string): RapportVerbeterverwijzing[];
}

/** A verbeterpunt with its number and the place of its group. */
interface Numbered {
  punt: Verbeterpunt;
  nummer: string;
  anker: string;
}

/**
 * The verbeterpunten of a gebied, or all of them. Their numbers (V1, V2 …) are those of the whole onderzoek, so that a punt
 * is known by the same number in every report.
 */
export function numberVerbeterpunten(material: Material, gebied?: string): Verbeterpunten {
  const all = material.dossier.verbeterpunten?.value.verbeterpunten ?? [];
  const shown = all.filter((punt) => !gebied || concernsGebied(punt, gebied, material.dossier, material.chain));
  const regies = [...new Set(shown.map(({ regie }) => regie))];
  const items = shown.map((punt): Numbered => {
    return { punt, nummer: `V${all.indexOf(punt) + 1}`, anker: `verbeterpunten-${regies.indexOf(punt.regie) + 1}` };
  });
  return {
    groepen: groups(items, material),
    at: (criterium) =>
      items.flatMap(({ punt, nummer, anker }) => {
        const refs = punt.rust_op.filter((ref) => isAbout(ref, criterium, material));
        return refs.length > 0 ? [{ nummer, anker, tekst: punt.tekst, rust_op: material.numbering.evidence(refs) }] : [];
      }),
  };
}

/** How many verbeterpunten there are at a criterium, of a gebied or of all of them. */
export function countVerbeterpunten(material: Material, criterium: string, gebied?: string): number {
  const all = material.dossier.verbeterpunten?.value.verbeterpunten ?? [];
  const here = all.filter((punt) => !gebied || concernsGebied(punt, gebied, material.dossier, material.chain));
  return here.filter((punt) => punt.rust_op.some((ref) => isAbout(ref, criterium, material))).length;
}

function groups(items: readonly Numbered[], material: Material): RapportVerbetergroep[] {
  const naam = partyName(material);
  return [...groupBy(items, ({ punt }) => punt.regie)].map(([regie, group]) => ({
    regie: naam(regie),
    anker: group[0]?.anker ?? '',
    punten: group.map(
      ({ punt, nummer }): RapportVerbeterpunt => ({
        nummer,
        tekst: punt.tekst,
        aan_zet: punt.gericht_aan.map(naam),
        rust_op: material.numbering.evidence(punt.rust_op),
        ...present('termijn', punt.termijn),
        ...present('status', punt.status),
      }),
    ),
  }));
}

function isAbout(ref: string, criterium: string, { chain }: Material): boolean {
  const about = chain.nodes.get(wholeRef(chain, ref))?.about ?? [];
  return about.some((norm) => norm === criterium || chain.norms.get(norm)?.criterium?.ref === criterium);
}

function partyName({ dossier }: Material): (id: string) => string {
  const names = new Map((dossier.onderzoek.value.partijen ?? []).map(({ id, naam }) => [id, naam]));
  return (id) => names.get(id) ?? id;
}
