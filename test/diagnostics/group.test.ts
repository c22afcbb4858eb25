import { describe, expect, test } from 'vitest';
import { error, warning } from '../../src/diagnostics/diagnostic.ts';
import { formatDiagnostics } from '../../src/diagnostics/format.ts';

const doubts = (code: string, count: number, help?: string) =>
  Array.from({ length: count }, (_, index) =>
    warning(code, `nummer ${index + 1}`, {
      file: 'a.yaml',
      position: { line: index + 1, column: 1 },
      ...(help ? { help } : {}),
    }),
  );

describe('diagnostics as text', () => {
  test('show errors before warnings', () => {
    expect(formatDiagnostics([...doubts('x/twijfel', 1), error('x/fout', 'kan niet')], 'text')).toBe(
      'fout  x/fout  kan niet\na.yaml:1:1  waarschuwing  x/twijfel  nummer 1\n',
    );
  });

  test('show more than five warnings of one kind together, and every error', () => {
    const errors = Array.from({ length: 6 }, () => error('x/fout', 'kan niet'));
    expect(formatDiagnostics([...doubts('x/veel', 6, 'doe dit'), ...doubts('x/vijf', 5), ...errors], 'text')).toBe(
      [
        ...errors.map(() => 'fout  x/fout  kan niet'),
        'waarschuwing  x/veel  6 keer:',
        '    a.yaml:1:1  nummer 1',
        '    a.yaml:2:1  nummer 2',
        '    a.yaml:3:1  nummer 3',
        '    en nog 3; met --json of --format json ziet u ze alle',
        '    → doe dit',
        ...[1, 2, 3, 4, 5].map((line) => `a.yaml:${line}:1  waarschuwing  x/vijf  nummer ${line}`),
        '',
      ].join('\n'),
    );
  });

  test('say what to do only where that is the same for all', () => {
    const mixed = [...doubts('x/veel', 3, 'doe dit'), ...doubts('x/veel', 3, 'doe dat')];
    expect(formatDiagnostics(mixed, 'text')).not.toContain('→');
  });

  test.each(['json', 'sarif', 'github'] as const)('as %s stay complete', (format) => {
    expect(formatDiagnostics(doubts('x/veel', 20), format).match(/nummer \d+/g)).toHaveLength(20);
  });
});
