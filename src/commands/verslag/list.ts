import { type BronMetVerslag, hasVerslag, isOpen } from '../../onderzoek/open-verslagen.ts';
import { enumeration } from '../../schema/enumeration.ts';
import { countOf } from '../../source/count.ts';
import { type ListedVerslag, listCsv, listText } from '../../verslag/list-text.ts';
import { fileOfVerslag } from '../check/verslagen.ts';
import type { Outcome } from '../outcome.ts';
import { readOnderzoek } from '../read/onderzoek.ts';
import { refuseElsewhere } from '../werkdossier/elsewhere.ts';
import { refuseDestroyed } from '../werkdossier/vernietigd.ts';
import { requireStatus } from './status.ts';

/** Which verslagen are asked for, as a person writes it, and how they are shown. */
export interface VerslagListRequest {
  status?: readonly string[] | undefined;
  /** Only those that are concept or voorgelegd. */
  open?: boolean | undefined;
  format?: 'tabel' | 'csv' | 'json' | undefined;
  /** How many characters fit on a line of the screen; absent in a pipe. */
  breedte?: number | undefined;
}

/** `tsd verslag list <onderzoek>`: the verslagen of bronnen with their status, and whether their files are as they were. */
export function listVerslagen(argument: string, { status = [], open = false, format, breedte }: VerslagListRequest): Outcome {
  const wanted = status.map(requireStatus);
  const { dossier, reading } = readOnderzoek(argument);
  refuseDestroyed(dossier, 'er zijn geen verslagen meer');
  refuseElsewhere(dossier, reading, 'van welke verslagen er zijn, is hier niets bekend');
  const all = dossier.bronnen.filter(hasVerslag);
  const list = all
    .filter((bron) => (!open || isOpen(bron)) && (wanted.length === 0 || wanted.includes(bron.verslag.status)))
    .map((bron): ListedVerslag => ({ bron, bestand: fileOfVerslag(dossier.folder, bron.verslag) }));
  const without = dossier.bronnen.length - all.length;
  return {
    ...reading,
    stdout: format === 'csv' ? listCsv(list) : listText(list, breedte),
    data: {
      verslagen: list.map(({ bron: { id, soort, datum, verslag }, bestand }) => ({
        bron: id,
        soort,
        bron_datum: datum,
        ...verslag,
        bestand,
      })),
    },
    messages: [
      `${list.length} van de ${all.length} verslagen${counts(list.map(({ bron }) => bron))}`,
      ...(without > 0 ? [`${countOf(without, 'bron', 'bronnen')} zonder verslag`] : []),
    ],
  };
}

/** “: 3 concept, 9 akkoord”, in the order of the statuses. */
function counts(list: readonly BronMetVerslag[]): string {
  const parts = enumeration('verslagstatus').flatMap((status) => {
    const count = list.filter(({ verslag }) => verslag.status === status).length;
    return count > 0 ? `${count} ${status}` : [];
  });
  return parts.length > 0 ? `: ${parts.join(', ')}` : '';
}
