import { join } from 'node:path';
import { type Diagnostic, error, hasErrors } from '../../diagnostics/diagnostic.ts';
import { stop } from '../../diagnostics/stop.ts';
import { exists, shownPath } from '../../io/files.ts';
import { listWords } from '../../source/sentence.ts';
import type { Outcome } from '../outcome.ts';
import { checkHuisstijl, HUISSTIJL } from '../report/huisstijl.ts';
import { ownTemplates } from '../report/own-templates.ts';
import { type FoundTemplate, findTemplate, isBuiltIn, listTemplates, templateFiles } from '../report/read-template.ts';
import { readSample } from './sample.ts';

/**
 * `tsd template check`: whether a template can be printed, and what it prints is a good document, whatever it is given. Without a name
 * all templates of one's own are checked, and the huisstijl.
 */
export async function checkSjablonen(naam?: string): Promise<Outcome> {
  const found = naam === undefined ? listTemplates('.').filter((item) => !isBuiltIn(item)) : [findTemplate(naam, '.')];
  const huisstijl = join(ownTemplates('.'), HUISSTIJL);
  const withStyle = naam === undefined && exists(huisstijl);
  if (found.length === 0 && !withStyle)
    throw stop('sjabloon/geen-eigen', 'er zijn hier geen eigen sjablonen en er is geen huisstijl', {
      help: 'maak een kopie met tsd template new mijn-rapport --from lokaal, of noem een sjabloon',
    });
  const checked = await Promise.all(found.map(checkOne));
  const style = withStyle ? await checkHuisstijl(huisstijl) : undefined;
  const diagnostics = [...checked.flatMap((item) => item.diagnostics), ...(style?.diagnostics ?? [])];
  const gekeurd = checked.map((item, index) => ({ sjabloon: found[index]?.naam, geprobeerd: item.geprobeerd }));
  const good = gekeurd.map(({ sjabloon, geprobeerd }) => `${sjabloon} klopt: geprobeerd met ${listWords(geprobeerd)}`);
  const messages = [...good, ...(style ? [`${shownPath(huisstijl)} klopt`] : [])];
  return { diagnostics, data: { gekeurd }, messages };
}

async function checkOne(found: FoundTemplate): Promise<{ geprobeerd: string[]; diagnostics: Diagnostic[] }> {
  const { soort } = found;
  if (!soort) {
    const file = shownPath(found.folder);
    const help = 'kopieer context.schema.json van het sjabloon waarop het lijkt naar deze map';
    const message = 'voor welk document dit sjabloon is, staat er niet bij: context.schema.json ontbreekt';
    return { geprobeerd: [], diagnostics: [error('sjabloon/niveau', message, { file, help })] };
  }
  const sample = readSample(found, soort);
  if (hasErrors(sample.diagnostics)) return { geprobeerd: [], diagnostics: sample.diagnostics };
  // A concept prints a report, that of the niveau that its sample has.
  const { niveau } = sample.model as { niveau?: string };
  const report = soort === 'concept' && niveau !== undefined ? findTemplate(niveau, '.') : undefined;
  const { checkSjabloon } = await import('../../rapport/sjabloon/check.ts');
  return checkSjabloon(templateFiles(found, report), soort, sample.model);
}
