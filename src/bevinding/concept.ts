import { type Bestand, type Dossier, livingBevindingen } from '../onderzoek/dossier.ts';
import type { AangeleverdeBevinding, Bevinding, BevindingenAanleveringBestand } from '../schema/generated/types.ts';
import { editYaml } from '../source/edit.ts';
import type { Edit } from '../source/edit-value.ts';
import { stringifyYaml } from '../source/yaml.ts';
import { recordPrint } from './delivered.ts';
import type { Materiaal } from './material.ts';

/** The living bevindingen that are recorded for a gebied, in order. */
export function recorded(dossier: Dossier, gebied: string): Bevinding[] {
  return dossier.bevindingen
    .filter(({ value }) => value.gebied === gebied)
    .flatMap(({ value }) => livingBevindingen(value.bevindingen));
}

/**
 * Ids for new bevindingen of a gebied: the numbers after the highest that was ever used there, as far as that can be seen. An
 * id is never given again, so one whose bevinding was taken out counts where it is still named, and so does one in a draft.
 */
export function freeIds(dossier: Dossier, gebied: string, count: number, drafted: readonly string[] = []): string[] {
  const recordedIds = dossier.bevindingen.flatMap(({ value }) => value.bevindingen.map(({ id }) => id));
  const numbers = [...recordedIds, ...namedIds(dossier), ...drafted]
    .map((id) => (id.startsWith(`${gebied}-`) ? Number(id.slice(gebied.length + 1)) : 0))
    .filter(Number.isInteger);
  const highest = numbers.reduce((most, number) => Math.max(most, number), 0);
  return Array.from({ length: count }, (_, index) => `${gebied}-${highest + index + 1}`);
}

/** The bevindingen that are named in what rests on them, in a `rust_op`, a fingerprint or a comment. */
function namedIds({ oordelen, overkoepelend, verbeterpunten }: Dossier): string[] {
  const files = [...oordelen, overkoepelend, verbeterpunten].filter((bestand) => bestand !== undefined);
  return files.flatMap(({ source }) => [...source.text.matchAll(/bevinding:([\w-]+)/g)].map(([, id = '']) => id));
}

/** The ids in the draft of a gebied: those it began with, and those the team has written since. */
export function draftedIds({ value }: Bestand<BevindingenAanleveringBestand>): string[] {
  return [...Object.keys(value.basis ?? {}), ...value.bevindingen.flatMap(({ id }) => id ?? [])];
}

/**
 * The draft of one gebied as YAML: the material to read, and the list in which the team writes. Where there is a draft
 * already only the material is renewed and what is recorded since is added: what the team wrote in it stays.
 */
export function conceptText(
  materiaal: Materiaal,
  dossier: Dossier,
  before: Bestand<BevindingenAanleveringBestand> | undefined,
): string {
  const list = recorded(dossier, materiaal.gebied);
  const basis = Object.fromEntries(list.map((bevinding) => [bevinding.id, recordPrint(bevinding)]));
  const material = { materiaal: materiaal.criteria, ongecodeerd: materiaal.ongecodeerd };
  if (before) return renewed(before, list, basis, material);
  const [id = ''] = freeIds(dossier, materiaal.gebied, 1);
  const room = stringifyYaml({ formaat: 1, gebied: materiaal.gebied, bevindingen: list.map(withoutPrints) });
  return `${explanation(id, materiaal)}${room}${MATERIAL}${stringifyYaml({ basis, ...material })}`;
}

const MATERIAL = '# Hieronder hoeft u niets in te vullen: de waarnemingen naast elkaar, om te lezen.\n';

function explanation(id: string, { criteria }: Materiaal): string {
  const [first] = criteria.flatMap(({ indicatoren }) => indicatoren).filter(({ perspectieven }) => perspectieven.length > 0);
  const lines = [
    'Concept: hier maakt het team van waarnemingen bevindingen. Dit bestand bevat teksten van respondenten en',
    'blijft in het werkdossier, buiten git. Schrijf onder bevindingen, en lees ze in met tsd bevindingen ingest.',
    'Een bevinding ziet er zo uit:',
    `  - id: ${id}`,
    '    tekst: Een zin die het team voor zijn rekening neemt.',
    `    indicatoren: [${first?.indicator ?? 'kader/criterium/indicator'}]`,
    '    strekking: kan beter          # gaat goed, kan beter, wisselend of feit; mag ook weg',
    `    steunt_op: [${first?.perspectieven[0]?.waarnemingen[0]?.waarneming ?? 'waarneming:id'}]`,
    '    weersproken_door: []          # waarnemingen die haar tegenspreken',
    '    weging: Hoe het team tegenspraak, of een enkele soort bron, heeft gewogen.',
  ];
  return lines.map((line) => `# ${line}\n`).join('');
}

function renewed(
  before: Bestand<BevindingenAanleveringBestand>,
  list: readonly Bevinding[],
  basis: Record<string, string>,
  material: Pick<BevindingenAanleveringBestand, 'materiaal' | 'ongecodeerd'>,
): string {
  const present = new Set(before.value.bevindingen.map(({ id }) => id));
  const fresh = list.filter(({ id }) => !present.has(id));
  const known = Object.fromEntries(fresh.flatMap(({ id }) => (basis[id] ? [[id, basis[id]]] : [])));
  const edits: Edit[] = [
    { kind: 'set', pointer: '', key: 'basis', value: { ...before.value.basis, ...known } },
    { kind: 'set', pointer: '', key: 'materiaal', value: material.materiaal },
    { kind: 'set', pointer: '', key: 'ongecodeerd', value: material.ongecodeerd },
  ];
  if (fresh.length > 0) edits.push({ kind: 'append', pointer: '/bevindingen', values: fresh.map(withoutPrints) });
  return editYaml(before.source, edits);
}

function withoutPrints({ vingerafdrukken: _, ...bevinding }: Bevinding): AangeleverdeBevinding {
  return bevinding;
}
