import type { Dossier } from '../onderzoek/dossier.ts';
import { stringifyYaml } from '../source/yaml.ts';
import type { Chain } from './chain.ts';
import { oordeelRef } from './chain-model.ts';

/** The text of a new `verbeterpunten.yaml`: an empty list, and above it what one looks like with the partijen of this onderzoek. */
export function newVerbeterpunten({ onderzoek }: Dossier, chain: Chain): string {
  const { partijen = [], gebieden, datum } = onderzoek.value;
  const regie = partijen.find(({ soort }) => soort === 'gemeente') ?? partijen[0];
  const other = partijen.find((partij) => partij !== regie) ?? regie;
  const criterium = [...chain.norms.values()].find(({ soort }) => soort === 'criterium')?.ref ?? 'kader/criterium';
  const lines = [
    'Verbeterpunten: wat beter kan, wie aan zet is en waar het op rust. Zet ze onder verbeterpunten, bijvoorbeeld:',
    '  - id: korte-naam',
    '    tekst: Wat er beter kan, in een of twee zinnen.',
    `    gericht_aan: [${other?.id ?? 'partij'}]`,
    `    regie: ${regie?.id ?? 'partij'}`,
    `    rust_op: ["bevinding:id", "${oordeelRef(gebieden[0]?.id ?? 'gebied', criterium)}"]`,
    `    termijn: "${Number(datum.slice(0, 4)) + 1}-01-01"`,
    '    status: voorgesteld',
    partijen.length > 0 ? 'De partijen van dit onderzoek:' : 'Zet de partijen eerst in onderzoek.yaml, onder partijen.',
    ...partijen.map(({ id, naam }) => `  ${id}  ${naam}`),
  ];
  return `${lines.map((line) => `# ${line}\n`).join('')}${stringifyYaml({ formaat: 1, verbeterpunten: [] })}`;
}
