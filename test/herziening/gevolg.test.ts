import { describe, expect, test } from 'vitest';
import { compareKaders } from '../../src/herziening/compare.ts';
import { lotgevallen, modulesTouched } from '../../src/herziening/gevolg.ts';
import type { KaderParts } from '../../src/kader/build.ts';
import { criteriumIn, indicatorIn, kaderAfter } from './kader.ts';

const revised = (edit: (parts: KaderParts) => void) => {
  const [oud, nieuw] = [kaderAfter(), kaderAfter(edit)];
  return { oud, lot: lotgevallen(compareKaders(oud, nieuw), oud, nieuw) };
};

describe('wat er van elk onderdeel wordt', () => {
  test('is ongewijzigd bij wat geen betekenis heeft, en te herzien bij een andere tekst', () => {
    const { lot } = revised((parts) => {
      indicatorIn(parts, 'eigen-kracht', 'sociaal-netwerk').tekst += ' Ook later.';
      indicatorIn(parts, 'eigen-kracht', 'inzet-volgt-regie').kort = 'Anders kort';
      criteriumIn(parts, 'participeren').kenmerken = {};
    });
    expect([...lot].filter(([, { toestand }]) => toestand !== 'ongewijzigd')).toEqual([
      ['volwassenen/eigen-kracht/sociaal-netwerk', expect.objectContaining({ toestand: 'te herzien', opgevolgdDoor: [] })],
    ]);
  });

  test('is gebroken als het er niet meer is, met wat ervoor in de plaats kwam', () => {
    const { oud, lot } = revised((parts) => {
      indicatorIn(parts, 'eigen-kracht', 'inzet-volgt-regie').voortgekomen_uit = ['eigen-kracht/inzet-volgt-regie'];
      indicatorIn(parts, 'eigen-kracht', 'inzet-volgt-regie').id = 'inzet-regie';
    });
    expect(lot.get('volwassenen/eigen-kracht/inzet-volgt-regie')).toEqual({
      toestand: 'gebroken',
      naam: expect.stringContaining('Eigen kracht van volwassenen'),
      opgevolgdDoor: ['volwassenen/eigen-kracht/inzet-regie'],
    });
    expect(modulesTouched(oud.kader, lot).filter(({ toestand }) => toestand === 'gebroken')).toMatchObject([
      { ref: 'volwassenen/burgerperspectief', door: ['volwassenen/eigen-kracht/inzet-volgt-regie'] },
    ]);
  });

  test('blijft opgevolgd waar het ook van plaats veranderde', () => {
    const { lot } = revised((parts) => {
      const { indicatoren } = criteriumIn(parts, 'eigen-kracht');
      const extra = { ...structuredClone(indicatorIn(parts, 'eigen-kracht', 'sociaal-netwerk')), id: 'naasten' };
      indicatoren.reverse();
      indicatoren.push({ ...extra, voortgekomen_uit: ['eigen-kracht/sociaal-netwerk'] });
      indicatoren.push(...indicatoren.splice(1, 1));
    });
    expect(lot.get('volwassenen/eigen-kracht/sociaal-netwerk')?.opgevolgdDoor).toEqual(['volwassenen/eigen-kracht/naasten']);
  });

  test('is te herzien waar een deel eraf is gesplitst', () => {
    const { lot } = revised((parts) => {
      const extra = { ...structuredClone(indicatorIn(parts, 'eigen-kracht', 'sociaal-netwerk')), id: 'naasten' };
      criteriumIn(parts, 'eigen-kracht').indicatoren.push({ ...extra, voortgekomen_uit: ['eigen-kracht/sociaal-netwerk'] });
    });
    expect(lot.get('volwassenen/eigen-kracht/sociaal-netwerk')).toMatchObject({
      toestand: 'te herzien',
      opgevolgdDoor: ['volwassenen/eigen-kracht/naasten'],
    });
  });
});
