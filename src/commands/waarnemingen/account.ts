import { join } from 'node:path';
import { type Diagnostic, error, hasErrors } from '../../diagnostics/diagnostic.ts';
import { someOf } from '../../diagnostics/some-of.ts';
import { shownPath } from '../../io/files.ts';
import type { Dossier } from '../../onderzoek/dossier.ts';
import type { ManifestBestand } from '../../schema/generated/types.ts';
import { countOf } from '../../source/count.ts';
import { alignColumns } from '../../tabel/align.ts';
import { type Account, drawUpAccount, type FileAccount } from '../../waarneming/account.ts';
import { addTallies, FATES } from '../../waarneming/tally.ts';
import type { Outcome } from '../outcome.ts';
import { readManifest } from '../read/manifest.ts';
import { readOnderzoek } from '../read/onderzoek.ts';
import type { Reading } from '../read/yaml.ts';
import { readManifestFile } from '../werkdossier/compare-werkdossier.ts';
import { refuseDestroyed } from '../werkdossier/vernietigd.ts';

/** `tsd waarnemingen account <onderzoek>`: whether what was counted on reading in is what lies there. */
export function accountWaarnemingen(argument: string): Outcome {
  const { dossier, reading } = readOnderzoek(argument);
  refuseDestroyed(dossier, 'er is niets meer na te rekenen');
  if (hasErrors(reading.diagnostics)) return reading;
  const account = drawUpAccount(dossier.leveringen, dossier.waarnemingen);
  reading.diagnostics.push(...readManifest(dossier, reading).diagnostics, ...problemsOf(account, dossier, reading));
  const { bestanden, leveringen, herkomstOnbekend } = account;
  const klopt = !hasErrors(reading.diagnostics);
  return {
    ...reading,
    stdout: accountText(account),
    data: { klopt, bestanden, leveringen, herkomst_onbekend: herkomstOnbekend },
    messages: [summary(account)],
  };
}

/** Where the counts and what lies there differ. */
function problemsOf({ bestanden, leveringen, herkomstOnbekend }: Account, dossier: Dossier, reading: Reading): Diagnostic[] {
  const file = shownPath(join(dossier.folder, 'werkdossier'));
  const lost = missingIds(readManifestFile(dossier.folder, reading)?.value.bestanden ?? [], dossier);
  return [
    ...bestanden.flatMap((item) => (item.kloptTelling ? [] : doesNotAddUp(item, file))),
    ...leveringen.flatMap(({ levering, toegevoegd, aanwezig }) => {
      if (toegevoegd === aanwezig) return [];
      const message = `levering '${levering}': volgens de tellingen ${toegevoegd} toegevoegd, en er ${aanwezig === 1 ? 'ligt' : 'liggen'} ${aanwezig}`;
      return [error('waarneming/telling-klopt-niet', message, { file, help: RESTORE })];
    }),
    ...(lost.length > 0
      ? [error('waarneming/weg', `in het manifest, en niet meer hier: ${someOf(lost)}`, { file, help: RESTORE })]
      : []),
    ...(herkomstOnbekend.length > 0 ? [unknownOrigin(herkomstOnbekend, file)] : []),
  ];
}

const RESTORE = 'zet een kopie van het werkdossier terug';

function doesNotAddUp({ bestand, levering }: FileAccount, file: string): Diagnostic {
  const message = `de telling van ${bestand} (levering '${levering}') telt niet op tot gelezen`;
  return error('waarneming/telling-klopt-niet', message, { file, help: RESTORE });
}

function unknownOrigin(ids: readonly string[], file: string): Diagnostic {
  const message = `van ${countOf(ids.length, 'waarneming', 'waarnemingen')} is geen levering bekend: ${someOf(ids)}`;
  return error('waarneming/herkomst-onbekend', message, { file, help: 'leg vast met tsd waarnemingen ingest of add' });
}

/** The waarnemingen that the manifest names and that do not lie here. */
function missingIds(lines: ManifestBestand['bestanden'], { waarnemingen }: Dossier): string[] {
  const here = new Set(waarnemingen.map(({ id }) => id));
  return lines.filter(({ pad }) => pad.startsWith('waarnemingen/')).flatMap(({ ids }) => ids.filter((id) => !here.has(id)));
}

function accountText({ bestanden, leveringen }: Account): string {
  const perFile = bestanden.map(({ bestand, levering, telling }) => [
    bestand,
    levering,
    ...(['gelezen', ...FATES] as const).map((key) => String(telling[key])),
  ]);
  const perLevering = leveringen.map((item) => [
    item.levering,
    ...[item.toegevoegd, item.aanwezig, item.verdwenen, item.ingetrokken].map(String),
  ]);
  const names = ['gelezen', ...FATES].map((name) => name.replace('_', ' '));
  return `${alignColumns([['bestand', 'levering', ...names], ...perFile])}\n${alignColumns([
    ['levering', 'toegevoegd', 'aanwezig', 'verdwenen', 'ingetrokken'],
    ...perLevering,
  ])}`;
}

function summary({ bestanden, leveringen }: Account): string {
  const { gelezen } = addTallies(bestanden.map(({ telling }) => telling));
  const here = leveringen.reduce((sum, { aanwezig }) => sum + aanwezig, 0);
  return `het klopt: ${countOf(gelezen, 'rij', 'rijen')} gelezen, ${countOf(here, 'waarneming', 'waarnemingen')} in het werkdossier`;
}
