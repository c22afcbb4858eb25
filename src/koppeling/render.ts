import { countOf } from '../source/count.ts';
import type { Proposal } from './propose.ts';
import type { ProposedField } from './propose-values.ts';

/** Writes a proposed koppeling as YAML, with comments where someone must look or fill in. Every text is quoted: none reads as something else. */
export function renderProposal(proposal: Proposal, { bestand, schemaLine }: { bestand: string; schemaLine: string }): string {
  const { levering, blad, koprij, overslaan, negeer, extra } = proposal;
  const lines = [
    `# Voorstel van tsd bij ${quote(bestand)}: kijk het na voordat u ermee inleest.`,
    'formaat: 1',
    `levering: ${quote(levering)}`,
    ...(blad === undefined ? [] : [`blad: ${quote(blad)}`]),
    ...(koprij === undefined ? [] : [`koprij: ${koprij}`]),
    ...block('overslaan', overslaan, ({ kolom, reden }) => [
      `  - { kolom: ${quote(kolom)}, leeg: "ja", reden: ${quote(reden)} }`,
    ]),
    ...block('negeer', negeer, ({ kolom, reden }) => [`  - { kolom: ${quote(kolom)}, reden: ${quote(reden)} }`]),
    ...extra.map((name) => `# niet gekoppeld, wordt bewaard onder extra: ${quote(name)}`),
    'bron:',
    ...part(proposal, 'bron'),
    ...fieldsOf('waarneming', part(proposal, 'waarneming')),
    ...block('waarnemingen', proposal.waarnemingen, ({ code, fields }) => [
      `  - code: ${quote(code)}`,
      ...fields.flatMap((field) => fieldLines(field, '    ')),
    ]),
  ];
  return `${schemaLine}${lines.join('\n')}\n`;
}

function part({ bron, waarneming, ontbreekt }: Proposal, deel: 'bron' | 'waarneming'): string[] {
  const fields = deel === 'bron' ? bron : waarneming;
  return [
    ...fields.flatMap((field) => fieldLines(field, '  ')),
    ...ontbreekt.filter((item) => item.deel === deel).map(({ veld, uitleg }) => `  # NOG INVULLEN: ${veld} (${uitleg})`),
  ];
}

/** A block in which nothing stands, comments left out, must be written as such. */
function fieldsOf(name: string, lines: readonly string[]): string[] {
  const isEmpty = lines.every((line) => line.trimStart().startsWith('#'));
  return isEmpty ? [...lines, `${name}: {}`] : [`${name}:`, ...lines];
}

function block<T>(name: string, items: readonly T[], linesOf: (item: T) => string[]): string[] {
  return items.length === 0 ? [] : [`${name}:`, ...items.flatMap(linesOf)];
}

function fieldLines(
  { veld, waarde, uitleg, aannames = [], onbekend = [], verzwegen = 0, keuze }: ProposedField,
  indent: string,
): string[] {
  const { waarden, ...rest } = waarde;
  const notes = uitleg.map((line) => `${indent}# ${line}`);
  const pairs = Object.entries(rest).map(
    ([key, value]) => `${key}: ${Array.isArray(value) ? `[${value.map(quote).join(', ')}]` : quote(String(value))}`,
  );
  if (!waarden) return [...notes, `${indent}${veld}: { ${pairs.join(', ')} }`];
  return [
    ...notes,
    `${indent}${veld}:`,
    ...pairs.map((pair) => `${indent}  ${pair}`),
    // A block without anything in it is none: whoever fills in a word opens it as well.
    `${indent}  ${Object.keys(waarden).length > 0 ? '' : '# '}waarden:`,
    ...Object.entries(waarden).map(([theirs, ours]) => {
      const note = aannames.includes(theirs) ? ' # NAGAAN: aangenomen' : '';
      return `${indent}    ${quote(theirs)}: ${quote(ours)}${note}`;
    }),
    ...(onbekend.length > 0 && keuze !== undefined ? [`${indent}    # NOG INVULLEN, ${keuze}`] : []),
    ...onbekend.map(({ woord, bedoelt }) => {
      const note = bedoelt === undefined ? '' : ` # NAGAAN: bedoelt u ${quote(bedoelt)}? haal dan het eerste hekje weg`;
      return `${indent}    # ${quote(woord)}: ${quote(bedoelt ?? '')}${note}`;
    }),
    ...(verzwegen > 0 ? [`${indent}    # ${withheld(verzwegen)}`] : []),
  ];
}

function withheld(count: number): string {
  return `${countOf(count, 'woord', 'woorden')} met persoonsgegevens ${count === 1 ? 'staat' : 'staan'} hier niet`;
}

/** As JSON, which is YAML as well. */
function quote(text: string): string {
  return JSON.stringify(text);
}
