import { type Diagnostic, error } from '../diagnostics/diagnostic.ts';
import type { Herkomst, Waarneming } from '../schema/generated/types.ts';
import type { WaarnemingColumn } from './columns.ts';
import { atColumn, type WaarnemingPlace } from './delivered.ts';

/** Refuses a second row with the same id and another content in one run; `first` is the row that came before. */
export function doubled(
  { id }: Waarneming,
  row: WaarnemingPlace,
  velden: readonly string[],
  first: WaarnemingPlace | undefined,
): Diagnostic {
  return error('waarneming/dubbele-id', `waarneming '${id}' staat hier met een andere inhoud; ${differing(velden)}`, {
    ...atColumn(row, 'id'),
    ...(first ? { related: [{ ...atColumn(first), message: 'eerste keer' }] } : {}),
    help: 'geef elke waarneming een eigen id',
  });
}

/** Refuses another content under an id of another levering. */
export function fromOtherLevering(
  { id }: Waarneming,
  row: WaarnemingPlace,
  velden: readonly string[],
  other: Herkomst,
): Diagnostic {
  const message = `waarneming '${id}' is al anders vastgelegd in ${describe(other)}; ${differing(velden)}`;
  return error('waarneming/andere-levering', message, {
    ...atColumn(row, 'id'),
    help: `hoort dit bij die levering, gebruik dan --levering ${other.levering}; is het een andere waarneming, geef haar dan een andere id`,
  });
}

/** Refuses an id for something else than it stands for. */
export function reused(before: Waarneming, row: WaarnemingPlace): Diagnostic {
  const message = `onder '${before.id}' staat al een andere waarneming: bron en tekst verschillen allebei`;
  return error('waarneming/id-hergebruikt', message, {
    ...atColumn(row, 'id'),
    ...origin(before),
    help: 'een id wordt nooit opnieuw gebruikt; komt dit uit een ander formulier, lees het dan in met een eigen --levering en eigen ids',
  });
}

const BOTH_WAYS =
  'is dit het werk van een ander team, geef het dan een eigen levering met eigen ids (tsd waarnemingen form --levering <naam>) en neem de rijen daarin over; is het een verbeterde versie van hetzelfde werk, lees het dan in met --vervang';

/** Refuses a text in place of one that came from another file; `column` is where it stands. */
export function fromOtherFile(before: Waarneming, row: WaarnemingPlace, column: WaarnemingColumn = 'tekst'): Diagnostic {
  return error('waarneming/ander-bestand', `'${before.id}' heeft al een andere tekst, uit een ander bestand dan dit`, {
    ...atColumn(row, column),
    ...origin(before),
    help: BOTH_WAYS,
  });
}

/** Refuses a file that replaces every text it shares with what is there; `row` is the first of them. */
export function allReplaced(row: WaarnemingPlace, count: number): Diagnostic {
  const message = `alle ${count} waarnemingen die hiervan al zijn vastgelegd, krijgen een andere tekst`;
  return error('waarneming/alles-anders', message, { ...atColumn(row), help: BOTH_WAYS });
}

function origin({ herkomst }: Waarneming): Pick<Diagnostic, 'related'> {
  return herkomst?.[0] ? { related: [{ message: `die komt uit ${describe(herkomst[0])}` }] } : {};
}

function differing(velden: readonly string[]): string {
  return `het verschil zit in: ${velden.join(', ')}`;
}

function describe({ levering, bestand, plaats }: Herkomst): string {
  return `levering '${levering}' (${bestand} › ${plaats})`;
}
