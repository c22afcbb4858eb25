import { type Diagnostic, error } from '../diagnostics/diagnostic.ts';
import type { Plaats } from '../kader/model.ts';
import type { Versie } from './compare.ts';
import type { OnderdeelSoort } from './onderdeel.ts';
import { compareVersies, largestStap, versieAfter } from './stap.ts';
import type { Stap, Verandering, Verschil } from './verschil.ts';

/** What a revision may not do to a kader that others already use: one that is no concept any more. */
export function checkHerziening(verschil: Verschil, oud: Versie, nieuw: Versie): Diagnostic[] {
  if (oud.kader.bron.status === 'concept') return [];
  const file = nieuw.parts.kader.file;
  return [
    ...checkVersie(verschil, { file, pointer: '/versie' }),
    ...verschil.veranderingen.flatMap((item) => vanished(item, nieuw, file)),
    ...usedAgain(verschil.veranderingen, oud, nieuw),
    ...forgotten(oud, nieuw, file),
    ...checkStatus(oud, nieuw, file),
  ];
}

const WHY: Readonly<Record<Exclude<Stap, 'geen'>, string>> = {
  major: 'er verdwijnt iets of de betekenis verandert',
  minor: 'er komt iets bij of er staat iets elders',
  patch: 'er staan andere woorden',
};

/** A versie that others use stays what it was, and the next one says by its number how much changed. */
function checkVersie({ versie, veranderingen }: Verschil, at: Plaats): Diagnostic[] {
  const stap = largestStap(veranderingen);
  const raised = compareVersies(versie.oud, versie.nieuw);
  if (raised > 0)
    return [
      error('kader/versie-lager', `versie ${versie.nieuw} is lager dan ${versie.oud}`, {
        ...at,
        help: `zet de versie op ${versieAfter(versie.oud, stap === 'geen' ? 'patch' : stap)} of hoger`,
      }),
    ];
  if (stap === 'geen') return [];
  const asked = versieAfter(versie.oud, stap);
  if (compareVersies(asked, versie.nieuw) <= 0) return [];
  const first = veranderingen.find((item) => item.stap === stap);
  const example = first ? ` (zoals ${first.soort} ${first.naar[0] ?? first.van[0]})` : '';
  const message =
    raised === 0
      ? `versie ${versie.oud} is al in gebruik en mag niet meer veranderen: ${WHY[stap]}${example}`
      : `versie ${versie.nieuw} is te laag na ${versie.oud}: ${WHY[stap]}${example}`;
  return [error('kader/versie-te-laag', message, { ...at, help: `zet de versie op ${asked} of hoger` })];
}

/** The parts that reports and toetsingskaders refer to. */
const REFERRED_TO: readonly OnderdeelSoort[] = ['thema', 'criterium', 'indicator', 'aandachtspunt'];

/** An id that is gone without a word: whoever reads an old report could not tell what became of it. */
function vanished({ wat, soort, van: [ref = ''], naam }: Verandering, { kader }: Versie, file: string): Diagnostic[] {
  if (wat !== 'ingetrokken' || !REFERRED_TO.includes(soort)) return [];
  const told = (kader.bron.vervallen ?? []).some(({ verwijzing }) => ref === verwijzing || ref.startsWith(`${verwijzing}/`));
  if (told) return [];
  return [
    error('kader/verdwenen', `${soort} '${ref}' is er niet meer: ${naam}`, {
      file,
      help: `zet het onder vervallen, met verwijzing: ${ref}, versie, opgevolgd_door en reden; heet het nu anders, schrijf dan bij het nieuwe voortgekomen_uit: [${ref}]`,
    }),
  ];
}

/** An id that meant something else before. */
function usedAgain(veranderingen: readonly Verandering[], oud: Versie, nieuw: Versie): Diagnostic[] {
  const before = new Map((oud.kader.bron.vervallen ?? []).map((item) => [item.verwijzing, item]));
  const back = veranderingen.flatMap(({ wat, naar: [ref = ''], soort, plaats }) => {
    const used = wat === 'toegevoegd' && REFERRED_TO.includes(soort) ? before.get(ref) : undefined;
    return used ? [again(`${soort} '${ref}' bestond al, en verviel in versie ${used.versie}`, plaats)] : [];
  });
  const other = veranderingen
    .filter(isOther)
    .map(({ soort, naar: [ref], plaats }) =>
      again(`bij ${soort} '${ref}' staat een heel andere tekst dan in versie ${oud.kader.bron.versie}`, plaats),
    );
  return nieuw.kader.id === oud.kader.id ? [...back, ...other] : [];
}

function again(message: string, plaats: Plaats): Diagnostic {
  return error('kader/id-hergebruikt', message, {
    file: plaats.file,
    pointer: plaats.pointer,
    help: 'geef het een nieuwe id; gaat het toch over hetzelfde, schrijf dan onder wijzigingen aard: inhoudelijk met de reden',
  });
}

/** From this share of the words on, a text is still about the same. */
const SAME_SUBJECT = 0.2;

/** A text of which hardly a word stayed, without a word from its author. */
function isOther({ wat, veld, aard, woorden = [] }: Verandering): boolean {
  if (wat !== 'gewijzigd' || veld !== 'tekst' || aard !== 'niet gezegd') return false;
  const count = (soort: string) =>
    woorden.filter((part) => part.soort === soort).reduce((sum, { tekst }) => sum + tekst.split(' ').length, 0);
  return count('gelijk') < SAME_SUBJECT * (count('gelijk') + Math.max(count('weg'), count('erbij')));
}

/** What was said of a part that is gone may not be lost afterwards. */
function forgotten(oud: Versie, nieuw: Versie, file: string): Diagnostic[] {
  const kept = new Set((nieuw.kader.bron.vervallen ?? []).map(({ verwijzing }) => verwijzing));
  return (oud.kader.bron.vervallen ?? [])
    .filter(({ verwijzing }) => !kept.has(verwijzing))
    .map(({ verwijzing, versie }) =>
      error('kader/vervallen-kwijt', `'${verwijzing}' stond onder vervallen (sinds versie ${versie}) en staat daar niet meer`, {
        file,
        pointer: '/vervallen',
        help: 'zet die regel terug: oude onderzoeken verwijzen ernaar',
      }),
    );
}

const ORDER = ['concept', 'consultatie', 'vastgesteld', 'vervallen'];

/** A versie goes from concept to vervallen and never back; another versie begins anew. */
function checkStatus(oud: Versie, nieuw: Versie, file: string): Diagnostic[] {
  const [before, after] = [oud.kader.bron, nieuw.kader.bron];
  if (before.versie !== after.versie || ORDER.indexOf(after.status) >= ORDER.indexOf(before.status)) return [];
  return [
    error('kader/status-terug', `versie ${after.versie} was ${before.status} en is nu ${after.status}`, {
      file,
      pointer: '/status',
      help: 'zet de status terug, of geef de nieuwe tekst een nieuwe versie',
    }),
  ];
}
