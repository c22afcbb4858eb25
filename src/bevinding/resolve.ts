import { type Diagnostic, error, type Result } from '../diagnostics/diagnostic.ts';
import { didYouMean, suggester } from '../diagnostics/suggest.ts';
import type { LeftOut } from '../kader/reference.ts';
import { resolveIndicator } from '../onderzoek/indicator-reference.ts';
import type { ToetsIndicator } from '../onderzoek/toetsing.ts';
import type { PrivacyGuard } from '../privacy/guard.ts';
import type { Bevinding, Bron, Vingerafdrukken, Waarneming } from '../schema/generated/types.ts';
import { normaliseText, sha256 } from '../source/fingerprint.ts';
import { waarnemingFingerprint } from '../waarneming/fingerprint.ts';
import { textProblems } from '../waarneming/text-guard.ts';
import type { Delivered } from './delivered.ts';

/** What a delivered bevinding can refer to. */
export interface Known {
  gebieden: readonly string[];
  indicatoren: readonly ToetsIndicator[];
  /** What was left out of the toetsingskader. */
  weggelaten?: readonly LeftOut[];
  waarnemingen: ReadonlyMap<string, Waarneming>;
  bronnen: ReadonlyMap<string, Bron>;
  /** Ids of inspecties and partners. */
  vastleggers: readonly string[];
  /** What may stand in the texts; without one the strictest applies. */
  guard?: PrivacyGuard;
}

const CHOOSE_INDICATOR =
  'schrijf het nummer of de verwijzing van een indicator in toetsingskader.yaml; tsd bevindingen draft noemt ze alle';

/**
 * Makes a delivered bevinding whole: full references, and where it has no id, an id that follows from its gebied and text.
 * Every reference to something unknown is an error at its own place; `suggest` knows what waarneming may have been meant.
 */
export function resolveDelivered(delivered: Delivered, known: Known, suggest = suggestWaarneming(known)): Result<Bevinding> {
  const { bevinding, gebied } = delivered;
  const problems = [
    ...unknownGebied(delivered, known),
    ...unknownRecorder(delivered, known),
    ...restsOnNothing(delivered),
    ...refusedTexts(delivered, known),
  ];
  const indicatoren = bevinding.indicatoren.map((written, index) => {
    const { found, problem } = resolveIndicator(written, known.indicatoren, known.weggelaten);
    if (found) return found.ref;
    const help = known.indicatoren.length === 0 ? 'kies eerst met tsd kader select' : CHOOSE_INDICATOR;
    problems.push(error('bevinding/onbekende-indicator', problem, { ...delivered.place('indicatoren', index), help }));
    return written;
  });
  problems.push(
    ...waarnemingProblems(delivered, known, 'steunt_op', suggest),
    ...waarnemingProblems(delivered, known, 'weersproken_door', suggest),
  );
  const { id = contentId(gebied, bevinding.tekst), vingerafdrukken: _, ...rest } = bevinding;
  return { value: ordered({ ...rest, id, indicatoren: [...new Set(indicatoren)] }), diagnostics: problems };
}

/** Suggests what waarneming may be meant where one does not exist, for many bevindingen in turn. */
export function suggestWaarneming({ waarnemingen }: Known): (id: string) => string {
  return suggester(() => waarnemingen.keys());
}

/** The fingerprints of what a bevinding rests on, as those texts stand now. */
export function bevindingPrints(bevinding: Bevinding, known: Known): Vingerafdrukken {
  const refs = [...(bevinding.steunt_op ?? []), ...(bevinding.weersproken_door ?? [])];
  const waarnemingen = refs.flatMap((ref): [string, string][] => {
    const waarneming = known.waarnemingen.get(ref.slice('waarneming:'.length));
    return waarneming ? [[ref, waarnemingFingerprint(waarneming, known.bronnen.get(waarneming.bron))]] : [];
  });
  const indicatoren = known.indicatoren
    .filter(({ ref }) => bevinding.indicatoren.includes(ref))
    .map(({ ref, vingerafdruk }): [string, string] => [ref, vingerafdruk]);
  return Object.fromEntries([...waarnemingen, ...indicatoren]);
}

