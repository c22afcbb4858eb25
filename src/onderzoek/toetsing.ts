import type { Kader, KaderCriterium, KaderIndicator } from '../kader/model.ts';
import type {
  EigenCriterium,
  GekozenCriterium,
  GekozenIndicator,
  LokaleContext,
  ToetsingskaderBestand,
} from '../schema/generated/types.ts';
import { fingerprint } from '../source/fingerprint.ts';

/** An indicator of the toetsingskader: the norm text, always beside the text as it was sharpened for this onderzoek. */
export interface ToetsIndicator {
  ref: string;
  /** For display: "1.3.2", or "E1.2" below an own criterium. */
  nummer: string;
  tekst: string;
  kort: string;
  aandachtspunten: string[];
  toespitsing?: string;
  motivering?: string;
  deelvragen: string[];
  aanWie: string[];
  nietVanToepassing?: string;
  /** Fingerprint of the text as it stands in the pinned kader now. */
  vingerafdruk: string;
}

/** A criterium of the toetsingskader, from a pinned kader or of the team's own making. */
export interface ToetsCriterium {
  ref: string;
  nummer: string;
  titel: string;
  tekst: string;
  toelichting: string;
  vindplaats: string;
  /** Ids of the kader and its version; absent for an own criterium. */
  kader?: { id: string; versie: string };
  thema: { ref: string; nummer: string; titel: string };
  toespitsing?: string;
  motivering?: string;
  deelvragen: string[];
  lokaleContext: LokaleContext[];
  nietVanToepassing?: string;
  indicatoren: ToetsIndicator[];
  vingerafdruk: string;
}

/** The first part of the reference of a criterium that the team made itself. */
export const EIGEN = 'eigen';

/**
 * The criteria of a toetsingskader in order, with their texts from the pinned kaders. A reference that is in no pinned kader
 * is left out; `tsd check` reports it.
 */
export function toetsCriteria(toetsingskader: ToetsingskaderBestand, kaders: readonly Kader[]): ToetsCriterium[] {
  const eigen = toetsingskader.keuze.eigen ?? [];
  return toetsingskader.criteria.flatMap((gekozen): ToetsCriterium[] => {
    const own = eigen.findIndex(({ id }) => gekozen.ref === `${EIGEN}/${id}`);
    const bron = eigen[own];
    if (bron) return [fromEigen(gekozen, bron, `E${own + 1}`)];
    const kader = kaders.find(({ id }) => gekozen.ref.startsWith(`${id}/`));
    const item = kader?.items.get(gekozen.ref);
    return kader && item?.soort === 'criterium' ? [fromKader(gekozen, item, kader)] : [];
  });
}

/** The fingerprints of an own criterium and of its indicatoren, by reference. */
export function eigenFingerprints(bron: EigenCriterium): Map<string, string> {
  const ref = `${EIGEN}/${bron.id}`;
  const indicatoren = bron.indicatoren.map((i): [string, string] => [`${ref}/${i.id}`, fingerprint({ tekst: i.tekst })]);
  return new Map([[ref, fingerprint({ tekst: bron.tekst, toelichting: bron.toelichting })], ...indicatoren]);
}

function fromKader(
  gekozen: GekozenCriterium,
  { bron, nummer, thema, indicatoren, vingerafdruk }: KaderCriterium,
  kader: Kader,
): ToetsCriterium {
  const chosen = gekozen.indicatoren.flatMap((keuze) => {
    const item = indicatoren.find(({ ref }) => ref === keuze.ref);
    return item ? [indicatorFromKader(keuze, item)] : [];
  });
  const document = kader.bron.documenten.find(({ id }) => id === bron.vindplaats.document);
  return {
    ...written(gekozen),
    ref: gekozen.ref,
    nummer,
    titel: bron.titel,
    tekst: bron.tekst,
    toelichting: bron.toelichting,
    vindplaats: [document?.titel, bron.vindplaats.plaats].filter(Boolean).join(', '),
    kader: { id: kader.id, versie: kader.bron.versie },
    thema: { ref: thema.ref, nummer: thema.nummer, titel: thema.bron.titel },
    lokaleContext: gekozen.lokale_context ?? [],
    indicatoren: chosen,
    vingerafdruk,
  };
}

function indicatorFromKader(
  keuze: GekozenIndicator,
  { bron, nummer, aandachtspunten, vingerafdruk }: KaderIndicator,
): ToetsIndicator {
  const punten = aandachtspunten.map((punt) => punt.bron.tekst);
  return {
    ...written(keuze),
    ref: keuze.ref,
    nummer,
    tekst: bron.tekst,
    kort: bron.kort,
    aandachtspunten: punten,
    aanWie: keuze.aan_wie ?? [],
    vingerafdruk,
  };
}

function fromEigen(gekozen: GekozenCriterium, bron: EigenCriterium, nummer: string): ToetsCriterium {
  const prints = eigenFingerprints(bron);
  const indicatoren = gekozen.indicatoren.flatMap((keuze): ToetsIndicator[] => {
    const index = bron.indicatoren.findIndex(({ id }) => keuze.ref === `${gekozen.ref}/${id}`);
    const item = bron.indicatoren[index];
    if (!item) return [];
    const { tekst, kort = tekst } = item;
    return [
      {
        ...written(keuze),
        ref: keuze.ref,
        nummer: `${nummer}.${index + 1}`,
        tekst,
        kort,
        aandachtspunten: [],
        aanWie: keuze.aan_wie ?? [],
        vingerafdruk: prints.get(keuze.ref) ?? '',
      },
    ];
  });
  const thema = { ref: EIGEN, nummer: 'E', titel: 'Eigen criteria van dit onderzoek' };
  const { titel, tekst, toelichting, vindplaats } = bron;
  return {
    ...written(gekozen),
    ref: gekozen.ref,
    nummer,
    titel,
    tekst,
    toelichting,
    vindplaats,
    thema,
    lokaleContext: gekozen.lokale_context ?? [],
    indicatoren,
    vingerafdruk: prints.get(gekozen.ref) ?? '',
  };
}

/** What the team wrote with a choice. */
function written(
  keuze: GekozenCriterium | GekozenIndicator,
): Pick<ToetsCriterium, 'toespitsing' | 'motivering' | 'deelvragen' | 'nietVanToepassing'> {
  const { toespitsing, motivering, niet_van_toepassing: nietVanToepassing, deelvragen = [] } = keuze;
  return {
    deelvragen,
    ...(toespitsing ? { toespitsing } : {}),
    ...(motivering ? { motivering } : {}),
    ...(nietVanToepassing ? { nietVanToepassing } : {}),
  };
}
