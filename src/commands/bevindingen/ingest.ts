import { extname, join, resolve } from 'node:path';
import { type Delivery, deliveryOfYaml, recordPrint } from '../../bevinding/delivered.ts';
import { changedFields, type Merged, mergeBevindingen, nothingTaken, type Taken } from '../../bevinding/merge.ts';
import { deliveryOfWorkbook, EXPECTED } from '../../bevinding/read-workbook.ts';
import { bevindingPrints, type Known } from '../../bevinding/resolve.ts';
import { formOrigin } from '../../bevinding/workbook.ts';
import { editBevindingen, newBevindingenText } from '../../bevinding/write.ts';
import { error, hasErrors } from '../../diagnostics/diagnostic.ts';
import { fileSize, readBytes, shownPath } from '../../io/files.ts';
import { readWorkbookFile } from '../../io/workbook.ts';
import type { FileChange } from '../../io/writer.ts';
import type { Bestand, Dossier } from '../../onderzoek/dossier.ts';
import type { FormOrigin } from '../../onderzoek/form.ts';
import { privacyGuard } from '../../onderzoek/privacy.ts';
import { toetsCriteria } from '../../onderzoek/toetsing.ts';
import type { BevindingenAanleveringBestand, BevindingenBestand, Telling } from '../../schema/generated/types.ts';
import { countOf } from '../../source/count.ts';
import { editYaml } from '../../source/edit.ts';
import { groupBy } from '../../source/order.ts';
import { parseYaml } from '../../source/yaml.ts';
import { createWords } from '../../waarneming/words.ts';
import { nextAfter } from '../onderzoek/work-places.ts';
import type { Outcome } from '../outcome.ts';
import { readOnderzoek } from '../read/onderzoek.ts';
import { type Reading, readYaml } from '../read/yaml.ts';
import { schemaLine } from '../schema-line.ts';
import { readKoppeling } from '../waarnemingen/koppeling-read.ts';
import { warnInGit } from '../warn-in-git.ts';
import { readForeignBevindingen } from './read-foreign.ts';

/** What `tsd bevindingen ingest` is asked for. */
export interface IngestOptions {
  /** Let the delivery win where both sides changed since the draft. */
  vervang?: boolean;
  /** The file that says how the columns of a table of elsewhere are called here. */
  koppeling?: string;
}

interface ReadDeliveries {
  deliveries: Delivery[];
  /** Drafts in YAML, whose `basis` moves along with what was taken from them. */
  concepts: Bestand<BevindingenAanleveringBestand>[];
}

/** `tsd bevindingen ingest`: takes bevindingen from workbooks and YAML into `bevindingen/<gebied>.yaml`, all or nothing. */
export async function ingestBevindingen(argument: string, paths: readonly string[], options: IngestOptions): Promise<Outcome> {
  const { dossier, reading } = readOnderzoek(argument);
  const { deliveries, concepts } =
    options.koppeling === undefined
      ? await readDeliveries(paths, dossier, reading)
      : await readForeign(paths, options.koppeling, dossier, reading);
  const inGit = warnInGit(
    paths.map((path) => resolve(path)),
    dossier,
  );
  reading.diagnostics.push(...inGit);
  const known = knownOf(dossier);
  const { value, diagnostics } = mergeBevindingen(dossier, deliveries, known, options.vervang);
  const result = hasErrors(reading.diagnostics) ? nothingTaken(value.telling) : value;
  const taken = result.taken.map((item) => ({
    ...item,
    bevinding: { ...item.bevinding, vingerafdrukken: bevindingPrints(item.bevinding, known) },
  }));
  const written = filesOf(dossier, taken);
  return {
    sources: reading.sources,
    diagnostics: [...reading.diagnostics, ...diagnostics],
    data: { ...result.telling },
    messages: [...messagesOf(result), await nextAfter({ ...dossier, bevindingen: asWritten(dossier, written) })],
    files: [...written, ...renewedConcepts(dossier, concepts, taken)],
    base: dossier.folder,
  };
}

async function readDeliveries(paths: readonly string[], dossier: Dossier, reading: Reading): Promise<ReadDeliveries> {
  const now = formOrigin(dossier);
  const found: ReadDeliveries = { deliveries: [], concepts: [] };
  for (const path of paths.map((written) => resolve(written))) {
    const kind = extname(path).toLowerCase();
    if (kind === '.yaml' || kind === '.yml') readYamlDelivery(path, reading, found);
    else if (kind === '.xlsx') await readWorkbookDelivery(path, now, reading, found);
    else if (kind === '.docx') await readWordDelivery(path, dossier, reading, found);
    else {
      fileSize(path);
      const message = `bevindingen worden gelezen uit .xlsx, .docx en .yaml, niet uit '${kind || 'een bestand zonder extensie'}'`;
      reading.diagnostics.push(
        error('bevinding/onbekend-formaat', message, { file: shownPath(path), help: 'sla het op als .xlsx' }),
      );
    }
  }
  return found;
}

/** Reads tables of elsewhere, all with one koppeling. */
async function readForeign(
  paths: readonly string[],
  koppelingPath: string,
  dossier: Dossier,
  reading: Reading,
): Promise<ReadDeliveries> {
  const words = createWords(dossier);
  const koppeling = readKoppeling(koppelingPath, 'bevinding', words, reading);
  const found: ReadDeliveries = { deliveries: [], concepts: [] };
  for (const path of paths.map((written) => resolve(written))) {
    const delivery = await readForeignBevindingen(path, { koppeling, words, reading });
    if (delivery) found.deliveries.push(delivery);
  }
  reading.diagnostics.push(...koppeling.ids.warnings());
  return found;
}

