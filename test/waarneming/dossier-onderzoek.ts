import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newOnderzoek } from './onderzoek.ts';

const MORE = `
  - { id: df-1, instrument: dossier, soort: dossieritem, tekst: "Staat er een plan in?", indicatoren: [eigen/voorbereid/op-tijd, eigen/samen/regie], antwoorden: ["ja, getekend", "ja", "nee"] }
  - { id: df-2, instrument: dossier, soort: dossieritem, tekst: "Wie is genoemd?", indicatoren: [eigen/samen/regie] }
  - { id: vr-1, instrument: gesprek, soort: vraag, tekst: "Wist u ervan?", indicatoren: [eigen/voorbereid/op-tijd], antwoorden: ["ja", "nee"] }
`;

/** A fresh onderzoek with an instrument for dossiers, and a question with fixed answers in the gesprek. */
export function newDossierOnderzoek(): string {
  const folder = newOnderzoek();
  const path = join(folder, 'instrumenten.yaml');
  const text = readFileSync(path, 'utf8')
    .replace(
      /\nitems:/,
      '\n  - { id: dossier, soort: dossierformulier, bronsoort: dossier, naam: Dossier, respondenttypen: [consulent] }\nitems:',
    )
    .trimEnd();
  writeFileSync(path, `${text}${MORE}`);
  return folder;
}
