import { TAALREGELS, type TaalRegels } from '../taal/advise.ts';
import type { Dossier } from './dossier.ts';

/** The rules for the texts of an onderzoek; the names of its organisations and the terms of its kaders need no advice. */
export function taalRulesOf({
  instellingen,
  kaders,
  onderzoek,
}: Pick<Dossier, 'instellingen' | 'kaders' | 'onderzoek'>): TaalRegels {
  const rules = { ...TAALREGELS, ...instellingen.taal };
  const { inspecties, partners = [] } = onderzoek.value;
  const names = [...inspecties, ...partners].flatMap(({ id, naam }) => [id, ...naam.split(' ')]);
  const terms = kaders.flatMap(({ definities }) => definities.map(({ term }) => term));
  return { ...rules, toegestaan: [...rules.toegestaan, ...names, ...terms] };
}
