import type { Dossier } from '../../onderzoek/dossier.ts';
import { contentFingerprint } from '../../onderzoek/versions.ts';
import type {
  OnderzoekBestand,
  RapportBijlagen,
  RapportBronnentabel,
  RapportGrondslagen,
  RapportMethode,
  RapportVersie,
} from '../../schema/generated/types.ts';
import { capital } from '../wording.ts';
import { choicePart } from './choice.ts';
import { definitionsIn } from './definitions.ts';
import type { Material } from './material.ts';
import { present } from './numbering.ts';

/** The annexes; in `body`, which is everything else the report says, stand the terms that need a definition. */
export function annexes(material: Material, bronnen: RapportBronnentabel, body: unknown): RapportBijlagen {
  const toetsingskader = choicePart(material);
  const methode = { ...planPart(material.dossier), bronnen };
  return {
    toetsingskader,
    methode,
    definities: definitionsIn([body, toetsingskader, methode], material.dossier.kaders),
    grondslagen: foundations(material.dossier),
    versies: versions(material),
  };
}

/** How the onderzoek is done, as it was planned. */
export function planPart({ onderzoek, instrumenten }: Dossier): Omit<RapportMethode, 'bronnen'> {
  const plan = onderzoek.value;
  return {
    ...present('werkwijze', plan.werkwijze),
    instrumenten: (instrumenten?.value.instrumenten ?? []).map(({ naam, soort }) => ({ naam, soort })),
    planning: (plan.planning ?? []).map(({ stap, van, tot }) => ({
      stap,
      van,
      ...present('tot', tot === van ? undefined : tot),
    })),
    burgers: participation(plan),
  };
}

const STEPS = [
  ['toetsingskader', 'Het toetsingskader maken'],
  ['verzamelen', 'Gegevens verzamelen'],
  ['oordelen', 'Oordelen'],
] as const;

function participation({ burgerbetrokkenheid }: OnderzoekBestand): RapportMethode['burgers'] {
  return STEPS.flatMap(([key, stap]) => {
    const tekst = burgerbetrokkenheid?.[key];
    return tekst === undefined ? [] : [{ stap, tekst }];
  });
}

/** What the pinned kaders rest on as a whole. */
export function foundations({ kaders }: Pick<Dossier, 'kaders'>): RapportGrondslagen[] {
  return kaders
    .filter(({ bron }) => bron.grondslagen.length > 0)
    .map(({ bron }) => ({
      kader: bron.titel,
      items: bron.grondslagen.map(({ titel, soort, toelichting }) => ({ titel, soort: capital(soort), toelichting })),
    }));
}

/** The kaders and the toetsingskader as they were pinned. */
export function versions({ toetsingskader, dossier }: Pick<Material, 'toetsingskader' | 'dossier'>): RapportVersie[] {
  const kaders = toetsingskader.kaders.map(({ id, versie, vingerafdruk }) => {
    const naam = dossier.kaders.find((kader) => kader.id === id)?.bron.titel ?? id;
    return { naam, versie, vingerafdruk: shortPrint(vingerafdruk) };
  });
  const own = {
    naam: 'Toetsingskader van dit onderzoek',
    versie: `${toetsingskader.versie} (${toetsingskader.status})`,
    vingerafdruk: shortPrint(contentFingerprint(toetsingskader)),
  };
  return [...kaders, own];
}

/** The first twelve digits: enough to compare by eye. */
function shortPrint(fingerprint: string): string {
  return fingerprint.slice('v1:'.length, 'v1:'.length + 12);
}
