import type { Privacy } from '../schema/generated/types.ts';
import { allowNames, type KnownNames } from './allowed.ts';
import { createDetector } from './detect.ts';
import type { Finding, Soort } from './finding.ts';
import { detectUnder } from './label.ts';
import { hint, SHORT } from './mask.ts';
import { lastDigits } from './mask-bsn.ts';
import { privacyRules } from './rules.ts';

/** Personal data in a text, as it is told: never the value itself. */
export interface PrivacyProblem {
  finding: Finding;
  code: string;
  severity: 'error' | 'warning';
  message: string;
  help: string;
}

/** Where a text comes from: its file, and the heading, column or key it stands under. */
export interface Where {
  file?: string | undefined;
  label?: string | undefined;
}

/** Judges texts by the rules of one repository. */
export interface PrivacyGuard {
  /** What personal data stands in a text, without what is excepted in its file, in the order of the text. */
  judge(text: string, where?: Where): PrivacyProblem[];
}

const NOBODY: KnownNames = { organisations: [], places: [] };

/** Makes a guard of the privacy settings in `tsd.yaml` and of names that are no persons. */
export function createGuard(settings: Privacy | undefined, known: KnownNames = NOBODY): PrivacyGuard {
  const organisations = [...known.organisations, ...(settings?.toegestaan ?? [])];
  const detect = createDetector(allowNames({ ...known, organisations }));
  const rules = privacyRules(settings);
  return {
    judge(text, { file = '', label } = {}) {
      const found = detectUnder(label, text, detect);
      if (found.length === 0) return [];
      return found.flatMap((finding) => {
        const value = text.slice(finding.from, finding.to);
        return rules.isExempt(finding.kind, value, file) ? [] : [problemOf(finding, value, rules.severityOf(finding.kind))];
      });
    },
  };
}

const WORDS: Readonly<Record<Soort, string>> = {
  bsn: 'een burgerservicenummer',
  iban: 'een rekeningnummer (IBAN)',
  'e-mail': 'een e-mailadres van een persoon',
  geboortedatum: 'een geboortedatum',
  adres: 'een volledig adres',
  telefoon: 'een telefoonnummer',
  kenteken: 'een kenteken',
  naam: 'de naam van een persoon',
};

const HELP =
  'haal het weg, of zet er een code of functie voor in de plaats; hoort het hier, zet het dan met reden en naam bij privacy.uitzonderingen in tsd.yaml';

function problemOf(finding: Finding, value: string, severity: 'error' | 'warning'): PrivacyProblem {
  const { kind } = finding;
  const code = `privacy/${kind}`;
  if (kind === 'bsn') return { finding, code, severity, message: bsnMessage(value), help: BSN_HELP };
  const shown = value.length < SHORT ? '' : ` (${hint(value)})`;
  return { finding, code, severity, message: `hier staat ${WORDS[kind]}${shown}`, help: HELP };
}

const BSN_HELP = 'haal het nummer weg, ook uit het bestand zelf; gebruik een casuscode';

function bsnMessage(value: string): string {
  return `hier staat ${WORDS.bsn} (het eindigt op ${lastDigits(value)}); dat mag niet worden vastgelegd`;
}
