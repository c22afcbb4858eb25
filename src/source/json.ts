import { type Diagnostic, error, type Position, type Result } from '../diagnostics/diagnostic.ts';
import { parseYaml, type Source } from './yaml.ts';

/**
 * Parses JSON, which is much faster than YAML. Where a place is asked for, the text is gone over once more as YAML, of which
 * JSON is a part.
 */
export function parseJson(text: string, file: string): Result<Source | undefined> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { value: undefined, diagnostics: [notJson(file)] };
  }
  let slow: Source | undefined;
  const source = () => {
    slow ??= parseYaml(text, file).value;
    return slow;
  };
  const positionOf = (pointer: string): Position => source()?.positionOf(pointer) ?? { line: 1, column: 1 };
  return {
    value: { file, text, value, lookalikes: [], positionOf, rangeOf: (pointer) => source()?.rangeOf(pointer) },
    diagnostics: [],
  };
}

function notJson(file: string): Diagnostic {
  const help = 'het is onderweg beschadigd of veranderd; maak het opnieuw';
  return error('source/json', 'dit bestand is geen geldige JSON', { file, help });
}
