import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withChosen, withLeftOut } from '../../src/commands/kader/select-preview.ts';

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

  test('spreken elkaar nooit tegen, in welke volgorde er ook wordt gekozen en weggelaten', () => {
    const step = fc.record({
      weg: fc.boolean(),
      rule: fc.constantFrom(indicator, criterium, module),
      tekst: fc.option(fc.constantFrom('Hierom.', 'Daarom.'), { nil: undefined }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const end = steps.reduce<Parameters<typeof withChosen>[0]>(
          (antwoorden, { weg, rule: { soort, ref }, tekst }) =>
            weg
              ? withLeftOut(antwoorden, { ref, reden: tekst ?? 'Zomaar.', ...(soort === 'module' ? { soort } : {}) })
              : withChosen(antwoorden, { soort, ref, ...(tekst ? { motivering: tekst } : {}) }),
          none,
        );
        const named = [...end.met, ...end.zonder].map(({ soort, ref }) => `${soort === 'module'} ${ref}`);
        expect(new Set(named).size).toBe(named.length);
      }),
    );
  });

  test('houden de motivering als iets nog eens zonder wordt gekozen', () => {
    const once = withChosen(none, { ...criterium, motivering: 'Hierom.' });
    expect(withChosen(once, criterium)).toEqual({ met: [{ ...criterium, motivering: 'Hierom.' }], zonder: [] });
  });
});
