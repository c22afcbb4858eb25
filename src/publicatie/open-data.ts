import { type Dossier, speakingBronnen } from '../onderzoek/dossier.ts';
import { OVERKOEPELEND } from '../oordeel/chain-model.ts';
import { BRONSOORTEN, PERSPECTIEFNAMEN } from '../rapport/model/labels.ts';
import type { Material } from '../rapport/model/material.ts';
import { DREMPEL } from '../rapport/model/options.ts';
import { joinCell } from '../tabel/table.ts';
import { countSources } from './counts.ts';
import type { Kolom, Tabel } from './csvw.ts';

const CRITERIUM: Kolom = {
  naam: 'criterium',
  titel: 'Criterium',
  omschrijving: 'De verwijzing naar het criterium.',
  verplicht: true,
};
const GEBIED: Kolom = { naam: 'gebied', titel: 'Gebied', omschrijving: 'De id van het gebied, zoals in gebieden.csv.' };

/** The tables of an onderzoek that everybody may have: what was judged and what it rests on, and of the sources numbers alone. */
export function openData(material: Material): Tabel[] {
  const sources = sourcesTable(material.dossier);
  return [areas(material), criteria(material), findings(material), verdicts(material), improvements(material), ...sources];
}

function areas({ dossier }: Material): Tabel {
  return {
    bestand: 'gebieden.csv',
    titel: 'Gebieden',
    omschrijving: 'De gebieden waarover is geoordeeld.',
    kolommen: [
      { ...GEBIED, omschrijving: 'De id van het gebied.', verplicht: true },
      { naam: 'naam', titel: 'Naam', omschrijving: 'De naam.', verplicht: true },
      { naam: 'soort', titel: 'Soort', omschrijving: 'Gemeente, regio, wijk of vestiging.', verplicht: true },
    ],
    sleutel: ['gebied'],
    regels: dossier.onderzoek.value.gebieden.map(({ id, naam, soort }) => ({ gebied: id, naam, soort })),
  };
}

function criteria({ criteria: chosen }: Material): Tabel {
  return {
    bestand: 'criteria.csv',
    titel: 'Criteria',
    omschrijving: 'De criteria van het toetsingskader.',
    kolommen: [
      CRITERIUM,
      { naam: 'nummer', titel: 'Nummer', omschrijving: 'Het nummer in het kader; het kan in een andere versie anders zijn.' },
      { naam: 'thema', titel: 'Thema', omschrijving: 'Het thema waar het criterium bij hoort.' },
      { naam: 'titel', titel: 'Titel', omschrijving: 'De titel van het criterium.', verplicht: true },
      { naam: 'kader', titel: 'Kader', omschrijving: 'Het kader met zijn versie; leeg bij een eigen criterium.' },
    ],
    sleutel: ['criterium'],
    regels: chosen.map(({ ref, nummer, titel, thema, kader }) => ({
      criterium: ref,
      nummer,
      titel,
      thema: thema.titel,
      kader: kader ? `${kader.id}@${kader.versie}` : '',
    })),
  };
}

function findings({ bevindingen }: Material): Tabel {
  return {
    bestand: 'bevindingen.csv',
    titel: 'Bevindingen',
    omschrijving: 'Wat het team per gebied vaststelde, zonder wie iets zei.',
    kolommen: [
      { naam: 'bevinding', titel: 'Bevinding', omschrijving: 'De id van de bevinding.', verplicht: true },
      { ...GEBIED, verplicht: true },
      { ...CRITERIUM, naam: 'criteria', titel: 'Criteria', omschrijving: 'De criteria waarover zij gaat.', meer: true },
      { naam: 'tekst', titel: 'Tekst', omschrijving: 'De bevinding.', verplicht: true },
      {
        naam: 'strekking',
        titel: 'Strekking',
        omschrijving: 'Gaat goed, kan beter, wisselend of feit; leeg als dat niet is vastgelegd.',
      },
    ],
    sleutel: ['bevinding'],
    regels: bevindingen.map(({ bevinding: { id, tekst, strekking = '' }, gebied, criteria: about }) => {
      return { bevinding: id, gebied, criteria: joinCell(about), tekst, strekking };
    }),
  };
}

