import type { Privacy, Uitzondering } from '../schema/generated/types.ts';
import type { Soort } from './finding.ts';
import { normaliseValue } from './normalise.ts';

/** How personal data is judged in this repository. */
export interface PrivacyRules {
  severityOf(kind: Soort): 'error' | 'warning';
  /** Whether somebody answers for this value in this file. Never for a burgerservicenummer. */
  isExempt(kind: Soort, value: string, file: string): boolean;
}

/** What is an error where `tsd.yaml` says nothing; the others are warnings. See docs/besluiten/0015. */
const ERRORS: ReadonlySet<Soort> = new Set<Soort>(['bsn', 'iban', 'e-mail', 'geboortedatum', 'adres']);

/** Makes the rules of the settings in `tsd.yaml`; a burgerservicenummer is an error whatever they say. */
export function privacyRules(settings: Privacy | undefined): PrivacyRules {
  const exceptions = (settings?.uitzonderingen ?? []).map(toMatcher);
  return {
    severityOf(kind) {
      const set = kind === 'bsn' ? 'fout' : settings?.[kind];
      if (set === undefined) return ERRORS.has(kind) ? 'error' : 'warning';
      return set === 'fout' ? 'error' : 'warning';
    },
    isExempt: (kind, value, file) => kind !== 'bsn' && exceptions.some((matches) => matches(kind, value, file)),
  };
}

function toMatcher({ soort, tekst, patroon, bestand }: Uitzondering): PrivacyRules['isExempt'] {
  return (kind, value, file) =>
    (soort === undefined || soort === kind) &&
    (bestand === undefined || inFile(bestand, file)) &&
    (tekst === undefined || normaliseValue(kind, tekst) === normaliseValue(kind, value)) &&
    (patroon === undefined || fits(patroon.toLowerCase(), value.toLowerCase()));
}

/** A path fits as a whole, or from one of its folders on. The settings themselves name what they except. */
function inFile(pattern: string, file: string): boolean {
  const parts = file.replaceAll('\\', '/').split('/');
  return parts.at(-1) === 'tsd.yaml' || parts.some((_, index) => fits(pattern, parts.slice(index).join('/')));
}

/** Whether a text fits a pattern in which `*` stands for any characters. Goes back to the last star only, so it always ends soon. */
function fits(pattern: string, text: string): boolean {
  let [at, in_, star, resume] = [0, 0, -1, 0];
  while (in_ < text.length) {
    if (pattern.charAt(at) === '*') {
      star = at;
      resume = in_;
      at += 1;
    } else if (at < pattern.length && pattern.charAt(at) === text.charAt(in_)) {
      at += 1;
      in_ += 1;
    } else if (star >= 0) {
      at = star + 1;
      resume += 1;
      in_ = resume;
    } else return false;
  }
  return /^\**$/.test(pattern.slice(at));
}
