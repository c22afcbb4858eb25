import { basename, dirname, join, relative, resolve } from 'node:path';
import { stop } from '../diagnostics/stop.ts';
import { exists, isEmptyFolder, isFolder, listFiles, readBytes, shownPath } from '../io/files.ts';
import { packageFolder } from '../io/root.ts';
import type { FileChange } from '../io/writer.ts';
import { stringifyYaml } from '../source/yaml.ts';
import { HOOK, initTexts } from './init/texts.ts';
import { typed } from './next-step.ts';
import type { Outcome } from './outcome.ts';
import { assertValid } from './read/onderzoek.ts';

/** `tsd init <map>`: a fresh kader repository with the framework of the package and this version of `tsd`. Git is not needed. */
export function initRepository(map: string, version: string): Outcome {
  const folder = resolve(map);
  if (exists(folder) && !isFolder(folder))
    throw stop('io/is-bestand', 'dit is een bestand; er hoort een map', {
      file: shownPath(folder),
      help: 'kies een map die leeg is of nog niet bestaat',
    });
  if (exists(folder) && !isEmptyFolder(folder))
    throw stop('init/niet-leeg', 'deze map is niet leeg', { file: shownPath(folder), help: 'kies een nieuwe of een lege map' });
  const naam = basename(folder);
  const settings = { formaat: 1, naam, standaardkader: 'volwassenen', privacy: { drempel: 5 } };
  assertValid('tsd', settings);
  const framework = join(packageFolder(), 'framework');
  const copied = listFiles(framework).map(
    (path): FileChange => ({ path: join(folder, 'framework', relative(framework, path)), content: readBytes(path) }),
  );
  const own = { ...initTexts(naam, version), 'tsd.yaml': tsdYaml(settings) };
  const files = [
    ...copied,
    ...Object.entries(own).map(([name, content]): FileChange => {
      return { path: join(folder, name), content, executable: name === HOOK };
    }),
  ];
  const shown = shownPath(folder);
  return {
    diagnostics: [],
    files,
    base: folder,
    messages: [
      `gemaakt: ${shown} met ${files.length} bestanden; begin bij ${shownPath(join(folder, 'README.md'))}`,
      `volgende stap: cd ${typed(shown)} en dan npm install ${packedFile(folder, version)} (het bestand dat npm pack maakt)`,
      'daarna: npx --no-install tsd onderzoek new onderzoeken/mijn-onderzoek',
    ],
  };
}

/** The package as a file, as seen from the new folder: where it lies if it is where `npm pack` puts it, or else its name. */
function packedFile(folder: string, version: string): string {
  const name = `toezicht-sociaal-domein-tsd-${version}.tgz`;
  const packed = [packageFolder(), dirname(folder)].map((place) => join(place, name)).find((path) => exists(path));
  return packed ? typed(relative(folder, packed)) : `<map>/${name}`;
}

function tsdYaml(settings: object): string {
  return [
    '# yaml-language-server: $schema=framework/schema/tsd.schema.json',
    '# Instellingen van deze opslagplaats. Dit bestand maakt de map tot de plek waar tsd kaders en onderzoeken zoekt.',
    '# standaardkader: geldt als er geen kader is genoemd.',
    '# privacy.drempel: vanaf hoeveel bronnen van een soort een aantal openbaar wordt genoemd. Daar staat ook hoe zwaar',
    '# persoonsgegevens tellen (telefoon: fout) en wat mag blijven staan (uitzonderingen, met reden en door).',
    stringifyYaml(settings),
  ].join('\n');
}