function verdicts({ chain, dossier }: Material): Tabel {
  const order = [OVERKOEPELEND, ...dossier.onderzoek.value.gebieden.map(({ id }) => id)];
  const nodes = [...chain.nodes.values()].filter(
    ({ soort, tekst, ingetrokken }) => (soort === 'oordeel' || soort === 'conclusie') && tekst !== '' && !ingetrokken,
  );
  const regels = order.flatMap((waar) =>
    nodes
      .filter(({ ref }) => ref.startsWith(`oordeel:${waar}/`))
      .map(({ ref, tekst, nietBeoordeeld }) => ({
        waar,
        over: ref.slice(`oordeel:${waar}/`.length),
        ...(nietBeoordeeld ? { niet_beoordeeld: tekst } : { oordeel: tekst }),
      })),
  );
  return {
    bestand: 'oordelen.csv',
    titel: 'Oordelen',
    omschrijving: 'De oordelen per gebied en over alle gebieden samen. Een oordeel is een tekst, geen cijfer.',
    kolommen: [
      { naam: 'waar', titel: 'Waar', omschrijving: "De id van het gebied, of 'overkoepelend'.", verplicht: true },
      {
        naam: 'over',
        titel: 'Waarover',
        omschrijving: "De verwijzing naar een criterium of thema, of 'conclusie'.",
        verplicht: true,
      },
      { naam: 'oordeel', titel: 'Oordeel', omschrijving: 'Het oordeel; leeg als het niet is gegeven.' },
      { naam: 'niet_beoordeeld', titel: 'Niet beoordeeld', omschrijving: 'Waarom er geen oordeel is.' },
    ],
    sleutel: ['waar', 'over'],
    regels,
  };
}

function improvements({ dossier }: Material): Tabel {
  const { partijen = [] } = dossier.onderzoek.value;
  const naam = (id: string): string => partijen.find((partij) => partij.id === id)?.naam ?? id;
  const punten = dossier.verbeterpunten?.value.verbeterpunten ?? [];
  return {
    bestand: 'verbeterpunten.csv',
    titel: 'Verbeterpunten',
    omschrijving: 'Wat beter kan, wie daarvoor aan zet is en wanneer.',
    kolommen: [
      { naam: 'nummer', titel: 'Nummer', omschrijving: 'Het nummer dat het verbeterpunt in elk rapport heeft.', verplicht: true },
      { naam: 'tekst', titel: 'Tekst', omschrijving: 'Het verbeterpunt.', verplicht: true },
      { naam: 'regie', titel: 'Regie', omschrijving: 'Wie de regie voert.', verplicht: true },
      { naam: 'aan_zet', titel: 'Aan zet', omschrijving: 'Wie iets moet doen.', meer: true },
      { naam: 'termijn', titel: 'Termijn', omschrijving: 'Voor welke dag; leeg als dat nog is af te spreken.', soort: 'date' },
      { naam: 'status', titel: 'Status', omschrijving: 'Hoe het ervoor staat.' },
    ],
    sleutel: ['nummer'],
    regels: punten.map(({ tekst, regie, gericht_aan, termijn = '', status = '' }, index) => ({
      nummer: `V${index + 1}`,
      tekst,
      regie: naam(regie),
      aan_zet: joinCell(gericht_aan.map(naam)),
      termijn,
      status,
    })),
  };
}

/** Once the werkdossier is destroyed nothing can be counted any more; what was kept stands in the reports. */
function sourcesTable(dossier: Dossier): Tabel[] {
  if (dossier.vernietiging) return [];
  const drempel = dossier.instellingen.privacy?.drempel ?? DREMPEL;
  const gebieden = dossier.onderzoek.value.gebieden.map(({ id }) => id);
  const tellingen = countSources(speakingBronnen(dossier), gebieden, drempel);
  const table: Tabel = {
    bestand: 'bronnen.csv',
    titel: 'Aantallen bronnen',
    omschrijving: `Hoeveel bronnen er zijn per gebied, perspectief en soort. Een aantal onder ${drempel} staat er niet, en ook geen totaal waaruit het te vinden is.`,
    kolommen: [
      { ...GEBIED, omschrijving: 'De id van het gebied; leeg in een regel over alle gebieden.' },
      { naam: 'perspectief', titel: 'Perspectief', omschrijving: 'Wiens blik het is; leeg in een regel over alle bronnen.' },
      { naam: 'soort', titel: 'Soort bron', omschrijving: 'Wat voor bron; leeg in een regel over alle bronnen.' },
      { naam: 'aantal', titel: 'Aantal', omschrijving: 'Hoeveel; leeg als het niet wordt genoemd.', soort: 'integer' },
    ],
    regels: tellingen.map(({ gebied = '', soort, perspectief, aantal }) => ({
      gebied,
      perspectief: perspectief ? PERSPECTIEFNAMEN[perspectief] : '',
      soort: soort ? BRONSOORTEN[soort] : '',
      aantal: aantal === undefined ? '' : String(aantal),
    })),
  };
  return [table];
}
