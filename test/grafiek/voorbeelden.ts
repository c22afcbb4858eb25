import type { Grafiek } from '../../src/grafiek/model.ts';

/** One small picture of every kind. */
export const VOORBEELDEN: readonly Grafiek[] = [
  {
    soort: 'perspectieven',
    kop: ['Criterium', 'burgers', 'naasten', 'gemeente'],
    regels: [
      ['De toegang is laagdrempelig', 'ja', '–', 'ja'],
      ['Volwassenen krijgen samenhangende zorg en ondersteuning', 'ja', 'ja', '–'],
      ['De zorg en ondersteuning zijn passend', '–', '–', '–'],
    ],
  },
  {
    soort: 'goed-en-beter',
    kop: [
      'Criterium',
      'Fictiehove: gaat goed',
      'Fictiehove: kan beter',
      'Voorbeelderdam: gaat goed',
      'Voorbeelderdam: kan beter',
    ],
    regels: [
      ['De toegang is laagdrempelig', '3', '0', '1', '2'],
      ['De zorg en ondersteuning zijn passend', '0', '4', '1', '0'],
    ],
  },
  {
    soort: 'factoren',
    kop: ['Factor', 'Verklaringen'],
    regels: [
      ['Sturing', '7'],
      ['Rollen en verantwoordelijkheden', '2'],
      ['Wet- en regelgeving', '0'],
    ],
  },
  {
    soort: 'tijdlijn',
    kop: ['Stap', 'Van', 'Tot en met'],
    regels: [
      ['Gesprekken en dossiers', '1 december 2025', '28 februari 2026'],
      ['Openbaar maken', '18 juni 2026', ''],
    ],
  },
  {
    soort: 'waarnemingen',
    kop: ['Criterium', 'Fictiehove', 'Voorbeelderdam'],
    regels: [
      ['De toegang is laagdrempelig', '12', '0'],
      ['De zorg en ondersteuning zijn passend', '3', '25'],
    ],
  },
];
