import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A line of the labelled set: its text without marks, and what is marked in it. */
export interface Regel {
  text: string;
  labels: { kind: string; from: number; to: number }[];
}

/** The lines of one file of the set. */
export function leesRegels(name: string): Regel[] {
  const lines = readFileSync(join(import.meta.dirname, name), 'utf8')
    .split('\n')
    .filter(Boolean);
  return lines.map((line) => {
    const labels: Regel['labels'] = [];
    let text = '';
    for (const part of line.split(/(⟦[^⟧]*⟧)/)) {
      const [, kind, value] = /^⟦([^|]+)\|(.*)⟧$/.exec(part) ?? [];
      if (kind !== undefined && value !== undefined) labels.push({ kind, from: text.length, to: text.length + value.length });
      text += value ?? part;
    }
    return { text, labels };
  });
}
