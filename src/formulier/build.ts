import type { Dossier } from '../onderzoek/dossier.ts';
import { FORM_VERSION } from '../onderzoek/form.ts';
import { type ToetsCriterium, type ToetsIndicator, toetsCriteria } from '../onderzoek/toetsing.ts';
import type { Formulierkenmerk } from '../schema/generated/types.ts';
import { canonicalJson, sha256 } from '../source/fingerprint.ts';
import { toetsingskaderFingerprint } from '../waarneming/fingerprint.ts';
import { bronVooraf } from '../waarneming/form.ts';
import { type FormScope, formLists, indicatorenFor, itemsFor, respondenttypenOf } from '../waarneming/form-lists.ts';
import type { FormCriterium, FormIndicator, FormInstrument, FormModel, FormThema, Keuze } from './model.ts';

/** What the page of a form for a levering knows, narrowed to its scope. */
export function formModel(dossier: Dossier, { levering, ...scope }: FormScope & { levering: string }): FormModel {
  const { onderzoek } = dossier;
  const lists = formLists(dossier, scope);
  const values = (list: keyof typeof lists) => lists[list].map(({ waarde }) => waarde);
  const named = (list: keyof typeof lists): Keuze[] => lists[list].map(({ waarde, uitleg }) => ({ id: waarde, naam: uitleg }));
  const { gebieden, ...vooraf } = bronVooraf(dossier, scope);
  const partijen = new Map((onderzoek.value.partijen ?? []).map((partij) => [partij.id, partij.gebieden]));
  return {
    formulier: kenmerkOf(dossier, levering),
    titel: onderzoek.value.titel,
    themas: themasOf(dossier, scope),
    instrumenten: instrumentenOf(dossier, scope),
    gebieden: named('gebied'),
    partijen: named('partij').map((partij) => ({ ...partij, gebieden: partijen.get(partij.id) ?? [] })),
    respondenttypen: respondenttypenOf(dossier, scope).map(({ id, naam, perspectief }) => ({ id, naam, perspectief })),
    vastleggers: named('vastlegger'),
    bronsoorten: values('bronsoort'),
    perspectieven: values('perspectief'),
    strekkingen: values('strekking'),
    factoren: values('factor'),
    casussen: values('casus'),
    vooraf: { ...vooraf, ...(gebieden === undefined ? {} : { gebieden: [gebieden] }) },
  };
}

/**
 * Two onderzoeken, or two leveringen, never have the same id: what is recorded lies in the browser under it. A newer form
 * for the same levering has the id of the old one, and so goes on with what was recorded there.
 */
function kenmerkOf(dossier: Dossier, levering: string): Formulierkenmerk {
  const { id, titel } = dossier.onderzoek.value;
  return {
    id: `${id}.${levering}.${sha256(canonicalJson([id, titel, levering])).slice(0, 12)}`,
    versie: FORM_VERSION,
    onderzoek: id,
    levering,
    vingerafdruk: toetsingskaderFingerprint(dossier),
  };
}

function themasOf(dossier: Dossier, scope: FormScope): FormThema[] {
  const mine = new Set(indicatorenFor(dossier, scope).map(({ indicator }) => indicator.ref));
  const themas = new Map<string, FormThema>();
  for (const criterium of dossier.toetsingskader ? toetsCriteria(dossier.toetsingskader.value, dossier.kaders) : []) {
    const indicatoren = criterium.indicatoren.filter(({ ref }) => mine.has(ref));
    if (indicatoren.length === 0) continue;
    const { ref, nummer, titel } = criterium.thema;
    const thema = themas.get(ref) ?? { nummer, titel, criteria: [] };
    thema.criteria.push(criteriumOf(criterium, indicatoren));
    themas.set(ref, thema);
  }
  return [...themas.values()];
}

function criteriumOf(criterium: ToetsCriterium, indicatoren: readonly ToetsIndicator[]): FormCriterium {
  const { ref, nummer, titel, tekst, toelichting, vindplaats, toespitsing } = criterium;
  return {
    ref,
    nummer,
    titel,
    tekst,
    ...(toespitsing ? { toespitsing } : {}),
    toelichting,
    vindplaats,
    indicatoren: indicatoren.map(indicatorOf),
  };
}

function indicatorOf({
  ref,
  nummer,
  kort,
  tekst,
  toespitsing,
  nietVanToepassing,
  aandachtspunten,
  aanWie,
}: ToetsIndicator): FormIndicator {
  return {
    ref,
    nummer,
    kort,
    tekst,
    ...(toespitsing ? { toespitsing } : {}),
    ...(nietVanToepassing ? { nietVanToepassing } : {}),
    aandachtspunten,
    aanWie,
  };
}

function instrumentenOf(dossier: Dossier, scope: FormScope): FormInstrument[] {
  const items = itemsFor(dossier, scope);
  const instrumenten = dossier.instrumenten?.value.instrumenten ?? [];
  return instrumenten.flatMap(({ id, naam, introductie, respondenttypen }) => {
    const own = items.filter(({ instrument }) => instrument === id);
    if (own.length === 0) return [];
    const asked = own.map(({ id, tekst, minuten, indicatoren, antwoorden = [] }) => ({
      id,
      tekst,
      ...(minuten === undefined ? {} : { minuten }),
      indicatoren,
      ...(antwoorden.length > 0 ? { antwoorden } : {}),
    }));
    return [{ id, naam, ...(introductie ? { introductie } : {}), respondenttypen, items: asked }];
  });
}