function unknownGebied({ gebied, place }: Delivered, { gebieden }: Known): Diagnostic[] {
  if (gebieden.includes(gebied)) return [];
  const message = `gebied '${gebied}' hoort niet bij dit onderzoek${didYouMean(gebied, gebieden)}`;
  return [error('bevinding/onbekend-gebied', message, { ...place('gebied'), help: `kies uit: ${gebieden.join(', ')}` })];
}

function unknownRecorder({ bevinding, place }: Delivered, { vastleggers }: Known): Diagnostic[] {
  const who = bevinding.vastgelegd_door;
  if (who === undefined || vastleggers.includes(who)) return [];
  const message = `'${who}' is geen inspectie of partner van dit onderzoek${didYouMean(who, vastleggers)}`;
  return [
    error('bevinding/onbekende-vastlegger', message, {
      ...place('vastgelegd_door'),
      help: `kies uit: ${vastleggers.join(', ')}`,
    }),
  ];
}

function restsOnNothing({ bevinding, place }: Delivered): Diagnostic[] {
  if (bevinding.steunt_op?.length || bevinding.bronnen?.length) return [];
  return [
    error('bevinding/zonder-grond', 'deze bevinding rust nergens op', {
      ...place('steunt_op'),
      help: 'noem de waarnemingen die haar steunen, of de bronnen als zij elders als bevinding is vastgelegd',
    }),
  ];
}

function waarnemingProblems(
  delivered: Delivered,
  known: Known,
  field: 'steunt_op' | 'weersproken_door',
  suggest: (id: string) => string,
): Diagnostic[] {
  const { bevinding, gebied, place } = delivered;
  return (bevinding[field] ?? []).flatMap((ref, index) => {
    const id = ref.slice('waarneming:'.length);
    const waarneming = known.waarnemingen.get(id);
    const at = place(field, index);
    if (!waarneming) {
      const message = `waarneming '${id}' bestaat niet${suggest(id)}`;
      return [
        error('bevinding/onbekende-waarneming', message, {
          ...at,
          help: 'tsd waarnemingen list noemt de waarnemingen met hun id',
        }),
      ];
    }
    if (waarneming.gebied !== gebied) {
      const message = `waarneming '${id}' gaat over ${waarneming.gebied}, deze bevinding over ${gebied}`;
      return [
        error('bevinding/ander-gebied', message, {
          ...at,
          help: `noem waarnemingen over ${gebied}, of zet de bevinding bij ${waarneming.gebied}`,
        }),
      ];
    }
    const both = field === 'weersproken_door' && bevinding.steunt_op?.includes(ref);
    const message = `waarneming '${id}' steunt deze bevinding en spreekt haar tegen`;
    return both ? [error('bevinding/voor-en-tegen', message, { ...at, help: 'haal haar op een van beide plaatsen weg' })] : [];
  });
}

function refusedTexts({ bevinding, place }: Delivered, { guard }: Known): Diagnostic[] {
  const texts = [
    { text: bevinding.tekst, at: place('tekst') },
    { text: bevinding.weging ?? '', at: place('weging') },
    ...(bevinding.bronnen ?? []).map(({ omschrijving }, index) => ({ text: omschrijving, at: place('bronnen', index) })),
  ];
  return texts.flatMap(({ text, at }) =>
    textProblems(text, guard, at.file).map(({ from: _, ...problem }) => ({ ...problem, ...at })),
  );
}

/** Without an id the content is the identity: the same sentence handed in twice is one bevinding. */
function contentId(gebied: string, tekst: string): string {
  return `b-${sha256(`${gebied}\n${normaliseText(tekst)}`).slice(0, 12)}`;
}

/** The fields in the order of the file format, without empty ones. */
function ordered(bevinding: Bevinding): Bevinding {
  const { id, tekst, indicatoren, strekking, steunt_op, weersproken_door, weging, bronnen, vastgelegd_door } = bevinding;
  return {
    id,
    tekst,
    indicatoren,
    ...(strekking ? { strekking } : {}),
    ...(steunt_op?.length ? { steunt_op } : {}),
    ...(weersproken_door?.length ? { weersproken_door } : {}),
    ...(weging ? { weging } : {}),
    ...(bronnen?.length ? { bronnen } : {}),
    ...(vastgelegd_door ? { vastgelegd_door } : {}),
  };
}
