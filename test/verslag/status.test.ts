import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BronMetVerslag } from '../../src/onderzoek/open-verslagen.ts';
import { enumeration } from '../../src/schema/enumeration.ts';
import type { Verslag } from '../../src/schema/generated/types.ts';
import { type AskedStatus, statusProblem, stepRemark, takenStatus, withStatus } from '../../src/verslag/status.ts';

const VANDAAG = '2026-04-01';
const CONCEPT: Verslag = { pad: 'verslagen/b1.docx', sha256: 'a'.repeat(64), vingerafdruk: 'v1:x', status: 'concept' };
const SUBMITTED: Verslag = { ...CONCEPT, status: 'voorgelegd', datum: '2026-03-01' };

function bron(verslag: Verslag): BronMetVerslag {
  return { id: 'b1', soort: 'gesprek', perspectief: 'burger', datum: '2026-02-14', gebieden: ['fictiehove'], verslag };
}

const asked = (status: Verslag['status'], datum?: string): AskedStatus => ({ status, datum, vandaag: VANDAAG });
const problem = (verslag: Verslag, status: Verslag['status'], datum?: string) =>
  statusProblem(bron(verslag), asked(status, datum))?.message;

describe('een status die wordt gezet', () => {
  test('bewaart de vorige, en wanneer dit is vastgelegd', () => {
    expect(withStatus(SUBMITTED, asked('akkoord', '2026-03-20'))).toEqual({
      ...SUBMITTED,
      status: 'akkoord',
      datum: '2026-03-20',
      gezet: VANDAAG,
      eerder: [{ status: 'voorgelegd', datum: '2026-03-01' }],
    });
    expect(withStatus(CONCEPT, asked('voorgelegd'))).toMatchObject({ datum: VANDAAG, eerder: [{ status: 'concept' }] });
  });

  test('die er al is, verandert niets; met een andere datum alleen die', () => {
    expect(withStatus(SUBMITTED, asked('voorgelegd'))).toBe(SUBMITTED);
    expect(withStatus(SUBMITTED, asked('voorgelegd', '2026-03-01'))).toBe(SUBMITTED);
    expect(withStatus(SUBMITTED, asked('voorgelegd', '2026-03-02'))).toEqual({
      ...SUBMITTED,
      datum: '2026-03-02',
      gezet: VANDAAG,
    });
  });

  test('blijft na elke reeks te volgen: niets van wat was, gaat weg', () => {
    const status = fc.constantFrom(...enumeration('verslagstatus'));
    fc.assert(
      fc.property(fc.array(status, { maxLength: 8 }), (steps) => {
        const end = steps.reduce((verslag, step) => withStatus(verslag, asked(step)), CONCEPT);
        const walked = [...(end.eerder ?? []), end].map((one) => one.status);
        expect(walked).toEqual(['concept', ...steps].filter((step, index, all) => step !== all[index - 1]));
      }),
    );
  });

  test('geen-reactie kan alleen na voorgelegd', () => {
    expect(problem(SUBMITTED, 'geen-reactie')).toBeUndefined();
    expect(problem(CONCEPT, 'geen-reactie')).toBe('het verslag is concept; een reactie blijft pas uit na voorgelegd');
    const agreed = withStatus(SUBMITTED, asked('akkoord', '2026-03-20'));
    expect(problem(agreed, 'geen-reactie')).toContain('het verslag is akkoord sinds 2026-03-20');
  });

  test('is niet van voor de bron, noch van voor de stap ervoor', () => {
    expect(problem(CONCEPT, 'voorgelegd', '2026-02-13')).toBe(
      'voorgelegd sinds 2026-02-13 kan niet: de bron zelf is van 2026-02-14',
    );
    expect(problem(SUBMITTED, 'akkoord', '2026-02-28')).toBe(
      'akkoord sinds 2026-02-28 kan niet: het verslag was pas voorgelegd sinds 2026-03-01',
    );
    const agreed = withStatus(SUBMITTED, asked('akkoord', '2026-03-20'));
    expect(problem(agreed, 'akkoord', '2026-02-28')).toContain('pas voorgelegd sinds 2026-03-01');
    expect(problem(agreed, 'voorgelegd', '2026-03-01')).toBeUndefined();
  });

  test.each([
    [CONCEPT, 'voorgelegd', undefined],
    [SUBMITTED, 'gecorrigeerd', undefined],
    [SUBMITTED, 'voorgelegd', undefined],
    [CONCEPT, 'akkoord', 'overgeslagen'],
    [SUBMITTED, 'concept', 'terug'],
    [{ ...SUBMITTED, status: 'geen-reactie' }, 'akkoord', 'terug'],
  ] as const)('%o → %s: %s', (before, status, remark) => {
    expect(stepRemark(before, withStatus(before, asked(status)))).toBe(remark);
  });
});

describe('een document dat zijn status noemt', () => {
  const agreed = withStatus(SUBMITTED, asked('akkoord', '2026-03-20'));

  test('gaat niet boven wat hier is gezet, zolang de tekst gelijk is', () => {
    const { standing, stands } = takenStatus({ status: 'voorgelegd', datum: '2026-03-01' }, agreed, 'v1:x');
    expect(standing).toEqual({
      status: 'akkoord',
      datum: '2026-03-20',
      gezet: VANDAAG,
      eerder: [{ status: 'voorgelegd', datum: '2026-03-01' }],
    });
    expect(stands).toBe(true);
    expect(takenStatus({}, agreed, 'v1:x').stands).toBe(false);
  });

  test('geldt weer als de tekst anders is, behalve een reactie; wat was, blijft bewaard', () => {
    expect(takenStatus({ status: 'voorgelegd' }, agreed, 'v1:anders').standing).toMatchObject({ status: 'voorgelegd' });
    expect(takenStatus({ status: 'akkoord' }, SUBMITTED, 'v1:anders').standing).toMatchObject({ status: 'akkoord' });
    const lapsed = takenStatus({ status: 'gecorrigeerd' }, agreed, 'v1:anders');
    expect(lapsed).toEqual({
      standing: {
        status: 'concept',
        vervallen: 'ja',
        eerder: [
          { status: 'voorgelegd', datum: '2026-03-01' },
          { status: 'akkoord', datum: '2026-03-20' },
        ],
      },
      stands: false,
      vervallen: { status: 'akkoord', datum: '2026-03-20' },
    });
    const again = { ...CONCEPT, ...lapsed.standing, vingerafdruk: 'v1:anders' };
    expect(takenStatus({ status: 'akkoord' }, again, 'v1:anders')).toEqual(lapsed);
    expect(withStatus(again, asked('akkoord')).vervallen).toBeUndefined();
  });

  test('geldt als hier niets is gezet', () => {
    expect(takenStatus({ status: 'akkoord' }, SUBMITTED, 'v1:x').standing).toEqual({
      status: 'akkoord',
      eerder: [{ status: 'voorgelegd', datum: '2026-03-01' }],
    });
    expect(takenStatus({}, SUBMITTED, 'v1:x').standing).toEqual({ status: 'voorgelegd', datum: '2026-03-01' });
    expect(takenStatus({}, undefined, 'v1:x').standing).toEqual({ status: 'concept' });
  });
});
