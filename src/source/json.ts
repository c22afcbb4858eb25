import { type Diagnostic, error, type Result } from '../diagnostics/diagnostic.ts';
import { parseYaml, type Source, tooDeep } from './yaml.ts';

/**
 * Parses JSON, which is much faster than YAML. Where a place is asked for, the text is gone over once more as YAML, of which
 * JSON is a part.
 */
export function parseJson(text: string, file: string): Result<Source | undefined> {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return { value: undefined, diagnostics: [notJson(file)] };
  }
  if (isDeeperThan(content, DEEPEST)) return { value: undefined, diagnostics: [tooDeep(file)] };
  let slow: Source | undefined;
  const source = () => {
    slow ??= parseYaml(text, file).value;
    return slow;
  };
  const value: Source = {
    file,
    text,
    value: content,
    lookalikes: [],
    positionOf: (pointer) => source()?.positionOf(pointer) ?? { line: 1, column: 1 },
    rangeOf: (pointer) => source()?.rangeOf(pointer),
    keyStartOf: (pointer) => source()?.keyStartOf(pointer),
  };
  return { value, diagnostics: [] };
}

/** Deeper than any of our formats. What walks over a value calls itself for each level, and would not come to its end. */
const DEEPEST = 100;

function isDeeperThan(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => isDeeperThan(inner, levels - 1));
}

function notJson(file: string): Diagnostic {
  const help = 'het is onderweg beschadigd of veranderd; maak het opnieuw';
  return error('source/json', 'dit bestand is geen geldige JSON', { file, help });
}
