import { type CodeChoice, codeWaarnemingen, readCoding, type Uncoded } from '../commands/waarnemingen/code.ts';
import { countOf } from '../source/count.ts';
import { askOne, askSearch, tell } from './prompt.ts';

/** What a person did with the waarnemingen that had no code. */
export interface Coded {
  gecodeerd: number;
  open: number;
}

/** How far a person is: what was done, and which waarneming is next. */
interface Progress {
  argument: string;
  vandaag: string;
  indicatoren: readonly CodeChoice[];
  codes: Map<string, string[]>;
}

/** Lets a person go through the waarnemingen without a code, one by one; each choice is written at once. */
export async function promptCode(argument: string, vandaag: string, gebied?: readonly string[]): Promise<Coded> {
  const { open, indicatoren } = readCoding(argument, gebied);
  const progress: Progress = { argument, vandaag, indicatoren, codes: new Map() };
  let index = 0;
  while (index < open.length) {
    const item = open[index];
    const step = item ? await askStep(item, `${index + 1} van ${open.length}`, progress, index > 0) : 'stop';
    if (step === 'stop') break;
    index += step === 'terug' ? -1 : 1;
  }
  const coded = [...progress.codes.values()].filter((refs) => refs.length > 0).length;
  return { gecodeerd: coded, open: open.length - coded };
}

type Step = 'verder' | 'terug' | 'stop';

async function askStep(item: Uncoded, place: string, progress: Progress, hasBefore: boolean): Promise<Step> {
  const { codes, indicatoren } = progress;
  tell(`${place} · ${item.id} · ${item.over}\n\n  “${item.tekst}”`);
  for (;;) {
    const chosen = codes.get(item.id) ?? [];
    const answer = await askOne(questionOf(chosen, indicatoren), [
      { value: 'kies' as const, name: chosen.length > 0 ? 'nog een indicator kiezen' : 'een indicator kiezen' },
      { value: 'verder' as const, name: chosen.length > 0 ? 'naar de volgende' : 'overslaan' },
      ...(chosen.length > 0 ? [{ value: 'wis' as const, name: 'de keuze wissen' }] : []),
      ...(hasBefore ? [{ value: 'terug' as const, name: 'terug naar de vorige' }] : []),
      { value: 'stop' as const, name: 'stoppen' },
    ]);
    if (answer === 'verder' || answer === 'terug' || answer === 'stop') return answer;
    await save(item, answer === 'wis' ? [] : [...new Set([...chosen, await askIndicator(indicatoren)])], progress);
  }
}

function questionOf(chosen: readonly string[], indicatoren: readonly CodeChoice[]): string {
  if (chosen.length === 0) return 'Waar gaat dit over?';
  const labels = chosen.map((ref) => indicatoren.find((indicator) => indicator.ref === ref)?.label ?? ref);
  return `Bewaard: ${labels.join(' | ')}. En nu?`;
}

function askIndicator(indicatoren: readonly CodeChoice[]): Promise<string> {
  return askSearch(
    'Welke indicator? Typ woorden uit de tekst, het criterium of het nummer:',
    indicatoren.map(({ ref, label, uitleg }) => ({ value: ref, name: label, description: uitleg })),
  );
}

async function save({ id }: Uncoded, refs: string[], { argument, vandaag, codes }: Progress): Promise<void> {
  await codeWaarnemingen(argument, new Map([[id, refs]]), vandaag);
  codes.set(id, refs);
}

/** “3 waarnemingen gecodeerd; 2 nog niet”. */
export function codedText({ gecodeerd, open }: Coded): string {
  return `${countOf(gecodeerd, 'waarneming', 'waarnemingen')} gecodeerd${open > 0 ? `; ${open} nog niet` : ''}`;
}
