import type { AllowedNames } from './name.ts';

/** Names that are no names of persons. */
export interface KnownNames {
  /** Parties and organisations: no person, whatever stands before them. */
  organisations: readonly string[];
  /** Gemeenten and other places: no person either, except after a title, because many people bear the name of a place. */
  places: readonly string[];
}

/** Makes the known names ready to be looked up in a text, without regard to case. */
export function allowNames({ organisations, places }: KnownNames): AllowedNames {
  const known = new Map<string, { name: string; place: boolean }[]>();
  const add = (name: string, place: boolean) => {
    const key = firstWord(name);
    if (key !== '') known.set(key, [...(known.get(key) ?? []), { name: name.trim().toLowerCase(), place }]);
  };
  for (const name of organisations) add(name, false);
  for (const name of places) add(name, true);
  return {
    beginsAt(text, offset, titled) {
      const names = known.get(firstWord(text.slice(offset, offset + 60)));
      return names?.some(({ name, place }) => !(place && titled) && standsAt(text, offset, name)) ?? false;
    },
  };
}

function firstWord(text: string): string {
  return /^\s*([\p{L}\p{N}]+)/u.exec(text)?.[1]?.toLowerCase() ?? '';
}

function standsAt(text: string, offset: number, name: string): boolean {
  const end = offset + name.length;
  return text.slice(offset, end).toLowerCase() === name && !/[\p{L}\p{N}]/u.test(text.charAt(end));
}
