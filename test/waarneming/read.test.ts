import { describe, expect, test } from 'vitest';
import { textProblems } from '../../src/waarneming/text-guard.ts';
import { createWordList } from '../../src/waarneming/word-list.ts';

describe('een tekst', () => {
  test.each(['gewoon', 'twee\nregels\ten een tab', 'emoji 👍 en accent é', '=1+1', '{{x}} <script>'])('%j mag', (text) => {
    expect(textProblems(text)).toEqual([]);
  });

  test.each([
    ['a\0b', 'waarneming/besturingsteken'],
    ['a\u000bb', 'waarneming/besturingsteken'],
    ['a\u0007b', 'waarneming/besturingsteken'],
    ['a\u0085b', 'waarneming/besturingsteken'],
    ['a\ud83db', 'waarneming/half-teken'],
    ['a\udc4d', 'waarneming/half-teken'],
    ['123456782', 'privacy/bsn'],
  ])('%j wordt geweigerd', (text, code) => {
    expect(textProblems(text)[0]?.code).toBe(code);
  });

  test('een melding over een burgerservicenummer noemt alleen het eind', () => {
    expect(textProblems('nr 123456782')[0]?.message).toBe(
      'hier staat een burgerservicenummer (het eindigt op 82); dat mag niet worden vastgelegd',
    );
  });
});

describe('een woordenlijst', () => {
  const list = createWordList('x/y', [
    { value: 'aa', labels: ['Eerste', 'Zelfde'] },
    { value: 'bb', labels: ['Tweede', 'zelfde'] },
  ]);

  test('vindt waarde en naam, zonder op hoofdletters en spaties te letten', () => {
    expect(['aa', 'AA', ' eerste', 'TWEEDE'].map(list.find)).toEqual(['aa', 'aa', 'aa', 'bb']);
  });

  test('kiest niet bij een naam die er twee aanwijst', () => {
    expect(list.find('Zelfde')).toBeUndefined();
  });

  test('noemt wat er dichtbij ligt', () => {
    expect(list.problem('Tweeede')).toBe("'Tweeede' bestaat niet; bedoelt u 'Tweede'?");
  });
});
