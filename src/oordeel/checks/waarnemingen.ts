import { type Diagnostic, error, warning } from '../../diagnostics/diagnostic.ts';
import { someOf } from '../../diagnostics/some-of.ts';
import type { Waarneming } from '../../schema/generated/types.ts';
import { countOf } from '../../source/count.ts';
import { groupBy } from '../../source/order.ts';
import { beside, type Check, type CheckContext } from './context.ts';

/**
 * Each waarneming comes from a bron that exists, and is about a gebied and indicatoren of this onderzoek: otherwise it would be
 * in nobody's sight. One message for each thing that is unknown, however many waarnemingen name it.
 */
export const checkWaarnemingen: Check = (context) => [
  ...unknownBronnen(context),
  ...silentBronnen(context),
  ...unknownGebieden(context),
  ...unknownIndicatoren(context),
];

function unknownBronnen({ dossier, sources }: CheckContext): Diagnostic[] {
  const file = beside(dossier, 'werkdossier');
  const lost = dossier.waarnemingen.filter(({ bron }) => !sources.bronnen.has(bron));
  return [...groupBy(lost, ({ bron }) => bron)].map(([bron, waarnemingen]) => {
    const message = `bron '${bron}' bestaat niet, maar wordt genoemd bij ${named(waarnemingen)}`;
    return error('oordeel/onbekende-bron', message, { file, help: 'lees de levering met deze bron opnieuw in' });
  });
}

/** A bron that was recorded and of which nothing is: perhaps its id was changed, and it stands there twice. */
function silentBronnen({ dossier }: CheckContext): Diagnostic[] {
  const named = new Set(dossier.waarnemingen.map(({ bron }) => bron));
  const silent = dossier.bronnen.filter(({ id }) => !named.has(id)).map(({ id }) => id);
  if (silent.length === 0) return [];
  const message = `bronnen waarvan niets is vastgelegd (${silent.length}): ${someOf(silent)}; zij tellen niet mee in een rapport`;
  const help = 'is de id van een bron gewijzigd, zet haar dan terug en lees opnieuw in; anders hoeft er niets';
  return [warning('oordeel/stille-bron', message, { file: beside(dossier, 'werkdossier'), help })];
}

function unknownGebieden({ dossier }: CheckContext): Diagnostic[] {
  const { file, value } = dossier.onderzoek;
  const known = new Set(value.gebieden.map(({ id }) => id));
  const lost = dossier.waarnemingen.filter(({ gebied }) => !known.has(gebied));
  return [...groupBy(lost, ({ gebied }) => gebied)].map(([gebied, waarnemingen]) => {
    const message = `gebied '${gebied}' hoort niet (meer) bij dit onderzoek; zo blijft buiten beeld: ${named(waarnemingen)}`;
    const help = 'zet het gebied terug in onderzoek.yaml, of lees deze waarnemingen opnieuw in met het goede gebied';
    return warning('oordeel/waarneming-buiten-gebied', message, { file, pointer: '/gebieden', help });
  });
}

function unknownIndicatoren({ dossier, chain }: CheckContext): Diagnostic[] {
  if (!dossier.toetsingskader) return [];
  const { file } = dossier.toetsingskader;
  const lost = dossier.waarnemingen.flatMap((waarneming) =>
    (chain.nodes.get(`waarneming:${waarneming.id}`)?.about ?? [])
      .filter((ref) => chain.norms.get(ref)?.soort !== 'indicator')
      .map((ref) => ({ ref, waarneming })),
  );
  return [...groupBy(lost, ({ ref }) => ref)].map(([ref, items]) => {
    const waarnemingen = items.map(({ waarneming }) => waarneming);
    const message = `indicator '${ref}' staat niet (meer) in het toetsingskader; zo blijft buiten beeld: ${named(waarnemingen)}`;
    const help = 'kies hem weer met tsd kader select, of codeer deze waarnemingen anders en lees ze opnieuw in';
    return warning('oordeel/waarneming-buiten-toetsingskader', message, { file, pointer: '/criteria', help });
  });
}

function named(waarnemingen: readonly Waarneming[]): string {
  const count = countOf(waarnemingen.length, 'waarneming', 'waarnemingen');
  return `${count} (${someOf(waarnemingen.map(({ id }) => id))})`;
}
