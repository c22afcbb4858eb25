import { join, resolve } from 'node:path';
import { stop } from '../../diagnostics/stop.ts';
import { didYouMean } from '../../diagnostics/suggest.ts';
import { exists, listNames, readText, requireFolder, shownPath } from '../../io/files.ts';
import { findRoot } from '../../io/root.ts';
import { valueAt } from '../../source/value.ts';
import { parseYaml } from '../../source/yaml.ts';

/**
 * The folder of an onderzoek: a path, or under `onderzoeken/` of the root the name of a folder or else the id in it, which
 * stays when a folder gets another name. Stops when there is none, or more than one.
 */
export function findOnderzoek(argument: string): string {
  if (isOnderzoek(resolve(argument))) return resolve(argument);
  const parent = join(findRoot('.').folder, 'onderzoeken');
  if (isOnderzoek(join(parent, argument))) return join(parent, argument);
  const withId = listNames(parent).filter((name) => idIn(join(parent, name)) === argument);
  if (withId.length > 1)
    throw stop('onderzoek/dubbel', `er zijn meer onderzoeken met id '${argument}': in de mappen ${withId.join(', ')}`, {
      help: 'geef de map van het onderzoek dat u bedoelt, en geef elk een eigen id',
    });
  if (withId[0] !== undefined) return join(parent, withId[0]);
  throw noOnderzoek(argument, parent);
}

function isOnderzoek(folder: string): boolean {
  return exists(join(folder, 'onderzoek.yaml'));
}

/** The id of the onderzoek in a folder, as far as it can be read. */
function idIn(folder: string): unknown {
  if (!isOnderzoek(folder)) return undefined;
  const path = join(folder, 'onderzoek.yaml');
  return valueAt(parseYaml(readText(path), shownPath(path)).value?.value, ['id']);
}

function noOnderzoek(argument: string, parent: string): Error {
  if (exists(argument)) {
    requireFolder(argument);
    return stop('onderzoek/geen', 'in deze map staat geen onderzoek.yaml', {
      file: shownPath(resolve(argument)),
      help: 'maak er een met tsd onderzoek new',
    });
  }
  const known = listNames(parent).filter((name) => isOnderzoek(join(parent, name)));
  const ids = known.map((name) => idIn(join(parent, name))).filter((id) => typeof id === 'string');
  return stop('onderzoek/onbekend', `onderzoek '${argument}' bestaat niet${didYouMean(argument, [...known, ...ids])}`, {
    help: 'geef de map van het onderzoek',
  });
}
