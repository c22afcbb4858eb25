import { describe, expect, test } from 'vitest';
import { withoutBsn } from '../../src/commands/privacy/without-bsn.ts';
import { error } from '../../src/diagnostics/diagnostic.ts';
import { maskBsn } from '../../src/privacy/mask-bsn.ts';

describe('een burgerservicenummer in wat wordt getoond', () => {
  test('is nergens te lezen, hoe diep het ook staat', () => {
    const at = { file: 'map/111222333.csv', cell: { sheet: 'An 111222333', row: 2, column: 'H', header: '111222333' } };
    const diagnostic = error('a/b', 'bij 111222333', {
      ...at,
      related: [{ message: 'ook hier', ...at }],
      help: 'haal 111222333 weg',
    });
    expect(JSON.stringify(withoutBsn(diagnostic))).not.toContain('111222333');
    expect(withoutBsn(diagnostic)).toMatchObject({ code: 'a/b', cell: { row: 2, column: 'H', header: '•••••••33' } });
  });

  test('blijft al het andere: een vingerafdruk, een bedrag, een datum, een ander getal', () => {
    const text = `leveringen/${'a1'.repeat(32)}.yaml, € 111.222.333, 14-02-2026, 111222334`;
    expect(maskBsn(text)).toBe(text);
  });
});
