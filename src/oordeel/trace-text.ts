import { shorten } from './comments.ts';
import type { Trace, TraceStep } from './trace-model.ts';

/** How much of a text below the first is shown, in characters. */
const SHOWN = 160;

/** What is itself a norm is not held against one: it is part of one. */
const NORMS: ReadonlySet<string> = new Set(['thema', 'criterium', 'indicator']);

/** A trace as an indented tree for the screen. */
export function traceText(trace: Trace): string {
  const head = [
    trace.ref,
    ...(trace.tekst ? [`  ${trace.tekst.replace(/\s+/g, ' ').trim()}`] : []),
    ...factLines(trace.feiten, '  '),
  ];
  const sections = [
    section('Rust op', trace.rustOp),
    section(NORMS.has(trace.soort) ? 'Hoort bij' : 'Getoetst aan', trace.getoetstAan),
    section('Hierop rust', trace.hieropRust, true),
  ];
  return `${[...head, ...sections.flat()].join('\n')}\n`;
}

function section(title: string, steps: readonly TraceStep[], always = false): string[] {
  if (steps.length > 0) return ['', title, ...treeLines(steps, '', new Set())];
  return always ? ['', `${title}: nog niets`] : [];
}

/** What stands below a reference is shown once; where it comes back, the reader is sent up. */
function treeLines(steps: readonly TraceStep[], indent: string, shown: Set<string>): string[] {
  return steps.flatMap((step, index) => {
    const last = index === steps.length - 1;
    const inner = `${indent}${last ? '   ' : '│  '}`;
    const again = step.ref !== '' && step.stappen.length > 0 && shown.has(step.ref);
    if (step.stappen.length > 0) shown.add(step.ref);
    const long = step.feiten.filter((fact) => !isShort(fact));
    return [
      `${indent}${last ? '└─ ' : '├─ '}${headOf(step, again)}`,
      ...(step.tekst ? [`${inner}${quoted(step.tekst)}`] : []),
      ...factLines(long, inner),
      ...(again ? [] : treeLines(step.stappen, inner, shown)),
    ];
  });
}

function headOf({ verband, ref, feiten }: TraceStep, again: boolean): string {
  const notes = [...feiten.filter(isShort), ...(again ? ['zie hierboven'] : [])];
  // "bevinding bevinding:west-1" says the same twice.
  const relation = ref.startsWith(`${verband}:`) ? '' : verband;
  return [relation, ref, notes.length > 0 ? `(${notes.join(', ')})` : ''].filter(Boolean).join(' ');
}

function isShort(fact: string): boolean {
  return fact.length <= 60 && !fact.includes(': ');
}

function quoted(text: string): string {
  return `“${shorten(text, SHOWN)}”`;
}

function factLines(facts: readonly string[], indent: string): string[] {
  return facts.map((fact) => `${indent}${fact.replace(/\s+/g, ' ')}`);
}
