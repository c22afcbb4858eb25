import { type Diagnostic, error } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/suggest.ts';
import type { Kader } from './model.ts';

/** What kader.yaml says of what is gone: it is gone indeed, it is named once, and what came in its place is there. */
export function checkVervallen(kader: Kader, file: string): Diagnostic[] {
  const list = kader.bron.vervallen ?? [];
  const refs = [...kader.items.keys()].map((ref) => ref.slice(kader.id.length + 1));
  const known = new Set(refs);
  return list.flatMap(({ verwijzing, opgevolgd_door }, index) => {
    const at = `/vervallen/${index}`;
    const isTwice = list.findIndex((other) => other.verwijzing === verwijzing) < index;
    return [
      ...(known.has(verwijzing)
        ? [
            problem(
              `'${verwijzing}' staat onder vervallen en ook in het kader`,
              `${at}/verwijzing`,
              'haal een van beide weg; een vervallen id wordt nooit opnieuw gebruikt',
            ),
          ]
        : []),
      ...(isTwice ? [problem(`'${verwijzing}' staat al onder vervallen`, `${at}/verwijzing`, 'voeg de twee samen')] : []),
      ...opgevolgd_door.flatMap((ref, place) =>
        known.has(ref) || list.some((other) => other.verwijzing === ref)
          ? []
          : [
              problem(
                `'${ref}' bestaat niet in dit kader${didYouMean(ref, refs)}`,
                `${at}/opgevolgd_door/${place}`,
                'noem wat ervoor in de plaats komt, of laat de lijst leeg',
              ),
            ],
      ),
    ];
  });

  function problem(message: string, pointer: string, help: string): Diagnostic {
    return error('kader/vervallen', message, { file, pointer, help });
  }
}
