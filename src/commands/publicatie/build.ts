import { join, resolve } from 'node:path';
import { type Diagnostic, error, hasErrors, type Result } from '../../diagnostics/diagnostic.ts';
import type { Huisstijl } from '../../huisstijl/model.ts';
import { shownPath } from '../../io/files.ts';
import type { Dossier } from '../../onderzoek/dossier.ts';
import { buildChain } from '../../oordeel/chain.ts';
import { openData } from '../../publicatie/open-data.ts';
import { type Uitgave, uitgaveOf, withoutAddress } from '../../publicatie/woo.ts';
import { gatherMaterial } from '../../rapport/model/material.ts';
import { countOf } from '../../source/count.ts';
import { checkRead } from '../check.ts';
import { missingToetsingskader } from '../missing-toetsingskader.ts';
import { calledAs } from '../next-step.ts';
import type { Outcome } from '../outcome.ts';
import { type ReadOnderzoek, readOnderzoek } from '../read/onderzoek.ts';
import type { ReportSource } from '../report/build-report-model.ts';
import type { PdfChoice } from '../report/formats.ts';
import { readHuisstijl } from '../report/huisstijl.ts';
import { werkdossierElsewhere } from '../werkdossier/elsewhere.ts';
import { dataFiles, pageFile, START, wooFiles } from './contents.ts';
import { type Bestand, publicDocuments } from './documents.ts';
import { fileList, leftovers, requireOwnFolder } from './own-folder.ts';

/** What `tsd publicatie build` is asked for. */
export interface PublicatieOptions {
  /** The folder that the publication becomes. */
  out: string;
  pdf: PdfChoice;
}

/**
 * `tsd publicatie build`: everything that belongs to the publication of an onderzoek in one folder, as deep as everybody may look. What
 * `tsd check` finds wrong stops it, and it writes all files or none.
 */
export async function buildPublicatie(argument: string, { out, pdf }: PublicatieOptions): Promise<Outcome> {
  const read = readOnderzoek(argument);
  const { dossier, reading } = read;
  const folder = resolve(out);
  requireOwnFolder(folder, dossier.folder);
  const source = sourceOf(dossier);
  const stopping = source ? stoppingIn(read, source) : [...reading.diagnostics, missingToetsingskader(dossier)];
  const { value: uitgave, diagnostics: asked } = uitgaveOf(dossier.onderzoek);
  if (!source || !uitgave || stopping.length > 0) return { ...reading, diagnostics: [...stopping, ...asked] };
  const huisstijl = await readHuisstijl(dossier.folder);
  const { value: files, diagnostics } = await siteOf({ source, uitgave, huisstijl }, pdf);
  if (hasErrors(diagnostics)) return { ...reading, diagnostics };
  const paths = files.map(({ pad }) => pad);
  const count = countOf(files.length, 'bestand', 'bestanden');
  return {
    ...reading,
    diagnostics: [...diagnostics, ...withoutAddress(dossier.onderzoek)],
    files: [...leftovers(folder, paths), ...files.map(({ pad, content }) => ({ path: join(folder, pad), content }))],
    base: folder,
    data: { map: shownPath(folder), bestanden: paths },
    messages: [`${count} in ${shownPath(folder)}; begin bij ${shownPath(join(folder, START))}`],
  };
}

/** What a publication is made of. */
interface Site {
  source: ReportSource;
  uitgave: Uitgave;
  huisstijl: Huisstijl;
}

/** Every file of the publication, its page first and the list of them last. */
async function siteOf({ source, uitgave, huisstijl }: Site, pdf: PdfChoice): Promise<Result<Bestand[]>> {
  const { dossier, chain, toetsingskader } = source;
  const { value: documents, diagnostics } = await publicDocuments(source, pdf, huisstijl);
  if (hasErrors(diagnostics)) return { value: [], diagnostics };
  const tabellen = openData(gatherMaterial(dossier, chain, toetsingskader, { diepte: 'openbaar', indeling: 'thema' }));
  const woo = wooFiles(documents, uitgave, dossier.onderzoek.value.publicatie?.adres);
  const rest = [...dataFiles(tabellen, dossier), ...woo];
  const page = pageFile({ documents, tabellen, rest, huisstijl }, dossier);
  const files = [page, ...documents.flatMap(({ bestanden }) => bestanden), ...rest];
  return { value: [...files, fileList(files)], diagnostics };
}

function sourceOf(dossier: Dossier): ReportSource | undefined {
  const { toetsingskader } = dossier;
  return toetsingskader && { dossier, chain: buildChain(dossier), toetsingskader: toetsingskader.value };
}

const UNTRUE = 'een publicatie zou zonder die bronnen onwaar zijn; er is niets gemaakt';

/** Elsewhere a warning: what is published says by the Woo that it was made final, and on which day. */
function stillConcept({ folder, toetsingskader }: Dossier): Diagnostic {
  return error('toetsingskader/niet-vastgesteld', 'het toetsingskader is nog niet vastgesteld, en dus nog niet te publiceren', {
    ...(toetsingskader ? { file: toetsingskader.file, pointer: '/status' } : {}),
    help: `leg het vast met tsd kader concretise ${calledAs(folder)} --vaststellen`,
  });
}

/**
 * What stops a publication: every error of `tsd check`, warnings too where the gates ask for that, that sources lie elsewhere, and that
 * the toetsingskader is a concept.
 */
function stoppingIn(read: ReadOnderzoek, { chain, toetsingskader }: ReportSource): Diagnostic[] {
  const { dossier, reading } = read;
  const checked = [...reading.diagnostics, ...checkRead(read, { chain })];
  const elsewhere = werkdossierElsewhere(dossier, checked, UNTRUE);
  const own = [...(elsewhere ? [elsewhere] : []), ...(toetsingskader.status === 'concept' ? [stillConcept(dossier)] : [])];
  const refuses = dossier.instellingen.poorten?.waarschuwingen === 'weigeren';
  const wrong = checked.filter(
    ({ severity, code }) =>
      !own.some((item) => item.code === code) && (severity === 'error' || (refuses && severity === 'warning')),
  );
  const stopping = [...own, ...wrong];
  if (stopping.length === 0) return [];
  const found = countOf(stopping.length, 'melding houdt', 'meldingen houden');
  return [
    ...stopping,
    error('publicatie/niet-schoon', `${found} de publicatie tegen; er is niets gemaakt`, {
      help: 'herstel ze; tsd check toont alles',
    }),
  ];
}
