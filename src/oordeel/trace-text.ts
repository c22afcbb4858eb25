import { shorten } from './comments.ts';
import type { Trace, TraceStep } from './trace.ts';

/** How much of a text below the first is shown, in characters. */
const SHOWN = 160;

/** A trace as an indented tree for the screen. */
export function traceText(trace: Trace): string {
  const head = [
    trace.ref,
    ...(trace.tekst ? [`  ${trace.tekst.replace(/\s+/g, ' ').trim()}`] : []),
    ...factLines(trace.feiten, '  '),
  ];
  const sections = [
    section('Rust op', trace.rustOp),
    section('Getoetst aan', trace.getoetstAan),
    section('Hierop rust', trace.hieropRust, true),
  ];
  return `${[...head, ...sections.flat()].join('\n')}\n`;
}

function section(title: string, steps: readonly TraceStep[], always = false): string[] {
  if (steps.length > 0) return ['', title, ...treeLines(steps, '')];
  return always ? ['', `${title}: nog niets`] : [];
}

function treeLines(steps: readonly TraceStep[], indent: string): string[] {
  return steps.flatMap((step, index) => {
    const last = index === steps.length - 1;
    const inner = `${indent}${last ? '   ' : '│  '}`;
    const short = step.feiten.filter((fact) => fact.length <= 60 && !fact.includes(': '));
    const long = step.feiten.filter((fact) => !short.includes(fact));
    const head = [step.verband, step.ref, short.length > 0 ? `(${short.join(', ')})` : ''].filter(Boolean).join(' ');
    const text = step.tekst ? [`${inner}${quoted(step.tekst)}`] : [];
    return [`${indent}${last ? '└─ ' : '├─ '}${head}`, ...text, ...factLines(long, inner), ...treeLines(step.stappen, inner)];
  });
}

function quoted(text: string): string {
  return `“${shorten(text, SHOWN)}”`;
}

function factLines(facts: readonly string[], indent: string): string[] {
  return facts.map((fact) => `${indent}${fact.replace(/\s+/g, ' ')}`);
}
