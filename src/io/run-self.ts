import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { packageFolder } from './root.ts';

/** What a command printed. */
export interface Ran {
  stdout: string;
  stderr: string;
}

/** Runs a command of tsd in a process of its own, and waits for it. */
export function runSelf(args: readonly string[]): Promise<Ran> {
  const child = spawn(process.execPath, [join(packageFolder(), 'dist', 'tsd.js'), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ran: Ran = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    ran.stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    ran.stderr += text;
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', () => resolve(ran));
  });
}
