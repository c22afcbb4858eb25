import { type Diagnostic, error } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/suggest.ts';

/** What a line above or below a page may name of its document. */
export interface Gegevens {
  titel: string;
  datum: string;
  status?: string | undefined;
  kenmerk?: string | undefined;
}

const NAMES = ['titel', 'datum', 'status', 'kenmerk'] as const;
const BRACES = /\{([^{}]*)\}/g;

/** What a line names that does not exist. */
export function checkRegel(regel: string | undefined, key: string): Diagnostic[] {
  const names = [...(regel ?? '').matchAll(BRACES)].map(([, name = '']) => name);
  return names
    .filter((name) => !NAMES.some((known) => known === name))
    .map((name) =>
      error('huisstijl/regel', `{${name}} bestaat niet in een ${key}${didYouMean(name, NAMES)}`, {
        pointer: `/${key}`,
        help: `wat er is: ${NAMES.map((known) => `{${known}}`).join(', ')}`,
      }),
    );
}

/** Fills in a line. Of parts between ` · ` one that names only what a document lacks falls away. */
export function fillRegel(regel: string, gegevens: Gegevens): string {
  const given = (name: string): string => NAMES.map((known) => (known === name ? (gegevens[known] ?? '') : '')).join('');
  const filled = regel.split(' · ').map((part) => part.replace(BRACES, (_, name: string) => given(name)).trim());
  return filled.filter((part) => part !== '').join(' · ');
}
