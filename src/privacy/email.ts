import type { Finding } from './finding.ts';

const LOCAL = /[\p{L}\d.!#$%&'*+/=?^_`{|}~-]/u;
const DOMAIN = /[\p{L}\d.-]/u;
/** The part before the @ has at most this many characters (RFC 5321), and the part after it so many. */
const MOST_BEFORE = 64;
const MOST_AFTER = 253;

/** Mailboxes of a function, which belong to no person. */
const GENERAL =
  /^(?:info|contact|post|postbus|mail|gemeente|klacht(?:en)?|klachtenfunctionaris|privacy|fg|functionarisgegevensbescherming|receptie|balie|loket|meldpunt|meldingen|aanmelding(?:en)?|administratie|secretariaat|bestuur|directie|communicatie|pers|redactie|support|helpdesk|service|servicedesk|noreply|no-reply|wmo|jeugd|jeugdhulp|toegang|wijkteam|sociaalteam|toezicht|inspectie|zorg|inkoop|facturen|factuur|vacatures|hr|griffie|wijkteam-[\p{L}-]+|team-[\p{L}-]+|klant(?:en)?service|klantcontact|cliëntenraad|clientenraad)$/iu;

/** Finds every e-mail address of a person; those of a function, such as info@, are nobody's. */
export function findEmail(text: string): Finding[] {
  const found: Finding[] = [];
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const from = startOf(text, at, found.at(-1)?.to ?? 0);
    const to = endOf(text, at);
    if (from < at && to !== undefined && !GENERAL.test(text.slice(from, at)))
      found.push({ kind: 'e-mail', from, to, certainty: 'zeker' });
  }
  return found;
}

function startOf(text: string, at: number, least: number): number {
  let from = at;
  while (from > least && at - from < MOST_BEFORE && LOCAL.test(text.charAt(from - 1))) from -= 1;
  // Quotes and dots before an address belong to the sentence.
  while (from < at && /[^\p{L}\d_]/u.test(text.charAt(from))) from += 1;
  return from;
}

/** Where the domain after the @ ends; `undefined` when there is none with a dot and letters after it. */
function endOf(text: string, at: number): number | undefined {
  let to = at + 1;
  while (to < text.length && to - at <= MOST_AFTER && DOMAIN.test(text.charAt(to))) to += 1;
  while (to > at + 1 && /[.-]/.test(text.charAt(to - 1))) to -= 1;
  const labels = text.slice(at + 1, to).split('.');
  const fine = labels.length > 1 && labels.every((label) => label !== '') && /^\p{L}{2,}$/u.test(labels.at(-1) ?? '');
  return fine ? to : undefined;
}
