import { type Diagnostic, hasErrors } from '../diagnostics/diagnostic.ts';
import type { HuisstijlBestand } from '../schema/generated/types.ts';
import { checkKleuren } from './check-kleuren.ts';
import { deriveKleuren } from './kleuren.ts';
import { buildLettertype } from './lettertype.ts';
import { buildLogo } from './logo.ts';
import type { Huisstijl } from './model.ts';
import { checkRegel } from './regel.ts';
import { STANDAARD } from './standaard.ts';

/** The content of the files that a huisstijl names. */
export interface Bestanden {
  logo?: Uint8Array | undefined;
  lettertype: readonly Uint8Array[];
}

/** Decides how documents look. With an error there is no huisstijl: a document in half of it helps nobody. */
export function buildHuisstijl(
  gekozen: HuisstijlBestand,
  bestanden: Bestanden,
): { value: Huisstijl | undefined; diagnostics: Diagnostic[] } {
  const kleuren = deriveKleuren(gekozen.kleuren);
  const lettertype = buildLettertype(gekozen.lettertype, bestanden.lettertype);
  const logo = gekozen.logo && bestanden.logo && buildLogo(gekozen.logo, bestanden.logo);
  const { kopregel = STANDAARD.kopregel, voetregel, termen = {}, pagina } = gekozen;
  const diagnostics = [
    ...checkKleuren(gekozen.kleuren, kleuren),
    ...lettertype.diagnostics,
    ...(logo && 'code' in logo ? [logo] : []),
    ...checkRegel(kopregel, 'kopregel'),
    ...checkRegel(voetregel, 'voetregel'),
  ];
  if (hasErrors(diagnostics)) return { value: undefined, diagnostics };
  const value: Huisstijl = {
    ...kleuren,
    lettertype: lettertype.value,
    ...(logo && !('code' in logo) ? { logo } : {}),
    formaat: pagina?.formaat ?? STANDAARD.formaat,
    kopregel,
    ...(voetregel === undefined ? {} : { voetregel }),
    termen: { ...termen },
  };
  return { value, diagnostics };
}
