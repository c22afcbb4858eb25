import type { Huisstijl, Kleuren } from './model.ts';

const LICHT: Kleuren = {
  paper: '#ffffff',
  ink: '#1a1f26',
  soft: '#4a5563',
  line: '#c9d0d8',
  accent: '#0b4a6f',
  link: '#0a4a8f',
  tint: '#f1f5f8',
  band: '#f8fafb',
  mark: '#edf1f4',
};

/** How documents look where nobody says otherwise: sober, with a contrast of at least 7:1 for all text (WCAG 2.2). */
export const STANDAARD: Huisstijl = {
  licht: LICHT,
  donker: {
    paper: '#14181d',
    ink: '#e8ebef',
    soft: '#b4bec9',
    line: '#46505b',
    accent: '#8cc8e8',
    link: '#9ccaff',
    tint: '#1e252d',
    band: '#191e24',
    mark: '#1c2229',
  },
  afdruk: {
    paper: '#ffffff',
    ink: '#000000',
    soft: '#333333',
    line: '#999999',
    accent: '#000000',
    link: '#000000',
    tint: '#f3f3f3',
    band: '#ffffff',
    mark: '#e6e6e6',
  },
  // On paper a tint is weaker than on a screen.
  papier: { ...LICHT, tint: '#eef3f6' },
  omslag: { cover: LICHT.accent, text: '#ffffff', stripe: '#8fb8cc' },
  lettertype: { word: 'Calibri', bestanden: [] },
  formaat: 'A4',
  kopregel: '{titel}',
  termen: {},
};
