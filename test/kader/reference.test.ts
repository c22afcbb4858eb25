import { describe, expect, test } from 'vitest';
import { resolveReference } from '../../src/kader/reference.ts';

const items = [
  'v/toegang',
  'v/toegang/weten-waar',
  'v/veiligheid/informatie-gedeeld',
  'v/samenhang/informatie-gedeeld',
  'v/effecten/doelen',
  'v/effecten/vervolg',
  'w/toegang',
].map((ref) => ({ ref }));
const resolve = (written: string) => {
  const { found, problem } = resolveReference(written, items, [
    { ref: 'v/zelfzorg', reden: 'Valt buiten dit onderzoek.' },
    { ref: 'v/toegang/loket' },
  ]);
  return found?.ref ?? problem;
};

describe('resolveReference', () => {
  test.each([
    ['v/toegang', 'v/toegang'],
    ['weten-waar', 'v/toegang/weten-waar'],
    ['samenhang/informatie-gedeeld', 'v/samenhang/informatie-gedeeld'],
  ])('vindt bij %s: %s', (written, ref) => {
    expect(resolve(written)).toBe(ref);
  });

  test.each([
    ['toegang', "'toegang' kan op meer dan een plaats slaan: v/toegang, w/toegang"],
    [
      'informatie-gedeeld',
      "'informatie-gedeeld' kan op meer dan een plaats slaan: v/veiligheid/informatie-gedeeld, v/samenhang/informatie-gedeeld",
    ],
    ['toegang/weten-war', "'toegang/weten-war' bestaat niet; bedoelt u 'toegang/weten-waar'?"],
    ['gang', "'gang' bestaat niet"],
    ['zelfzorg', "'zelfzorg' is weggelaten: Valt buiten dit onderzoek."],
    ['toegang/loket', "'toegang/loket' is weggelaten"],
    ['samenhang', "'samenhang' is een criterium; kies een indicator daarvan: v/samenhang/informatie-gedeeld"],
    ['../v/toegang', "'../v/toegang' bestaat niet; bedoelt u 'v/toegang'?"],
    ['samenhang/regie', "'samenhang/regie' bestaat niet; bedoelt u 'v/samenhang/informatie-gedeeld'?"],
    ['effecten/regie', "'effecten/regie' bestaat niet; kies een indicator van 'effecten': v/effecten/doelen, v/effecten/vervolg"],
    ['x/regie', "'x/regie' bestaat niet"],
  ])('zegt bij %s: %s', (written, problem) => {
    expect(resolve(written)).toBe(problem);
  });
});
