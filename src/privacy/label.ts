import type { Finding } from './finding.ts';

/** A heading that says what the value under it is. */
const TELLING =
  /(?:^|[^\p{L}])(?:bsn|burgerservicenummer|sofinummer|sofi|geboren|geb\.?(?!\p{L})|geboorte|gebdatum|kenteken|nummerplaat|achternaam|voornaam|roepnaam|naam (?:van )?(?:de |het )?(?:cliënt|client|jongere|kind|respondent|moeder|vader|ouder|bewoner|inwoner|betrokkene))/iu;

/** What is found in a text that stands under a heading, in a column or after a key, which may say what kind of value it is. */
export function detectUnder(label: string | undefined, text: string, detect: (text: string) => Finding[]): Finding[] {
  const plain = label?.replaceAll('_', ' ');
  if (plain === undefined || plain.length > 60 || !TELLING.test(plain)) return detect(text);
  const start = `${plain}: `.length;
  return detect(`${plain}: ${text}`).flatMap((finding) =>
    finding.from < start ? [] : [{ ...finding, from: finding.from - start, to: finding.to - start }],
  );
}
