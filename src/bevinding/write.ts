import type { Bestand } from '../onderzoek/dossier.ts';
import type { Bevinding, BevindingenBestand } from '../schema/generated/types.ts';
import { editYaml } from '../source/edit.ts';
import type { Edit } from '../source/edit-value.ts';
import { stringifyYaml } from '../source/yaml.ts';
import type { Taken } from './merge.ts';

/** The text of a new `bevindingen/<gebied>.yaml`. */
export function newBevindingenText(gebied: string, bevindingen: readonly Bevinding[]): string {
  const intro = ['Bevindingen: de zinnen die het team over dit gebied vaststelt.', 'U mag dit bestand met de hand veranderen.'];
  return `${intro.map((line) => `# ${line}\n`).join('')}${stringifyYaml({ formaat: 1, gebied, bevindingen })}`;
}

/** The text of an existing file with what was taken; everything else in it, comments included, stays as it is. */
export function editBevindingen(bestand: Bestand<BevindingenBestand>, taken: readonly Taken[]): string {
  const added = taken.filter(({ before }) => !before).map(({ bevinding }) => bevinding);
  const changed = taken.filter(({ before }) => before).map(({ bevinding }) => bevinding);
  const edits = changed.flatMap((bevinding) => {
    const index = bestand.value.bevindingen.findIndex(({ id }) => id === bevinding.id);
    return bevindingEdits(bestand, index, bevinding);
  });
  if (added.length > 0) edits.push({ kind: 'append', pointer: '/bevindingen', values: added });
  return editYaml(bestand.source, edits);
}

/** Field by field, so that comments between fields stay. */
function bevindingEdits(bestand: Bestand<BevindingenBestand>, index: number, after: Bevinding): Edit[] {
  const pointer = `/bevindingen/${index}`;
  const before = bestand.value.bevindingen[index];
  if (!bestand.source.rangeOf(pointer)?.block) return [{ kind: 'replace', pointer, value: after }];
  const gone = Object.keys(before ?? {}).filter((key) => !(key in after));
  const changed = Object.entries(after).filter(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify(before?.[key as keyof Bevinding]),
  );
  return [
    ...gone.map((key): Edit => ({ kind: 'remove', pointer, key })),
    ...changed.map(([key, value]): Edit => ({ kind: 'set', pointer, key, value })),
  ];
}
