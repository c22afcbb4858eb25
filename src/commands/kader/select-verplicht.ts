import { openVerplicht } from '../../onderzoek/check-choice.ts';
import type { Dossier } from '../../onderzoek/dossier.ts';
import type { Wijziging } from './select-change.ts';
import type { Aanbod } from './select-pin.ts';
import { type SelectOptions, type Uitwerking, workOut } from './select-work.ts';

/** What a change comes to, with the verplichte modules that nothing was said about taken as well, as in the list to tick. */
export function workOutWithVerplicht(
  dossier: Dossier,
  aanbod: Aanbod,
  wijziging: Wijziging,
  options: SelectOptions,
): { work: Uitwerking; messages: string[] } {
  const asked = workOut(dossier, aanbod, wijziging, options);
  const { ruimte, after } = asked;
  const open = after.criteria.length > 0 ? openVerplicht(ruimte, after.keuze) : [];
  if (open.length === 0) return { work: asked, messages: [] };
  const met = open.map(({ ref }) => ({ soort: 'module' as const, ref }));
  const change = { ...wijziging.change, met: [...wijziging.change.met, ...met] };
  return {
    work: workOut(dossier, aanbod, { ...wijziging, change }, options),
    messages: open.map(
      ({ ref, bron: { titel } }) =>
        `module '${ref}' (${titel}) is verplicht en is erbij gekozen; weglaten kan met --zonder ${ref}="<reden>"`,
    ),
  };
}
