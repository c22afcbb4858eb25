import { join } from 'node:path';
import { readText, shownPath } from '../../io/files.ts';
import { packageFolder } from '../../io/root.ts';
import type { Outcome } from '../outcome.ts';
import { isBuiltIn, listTemplates } from '../report/read-template.ts';
import { columns } from './columns.ts';

/** `tsd template list`: the templates there are, of one's own and of the package, with what they are for. */
export function listSjablonen(): Outcome {
  const sjablonen = listTemplates('.').map((found) => ({
    naam: found.naam,
    soort: found.soort ?? null,
    eigen: !isBuiltIn(found),
    map: shownPath(found.folder),
    uitleg:
      found.soort === undefined ? 'voor welk document staat er niet bij: context.schema.json ontbreekt' : aboutOf(found.soort),
  }));
  const rows = sjablonen.map(({ naam, eigen, uitleg }) => [naam, eigen ? 'eigen' : 'van tsd', uitleg]);
  return { diagnostics: [], stdout: columns(['sjabloon', 'van wie', 'waarvoor'], rows), data: { sjablonen } };
}

/** What a kind of document is, as the schema of its model says: "een rapport over één gebied". */
function aboutOf(soort: string): string {
  const { description = '' } = JSON.parse(readText(join(packageFolder(), 'templates', soort, 'context.schema.json')));
  return String(description)
    .replace(/^Het model van /, '')
    .replace(/\.$/, '');
}
