import { PERSPECTIEVEN } from '../../bevinding/material.ts';
import { type SourceKind, triangulate } from '../../bevinding/triangulate.ts';
import { SPRAK, ZWEEG } from '../../grafiek/soort/perspectieven.ts';
import type { Perspectief } from '../../schema/generated/types.ts';
import type { Cijfers } from './grafieken.ts';
import { PERSPECTIEFNAMEN } from './labels.ts';
import { bevindingenAbout, type Material } from './material.ts';
import { DREMPEL } from './options.ts';
import { isNamed, publicTables } from './sources-table.ts';

/**
 * Which perspectieven spoke on which criterium, by the bevindingen about it. In public a kind of source counts only in a gebied
 * where its number is named, so that what one of a few said is not told; over all gebieden it is what the local reports show
 * together, and nothing more.
 */
export function spokenAbout(material: Material, gebied?: string): Cijfers {
  const { dossier, options, criteria } = material;
  const open = options.diepte !== 'openbaar';
  const tables = open ? new Map() : publicTables(dossier);
  const told = (kind: SourceKind, where: string): boolean =>
    open || isNamed(tables.get(where) ?? { regels: [], toelichting: '' }, kind);
  const heard = criteria.map(({ ref, titel }) => {
    const kinds = bevindingenAbout(material, ref, gebied).flatMap((item) => {
      const { voor, tegen } = triangulate(item.bevinding, material.sources);
      return [...voor, ...tegen].filter((kind) => told(kind, item.gebied));
    });
    return { titel, who: new Set(kinds.map(({ perspectief }) => perspectief)) };
  });
  const everyone = new Set<Perspectief>(['burger', ...heard.flatMap(({ who }) => [...who])]);
  const shown = PERSPECTIEVEN.filter((perspectief) => everyone.has(perspectief));
  const drempel = dossier.instellingen.privacy?.drempel ?? DREMPEL;
  return {
    soort: 'perspectieven',
    titel: 'Wie sprak over welk criterium',
    kop: ['Criterium', ...shown.map((perspectief) => PERSPECTIEFNAMEN[perspectief])],
    regels: heard.every(({ who }) => who.size === 0)
      ? []
      : heard.map(({ titel, who }) => [titel, ...shown.map((perspectief) => (who.has(perspectief) ? SPRAK : ZWEEG))]),
    ...(open
      ? {}
      : {
          toelichting: `Soorten bronnen waarvan er minder dan ${drempel} zijn, tellen hier niet mee. Zo is niemand te herleiden.`,
        }),
    leeg: 'Van geen enkel perspectief zijn er zo veel bronnen dat is te tonen over welke criteria het sprak.',
  };
}
