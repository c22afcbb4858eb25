import { hasErrors } from '../../diagnostics/diagnostic.ts';
import { Stop } from '../../diagnostics/stop.ts';
import { openVerplicht, zonderReden } from '../../onderzoek/check-choice.ts';
import type { Keuzeruimte, RuimteCriterium } from '../../onderzoek/space.ts';
import type { Keuzeregel, Weglating } from '../../schema/generated/types.ts';
import { resolvePositions } from '../../source/positions.ts';
import { readOnderzoek } from '../read/onderzoek.ts';
import { readWijziging } from './select-change.ts';
import { type Aanbod, readAanbod } from './select-pin.ts';
import { ruimteOf, type SelectOptions, type Uitwerking, workOut } from './select-work.ts';

/** What a person who is asked can choose from, and how that stands with the answers so far. */
export interface Voorbeeldkeuze {
  criteria: RuimteCriterium[];
  modules: { ref: string; titel: string; reden: string; verplicht: boolean }[];
  gekozen: Set<string>;
  /** Verplichte modules that are not chosen and not left out with a reason. */
  verplichtOpen: string[];
  /** The criteria of which something is left out without a reason. */
  zonderReden: RuimteCriterium[];
}

type Antwoorden = NonNullable<SelectOptions['antwoorden']>;

/** The answers with one more thing chosen: it is no longer left out, and what was said of choosing it before makes way. */
export function withChosen({ met, zonder }: Antwoorden, rule: Keuzeregel): Antwoorden {
  const before = met.find((known) => isSame(known, rule));
  return {
    met: [...met.filter((known) => known !== before), { ...before, ...rule }],
    zonder: zonder.filter((out) => !isSame(out, rule)),
  };
}

/**
 * The answers with one more thing left out, once: with it goes what was chosen under it one by one, as `--zonder` does with what an
 * earlier command chose.
 */
export function withLeftOut({ met, zonder }: Antwoorden, out: Weglating): Antwoorden {
  const goes = (rule: Keuzeregel) =>
    isSame(rule, out) || (isModule(rule) === isModule(out) && rule.ref.startsWith(`${out.ref}/`));
  return { met: met.filter((rule) => !goes(rule)), zonder: [...zonder.filter((known) => !isSame(known, out)), out] };
}

type Named = Pick<Weglating | Keuzeregel, 'ref' | 'soort'>;

function isModule({ soort }: Named): boolean {
  return soort === 'module';
}

/** A module may have the name of a criterium. */
function isSame(one: Named, other: Named): boolean {
  return one.ref === other.ref && isModule(one) === isModule(other);
}

/** Works out what answers would come to, without writing anything. */
export async function previewChoice(argument: string, antwoorden: Antwoorden): Promise<Voorbeeldkeuze> {
  const { dossier, reading } = readOnderzoek(argument);
  const aanbod = readAanbod(dossier, false);
  const options = { antwoorden, vandaag: dossier.onderzoek.value.datum };
  const wijziging = await readWijziging(dossier, aanbod, options, reading);
  if (hasErrors(reading.diagnostics)) throw new Stop(resolvePositions(reading.diagnostics, reading.sources), 1);
  return previewOf(aanbod, workOut(dossier, aanbod, wijziging, options));
}

function previewOf({ toezicht }: Aanbod, { after, ruimte }: Uitwerking): Voorbeeldkeuze {
  const everything = ruimteOf(toezicht, after.keuze.eigen);
  const criteria = withKader(everything);
  const open = zonderReden(ruimte, after).map(({ criterium }) => criterium);
  const items = after.criteria.flatMap((criterium) => [criterium, ...criterium.indicatoren]);
  return {
    criteria,
    modules: everything.modules.map(({ ref, bron }) => ({
      ref,
      titel: bron.titel,
      reden: bron.reden,
      verplicht: bron.verplicht === 'ja',
    })),
    gekozen: new Set(items.map(({ ref }) => ref)),
    verplichtOpen: openVerplicht(ruimte, after.keuze).map(({ ref }) => ref),
    zonderReden: criteria.filter(({ ref }) => open.includes(ref)),
  };
}

/** With several kaders every number occurs more than once: the kader is named before it. */
function withKader({ kaders, criteria }: Keuzeruimte): RuimteCriterium[] {
  if (kaders.length < 2) return criteria;
  return criteria.map((criterium) => ({
    ...criterium,
    nummer: `${criterium.kader} ${criterium.nummer}`,
    indicatoren: criterium.indicatoren.map((indicator) => ({ ...indicator, nummer: `${criterium.kader} ${indicator.nummer}` })),
  }));
}
