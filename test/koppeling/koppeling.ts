import { stringifyYaml } from '../../src/source/yaml.ts';
import { deliver } from '../waarneming/onderzoek.ts';

/** The koppeling of most tests: one remark to a row, from one respondent. */
export const KOPPELING = {
  formaat: 1,
  levering: 'reacties',
  bron: {
    id: { kolom: 'Nr', vooraf: 'r-' },
    soort: { vast: 'vragenlijst' },
    perspectief: { kolom: 'Rol', waarden: { Cliënt: 'burger', Ouder: 'naaste' } },
    datum: { kolom: 'Datum', datum: 'd/m/jjjj' },
    gebieden: { kolom: 'Gemeente' },
  },
  waarneming: { id: { kolom: 'Nr', vooraf: 'r-' }, tekst: { kolom: 'Opmerking' } },
};

/** A row of the table of most tests. */
export const RIJ = { Nr: '1', Rol: 'Cliënt', Datum: '14/2/2026', Gemeente: 'Fictiehove', Opmerking: 'Ik wist het niet.' };

/** Writes a koppeling beside the onderzoek and gives its path. */
export function koppel(folder: string, change: object = {}, name = 'koppeling.yaml'): string {
  return deliver(folder, name, stringifyYaml({ ...KOPPELING, ...change }));
}

/** A table as CSV, each row a change of `RIJ`; columns as the first row has them. */
export function tabel(...rows: Partial<Record<string, string>>[]): string {
  const columns = [...new Set([...Object.keys(RIJ), ...rows.flatMap((row) => Object.keys(row))])];
  const quote = (text: string) => (/[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const lines = rows.map((row) => {
    const cells = new Map<string, string | undefined>(Object.entries({ ...RIJ, ...row }));
    return columns.map((column) => quote(cells.get(column) ?? '')).join(';');
  });
  return `${[columns.map(quote).join(';'), ...lines].join('\r\n')}\r\n`;
}
