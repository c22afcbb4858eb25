import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** The built command. */
export const PROGRAM = join(import.meta.dirname, '../../dist/tsd.js');

/** What a run of the built command left behind. */
export interface Run {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Runs the built `tsd` as a user would, without a terminal. */
export function tsd(args: string[], options: { cwd?: string; input?: string } = {}): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...args], {
    ...options,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
    maxBuffer: 1 << 28,
  });
  return { code: status, stdout, stderr };
}
