import type { Dossier } from '../onderzoek/dossier.ts';
import { stringifyYaml } from '../source/yaml.ts';
import type { Chain } from './chain.ts';
import { oordeelRef } from './chain-model.ts';

/** The text of a new `verbeterpunten.yaml`: room for a list, and above it what one looks like with the partijen of this onderzoek. */
export function newVerbeterpunten({ onderzoek }: Dossier, chain: Chain): string {
  const { partijen = [], gebieden, datum } = onderzoek.value;
  const gebied = gebieden[0]?.id ?? 'gebied';
  // The parties of one gebied: an example that mixes two would be one of nothing.
  const here = partijen.filter((partij) => partij.gebieden?.includes(gebied));
  const own = here.length > 0 ? here : partijen;
  const regie = own.find(({ soort }) => soort === 'gemeente') ?? own[0];
  const other = own.find((partij) => partij !== regie) ?? regie;
  const criterium = [...chain.norms.values()].find(({ soort }) => soort === 'criterium')?.ref ?? 'kader/criterium';
  const lines = [
    'Verbeterpunten: wat beter kan, wie aan zet is en waar het op rust. Zet ze onderaan dit bestand, bijvoorbeeld:',
    '  - id: korte-naam',
    '    tekst: Wat er beter kan, in een of twee zinnen.',
    `    gericht_aan: [${other?.id ?? 'partij'}]`,
    `    regie: ${regie?.id ?? 'partij'}`,
    `    rust_op: ["bevinding:id", "${oordeelRef(gebied, criterium)}"]`,
    `    termijn: "${Number(datum.slice(0, 4)) + 1}-01-01"`,
    '    status: voorgesteld',
    partijen.length > 0 ? 'De partijen van dit onderzoek:' : 'Zet de partijen eerst in onderzoek.yaml, onder partijen.',
    ...partijen.map(({ id, naam }) => `  ${id}  ${naam}`),
  ];
  // Without `[]`, so that a list can be written under it.
  return `${lines.map((line) => `# ${line}\n`).join('')}${stringifyYaml({ formaat: 1 })}verbeterpunten:\n`;
}
