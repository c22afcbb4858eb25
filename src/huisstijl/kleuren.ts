import type { HuisstijlBestand } from '../schema/generated/types.ts';
import { contrastOf, EASY_CONTRAST, mix, nearestReadable } from './contrast.ts';
import type { Huisstijl, Kleuren, Omslag } from './model.ts';
import { STANDAARD } from './standaard.ts';

/** All colours of a huisstijl. */
export type Kleurenstel = Pick<Huisstijl, 'licht' | 'donker' | 'afdruk' | 'papier' | 'omslag'>;

type Gekozen = NonNullable<HuisstijlBestand['kleuren']>;

/** Works out every colour of the few that somebody chose: what was not chosen is made of what was, or stays as it is. */
export function deriveKleuren(gekozen: Gekozen | undefined): Kleurenstel {
  if (gekozen === undefined) return STANDAARD;
  const licht = light(gekozen);
  return {
    licht,
    donker: dark(gekozen, licht),
    afdruk: { ...licht, band: licht.paper },
    papier: { ...licht, tint: gekozen.vlak || gekozen.accent ? licht.tint : STANDAARD.papier.tint },
    omslag: cover(gekozen, licht),
  };
}

function light({ tekst, bijtekst, accent, verwijzing, lijn, vlak }: Gekozen): Kleuren {
  const own = STANDAARD.licht;
  const shade = (share: number, otherwise: string): string => (accent ? mix(own.paper, accent, share) : otherwise);
  return lower({
    paper: own.paper,
    ink: tekst ?? own.ink,
    soft: bijtekst ?? own.soft,
    line: lijn ?? own.line,
    accent: accent ?? own.accent,
    link: verwijzing ?? accent ?? own.link,
    tint: vlak ?? shade(0.06, own.tint),
    band: shade(0.03, own.band),
    mark: shade(0.08, own.mark),
  });
}

/** A colour of a light page is made lighter until it can be read on a dark one. */
function dark({ donker = {}, accent, verwijzing }: Gekozen, licht: Kleuren): Kleuren {
  const own = STANDAARD.donker;
  const paper = donker.achtergrond ?? own.paper;
  const shade = (share: number, otherwise: string): string => (donker.achtergrond ? mix(paper, own.ink, share) : otherwise);
  const tint = donker.vlak ?? shade(0.06, own.tint);
  const lighter = (colour: string): string => nearestReadable(colour, [paper, tint], EASY_CONTRAST) ?? own.ink;
  return lower({
    paper,
    ink: donker.tekst ?? own.ink,
    soft: donker.bijtekst ?? own.soft,
    line: donker.lijn ?? own.line,
    accent: donker.accent ?? (accent ? lighter(licht.accent) : own.accent),
    link: donker.verwijzing ?? (accent || verwijzing ? lighter(licht.link) : own.link),
    tint,
    band: shade(0.03, own.band),
    mark: shade(0.05, own.mark),
  });
}

function cover({ omslag, omslagtekst, accent }: Gekozen, { paper, ink, accent: shown }: Kleuren): Omslag {
  const colour = omslag ?? shown;
  const best = contrastOf(paper, colour) >= contrastOf(ink, colour) ? paper : ink;
  const stripe = omslag || accent ? mix(colour, paper, 0.55) : STANDAARD.omslag.stripe;
  return lower({ cover: colour, text: omslagtekst ?? best, stripe });
}

/** Colours are compared as texts elsewhere. */
function lower<T extends object>(colours: T): T {
  return Object.fromEntries(Object.entries(colours).map(([name, colour]) => [name, String(colour).toLowerCase()])) as T;
}
