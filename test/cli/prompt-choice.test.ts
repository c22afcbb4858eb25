import { describe, expect, test } from 'vitest';
import { withChosen, withLeftOut } from '../../src/commands/kader-select-preview.ts';

const indicator = { soort: 'indicator' as const, ref: 'k/passend/samen' };
const criterium = { soort: 'criterium' as const, ref: 'k/passend' };
const module = { soort: 'module' as const, ref: 'k/passend' };
const none = { met: [], zonder: [] };

describe('de antwoorden op de vragen van kader select', () => {
  test('laten met een criterium ook weg wat eronder of zelf was gekozen, maar geen module met die naam', () => {
    const chosen = [indicator, criterium, module].reduce(withChosen, none);
    const out = { ref: 'k/passend', reden: 'Te groot.' };
    expect(withLeftOut(chosen, out)).toEqual({ met: [module], zonder: [out] });
  });

  test('kiezen weer wat eerder was weggelaten', () => {
    const out = withLeftOut(none, { ref: 'k/passend', reden: 'Te groot.' });
    expect(withChosen(out, indicator)).toEqual({ met: [indicator], zonder: [{ ref: 'k/passend', reden: 'Te groot.' }] });
    expect(withChosen(out, criterium)).toEqual({ met: [criterium], zonder: [] });
    expect(withChosen(out, module)).toEqual({ met: [module], zonder: out.zonder });
  });
});
