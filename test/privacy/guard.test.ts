import { describe, expect, test } from 'vitest';
import { createGuard } from '../../src/privacy/guard.ts';
import { maskPersonal } from '../../src/privacy/mask.ts';
import { validateValue } from '../../src/schema/validate.ts';

const TEXT = 'Mevrouw De Vries, bsn 123456782, 06-00123456, jan@mail.example';
const kinds = (guard: ReturnType<typeof createGuard>, text = TEXT, file = 'a.md') =>
  guard.judge(text, { file }).map(({ code, severity }) => `${code} ${severity}`);
const uitzondering = { reden: 'nummer van het loket', door: 'J. de Boer' };

describe('de privacyregels', () => {
  test('hebben een zwaarte per soort', () => {
    expect(kinds(createGuard(undefined))).toEqual([
      'privacy/naam warning',
      'privacy/bsn error',
      'privacy/telefoon warning',
      'privacy/e-mail error',
    ]);
    const set = createGuard({ naam: 'fout', 'e-mail': 'waarschuwing' });
    expect(kinds(set)).toEqual(['privacy/naam error', 'privacy/bsn error', 'privacy/telefoon warning', 'privacy/e-mail warning']);
  });

  test('laten een BSN nooit lichter tellen, en kennen er geen uitzondering voor', () => {
    const settings = (privacy: object) => validateValue('tsd', { formaat: 1, naam: 'x', privacy });
    expect(settings({ bsn: 'fout' })).toEqual([]);
    expect(settings({ bsn: 'waarschuwing' })).not.toEqual([]);
    expect(settings({ uitzonderingen: [{ soort: 'bsn', tekst: '123456782', ...uitzondering }] })).not.toEqual([]);
    expect(kinds(createGuard({ uitzonderingen: [{ patroon: '*', ...uitzondering }] }))).toEqual(['privacy/bsn error']);
  });

  test('noemen van een burgerservicenummer alleen het eind, in welke cijfers het ook staat', () => {
    for (const written of ['123456782', '１２３４５６７８２', '00123456782'])
      expect(createGuard(undefined).judge(written)[0]?.message).toContain('(het eindigt op 82)');
    expect(maskPersonal('zaak １２３４５６７８２')).toBe('zaak •••••••82');
  });

  test('vragen bij een uitzondering een reden en wie ervoor instaat', () => {
    const settings = (item: object) => validateValue('tsd', { formaat: 1, naam: 'x', privacy: { uitzonderingen: [item] } });
    expect(settings({ tekst: '030 123 45 67', ...uitzondering })).toEqual([]);
    expect(settings({ tekst: '030 123 45 67', reden: 'x' })).not.toEqual([]);
    expect(settings({ ...uitzondering })).not.toEqual([]);
  });

  test.each([
    [{ tekst: '06 00 12 34 56' }, 'a.md', true],
    [{ tekst: '+31600123456', soort: 'telefoon' }, 'a.md', true],
    [{ tekst: '06-00123456', soort: 'e-mail' }, 'a.md', false],
    [{ patroon: '06-001*', bestand: 'teksten/*.md' }, '/x/teksten/a.md', true],
    [{ patroon: '06-001*', bestand: 'teksten/*.md' }, '/x/a.md', false],
    [{ patroon: '06-*9', bestand: 'a.md' }, 'a.md', false],
  ] as const)('zonderen uit: %j in %s', (item, file, exempt) => {
    const guard = createGuard({ uitzonderingen: [{ ...uitzondering, ...item }] });
    expect(guard.judge('bel 06-00123456', { file })).toHaveLength(exempt ? 0 : 1);
  });

  test('tonen nooit meer dan de laatste twee tekens', () => {
    const messages = createGuard(undefined).judge(
      `${TEXT}, geb. 3-5-1980, Lindenhof 1, 1234 AB, kenteken ab12cd, NL91ABNA0417164300`,
    );
    expect(new Set(messages.map(({ code }) => code)).size).toBe(8);
    for (const { message } of messages) expect(message).not.toMatch(/Vries|4567|0012|jan|mail\.|5-1980|Linden|b12|0417/);
    expect(messages[1]?.message).toBe('hier staat een burgerservicenummer (het eindigt op 82); dat mag niet worden vastgelegd');
    expect(messages[2]?.message).toBe('hier staat een telefoonnummer (***56)');
  });

  test('gebruiken de kop boven een waarde', () => {
    const guard = createGuard(undefined);
    expect(guard.judge('12345672')).toEqual([]);
    expect(guard.judge('12345672', { label: 'BSN' })).toHaveLength(1);
    expect(guard.judge('3-5-1980', { label: 'geboorte_datum' })).toHaveLength(1);
    expect(guard.judge('3-5-1980', { label: 'gebied' })).toEqual([]);
    expect(guard.judge('3-5-1980', { label: 'Geboortedatum kind' }).map(({ finding }) => finding.from)).toEqual([0]);
  });
});

describe('een melding die aanhaalt wat er stond', () => {
  test('toont geen persoonsgegeven', () => {
    expect(maskPersonal("'123 456 782' bestaat niet")).toBe("'•••••••82' bestaat niet");
    expect(maskPersonal("'bel 06-00123456' is geen datum")).toBe("'bel ***56' is geen datum");
  });
});
