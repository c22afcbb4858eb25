import { readFileSync } from 'node:fs';
import { stop } from '../diagnostics/stop.ts';
import { readText } from './files.ts';

/** In bytes; a passphrase is one line. */
const LONGEST = 10_000;

/** Reads a passphrase: the first line of a file, or of what is piped in (`-`). */
export function readSecret(from: string): string {
  const text = from === '-' ? readPiped() : readText(from, LONGEST);
  return text.split(/\r?\n/, 1)[0] ?? '';
}

function readPiped(): string {
  if (process.stdin.isTTY)
    throw stop('io/geen-invoer', 'er wordt niets doorgegeven waar het wachtwoord in staat', {
      help: 'geef het door, zoals in: wachtwoordkluis toon werkdossier | tsd … --wachtwoord-uit -',
    });
  return readFileSync(0, 'utf8');
}
