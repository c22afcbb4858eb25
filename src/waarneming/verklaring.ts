import { schemaLineIn } from '../onderzoek/schema-line.ts';
import type { ManifestBestand, VernietigingBestand } from '../schema/generated/types.ts';
import { stringifyYaml } from '../source/yaml.ts';

/** What a verklaring covers: nobody can vouch for copies. */
export const REIKWIJDTE =
  'De map werkdossier van dit onderzoek. Reservekopieën, ingepakte werkdossiers en geleverde bestanden die elders liggen, vallen hier niet onder.';

const LINES = `# Door tsd geschreven: het werkdossier van dit onderzoek is vernietigd. Hier staat niets in van wat respondenten zeiden.
# Het manifest (werkdossier.manifest.yaml) blijft staan: het noemt de ids waar zinnen op rusten.
`;

/** The lines of a manifest as a verklaring names them; the ids stay in the manifest. */
export function destroyedFiles(
  lines: ManifestBestand['bestanden'],
  { missing, changed }: { missing: readonly string[]; changed: readonly string[] },
): VernietigingBestand['bestanden'] {
  const stands = new Map<string, 'ontbrak' | 'gewijzigd'>([
    ...missing.map((pad) => [pad, 'ontbrak'] as const),
    ...changed.map((pad) => [pad, 'gewijzigd'] as const),
  ]);
  return lines.map(({ pad, sha256 }) => {
    const stand = stands.get(pad);
    return { pad, sha256, ...(stand ? { stand } : {}) };
  });
}

/** The text of a verklaring; `pad` is its path in the onderzoek. */
export function renderVerklaring(pad: string, value: VernietigingBestand): string {
  return schemaLineIn(pad, 'vernietiging') + LINES + stringifyYaml(value);
}
