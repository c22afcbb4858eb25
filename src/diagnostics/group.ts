import type { Diagnostic, Severity } from './diagnostic.ts';

/** Diagnostics of one kind of which there are too many to show one by one. */
export interface DiagnosticGroup {
  code: string;
  severity: Severity;
  /** The first few. */
  shown: readonly Diagnostic[];
  /** How many are not shown. */
  others: number;
  /** What to do, where that is the same for all of them. */
  help: string | undefined;
}

/** So many of one kind are still read one by one. */
const MOST = 5;
/** So many of a group are shown. */
const SHOWN = 3;

const ORDER: Record<Severity, number> = { error: 0, warning: 1, info: 2 };

/**
 * Diagnostics as a person reads them: errors first, and each of them; of what stops nothing, more than five of one kind stand
 * together where the first of them would stand. What is equally serious stays in the order it was given in.
 */
export function forReading(diagnostics: readonly Diagnostic[]): (Diagnostic | DiagnosticGroup)[] {
  const kinds = new Map<string, Diagnostic[]>();
  for (const diagnostic of diagnostics) {
    const kind = kinds.get(kindOf(diagnostic));
    if (kind) kind.push(diagnostic);
    else kinds.set(kindOf(diagnostic), [diagnostic]);
  }
  const ordered = [...diagnostics].sort((a, b) => ORDER[a.severity] - ORDER[b.severity]);
  return ordered.flatMap((diagnostic): (Diagnostic | DiagnosticGroup)[] => {
    const kind = kinds.get(kindOf(diagnostic)) ?? [];
    if (diagnostic.severity === 'error' || kind.length <= MOST) return [diagnostic];
    return kind[0] === diagnostic ? [toGroup(diagnostic, kind)] : [];
  });
}

function kindOf({ severity, code }: Diagnostic): string {
  return `${severity} ${code}`;
}

function toGroup({ code, severity, help }: Diagnostic, kind: readonly Diagnostic[]): DiagnosticGroup {
  const shown = kind.slice(0, SHOWN);
  const shared = kind.every((other) => other.help === help);
  return { code, severity, shown, others: kind.length - shown.length, help: shared ? help : undefined };
}