function readYamlDelivery(path: string, reading: Reading, found: ReadDeliveries): void {
  const bestand = readYaml(path, 'bevindingen-aanlevering', reading);
  if (bestand) found.deliveries.push(deliveryOfYaml(bestand));
  if (bestand?.value.basis) found.concepts.push(bestand);
}

async function readWorkbookDelivery(path: string, now: FormOrigin, reading: Reading, found: ReadDeliveries): Promise<void> {
  const { value, diagnostics } = await readWorkbookFile(path, { expected: EXPECTED });
  reading.diagnostics.push(...diagnostics);
  if (hasErrors(diagnostics)) return;
  const delivery = deliveryOfWorkbook(value, shownPath(path), now);
  reading.diagnostics.push(...delivery.diagnostics);
  found.deliveries.push(delivery.value);
}

async function readWordDelivery(path: string, dossier: Dossier, reading: Reading, found: ReadDeliveries): Promise<void> {
  const [{ readWord }, { deliveryOfWord }] = await Promise.all([
    import('../../word/read.ts'),
    import('../../bevinding/read-word.ts'),
  ]);
  const file = shownPath(path);
  const { value, diagnostics } = readWord(readBytes(path));
  reading.diagnostics.push(...diagnostics.map((problem) => ({ ...problem, file })));
  if (!value) return;
  const recorded = dossier.bevindingen.flatMap((bestand) => bestand.value.bevindingen);
  const delivery = deliveryOfWord(value, file, { now: formOrigin(dossier), recorded });
  reading.diagnostics.push(...delivery.diagnostics);
  found.deliveries.push(delivery.value);
}

function knownOf(dossier: Dossier): Known {
  const { onderzoek, toetsingskader, kaders } = dossier;
  const criteria = toetsingskader ? toetsCriteria(toetsingskader.value, kaders) : [];
  return {
    gebieden: onderzoek.value.gebieden.map(({ id }) => id),
    indicatoren: criteria.flatMap(({ indicatoren }) => indicatoren),
    weggelaten: toetsingskader?.value.weggelaten ?? [],
    waarnemingen: new Map(dossier.waarnemingen.map((waarneming) => [waarneming.id, waarneming])),
    bronnen: new Map(dossier.bronnen.map((bron) => [bron.id, bron])),
    vastleggers: [...onderzoek.value.inspecties, ...(onderzoek.value.partners ?? [])].map(({ id }) => id),
    guard: privacyGuard(dossier),
  };
}

interface TextChange extends FileChange {
  content: string;
}

function filesOf(dossier: Dossier, taken: readonly Taken[]): TextChange[] {
  const groups = groupBy(
    taken,
    (item) => bestandOf(dossier, item)?.path ?? join(dossier.folder, 'bevindingen', `${item.gebied}.yaml`),
  );
  return [...groups].map(([path, items]) => {
    const bestand = dossier.bevindingen.find((known) => known.path === path);
    return { path, content: bestand ? editBevindingen(bestand, items) : newText(path, items) };
  });
}

/** The bevindingen as they are once this is written. */
function asWritten({ bevindingen }: Dossier, files: readonly TextChange[]): Dossier['bevindingen'] {
  const paths = new Set(files.map(({ path }) => path));
  const fresh = files.flatMap(({ path, content }): Dossier['bevindingen'] => {
    const file = shownPath(path);
    const source = parseYaml(content, file).value;
    return source ? [{ file, path, source, value: source.value as BevindingenBestand }] : [];
  });
  return [...bevindingen.filter(({ path }) => !paths.has(path)), ...fresh];
}

/** The file that holds a bevinding already, or else the first of its gebied. */
function bestandOf({ bevindingen }: Dossier, { gebied, bevinding }: Taken): Dossier['bevindingen'][number] | undefined {
  const holding = bevindingen.find(({ value }) => value.bevindingen.some(({ id }) => id === bevinding.id));
  return holding ?? bevindingen.find(({ value }) => value.gebied === gebied);
}

function newText(path: string, items: readonly Taken[]): string {
  const [first] = items;
  const bevindingen = items.map(({ bevinding }) => bevinding);
  return schemaLine(path, 'bevindingen') + newBevindingenText(first?.gebied ?? '', bevindingen);
}

/** A draft in the werkdossier can be filled in and read in again and again: it remembers what was taken from it. */
function renewedConcepts(dossier: Dossier, concepts: ReadDeliveries['concepts'], taken: readonly Taken[]): FileChange[] {
  return concepts
    .filter(({ path }) => path.startsWith(join(dossier.folder, 'werkdossier', 'concept')))
    .map(({ path, source, value }) => {
      const ids = value.bevindingen.map(({ id }) => id);
      const mine = taken.filter(({ bevinding }) => ids.includes(bevinding.id));
      const prints = Object.fromEntries(mine.map(({ bevinding }) => [bevinding.id, recordPrint(bevinding)]));
      const edit = { kind: 'set', pointer: '', key: 'basis', value: { ...value.basis, ...prints } } as const;
      return { path, content: editYaml(source, [edit]) };
    });
}

function messagesOf({ taken, telling }: Merged): string[] {
  const changes = taken.flatMap(({ bevinding, before }) =>
    before ? [`gewijzigd: ${bevinding.id} (${changedFields(before, bevinding).join(', ')})`] : [],
  );
  return [...changes, tellingText(telling)];
}

function tellingText({ gelezen, ...parts }: Telling): string {
  const words = Object.entries(parts)
    .filter(([, count]) => count > 0)
    .map(([key, count]) => `${count} ${key.replace('_', ' ')}`);
  return `${countOf(gelezen, 'bevinding', 'bevindingen')} gelezen${words.length > 0 ? `: ${words.join(', ')}` : ''}`;
}
