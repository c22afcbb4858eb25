import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkMotiveringen, checkVerplicht } from '../../src/onderzoek/check-choice.ts';
import type { Keuzewijziging } from '../../src/onderzoek/recipe.ts';
import { buildRuimte } from '../../src/onderzoek/space.ts';
import { applyToespitsing } from '../../src/onderzoek/toespitsing.ts';
import type { Keuzeregel, ToetsingskaderBestand, Weglating } from '../../src/schema/generated/types.ts';
import { EIGEN_CRITERIUM, emptyToetsingskader, frameworkKader, select } from './helpers.ts';

const kader = frameworkKader();
const EMPTY = emptyToetsingskader(kader);
const chosen = ({ criteria }: ToetsingskaderBestand) => criteria.flatMap(({ indicatoren }) => indicatoren.map(({ ref }) => ref));
const entry = (toetsingskader: ToetsingskaderBestand, ref: string) => {
  const items = toetsingskader.criteria.flatMap((criterium) => [criterium, ...criterium.indicatoren]);
  return items.find((item) => item.ref === ref) ?? toetsingskader.weggelaten.find((item) => item.ref === ref);
};
const met = (soort: Keuzeregel['soort'], ref: string, motivering?: string): Keuzeregel => ({
  soort,
  ref: ref.includes('/') || soort === 'kader' ? ref : `volwassenen/${ref}`,
  ...(motivering ? { motivering } : {}),
});

describe('selectCriteria', () => {
  test('bewaart bij opnieuw beginnen de motiveringen en redenen die mensen schreven', () => {
    const before = select(
      EMPTY,
      { met: [met('thema', 'op-maat', 'Signalen.')], zonder: [{ ref: 'volwassenen/toegang', reden: 'Elders.' }] },
      kader,
    ).after;
    const { after } = select(before, { replace: true, met: [met('criterium', 'samenhang', 'Los.')] }, kader);
    expect(entry(after, 'volwassenen/passend')).toMatchObject({ motivering: 'Signalen.' });
    expect(entry(after, 'volwassenen/toegang')).toMatchObject({ reden: 'Elders.' });
    expect(select(after, {}, kader).after).toEqual(after);
  });

  test('laat met een heel kader ook weg wat een thema, module of kenmerk eruit koos', () => {
    const before = select(
      EMPTY,
      { met: [met('thema', 'op-maat'), met('module', 'toegang')], eigen: [EIGEN_CRITERIUM] },
      kader,
    ).after;
    const { after } = select(before, { zonder: [{ ref: 'volwassenen', reden: 'Niet nu.' }] }, kader);
    expect(after.criteria.map(({ ref }) => ref)).toEqual(['eigen/voorbereid']);
    expect(entry(after, 'volwassenen/passend')).toMatchObject({ reden: 'Niet nu.' });
  });

  test('laat met een thema alles eronder weg met die reden, of het nu naast of om het gekozene ligt', () => {
    const under = (thema: string) =>
      kader.criteria
        .filter((criterium) => criterium.thema.ref === `volwassenen/${thema}`)
        .flatMap((criterium) => [criterium.ref, ...criterium.indicatoren.map(({ ref }) => ref)]);
    const reasons = (file: ToetsingskaderBestand, reden: string) =>
      file.weggelaten.filter((item) => item.reden === reden).map(({ ref }) => ref);
    const beside = select(
      EMPTY,
      {
        met: [met('criterium', 'toegang'), met('indicator', 'volwassenen/samenhang/informatie-gedeeld')],
        zonder: [{ ref: 'volwassenen/signaleren-en-handelen', reden: 'Elders.' }],
      },
      kader,
    ).after;
    expect(reasons(beside, 'Elders.')).toEqual(under('signaleren-en-handelen'));
    const around = select(beside, { zonder: [{ ref: 'volwassenen/lokale-samenhang', reden: 'Later.' }] }, kader).after;
    expect(around.criteria.map(({ ref }) => ref)).toEqual(['volwassenen/toegang']);
    expect(reasons(around, 'Later.')).toEqual(under('lokale-samenhang'));
    const together = select(
      EMPTY,
      { met: [met('criterium', 'toegang')], zonder: [{ ref: 'volwassenen/op-maat', reden: 'De rest niet.' }] },
      kader,
    ).after;
    expect(together.criteria.map(({ ref }) => ref)).toEqual(['volwassenen/toegang']);
    expect(reasons(together, 'De rest niet.')).toEqual(under('op-maat').filter((ref) => !ref.startsWith('volwassenen/toegang')));
  });

  test('geeft één reden aan alles wat niet is gekozen, en haalt niets weg wat gekozen is', () => {
    const before = select(
      EMPTY,
      { met: [met('criterium', 'volwassenen/toegang')], zonder: [{ ref: 'volwassenen/in-beeld', reden: 'Elders.' }] },
      kader,
    ).after;
    const { after } = select(before, { rest: 'Valt buiten de hoofdvraag.' }, kader);
    expect(chosen(after)).toEqual(chosen(before));
    expect(after.weggelaten.every(({ reden }) => reden)).toBe(true);
    expect(entry(after, 'volwassenen/veiligheid')).toMatchObject({ reden: 'Valt buiten de hoofdvraag.' });
    expect(entry(after, 'volwassenen/in-beeld')).toMatchObject({ reden: 'Elders.' });
    const more = select(after, { met: [met('module', 'volwassenen/veiligheid')] }, kader).after;
    expect(chosen(more).length).toBeGreaterThan(chosen(after).length);
    const whole = select(EMPTY, { met: [met('kader', 'volwassenen')], rest: 'De rest niet.' }, kader).after;
    expect(whole.keuze.zonder).toBeUndefined();
  });

  test('kiest met een criterium al zijn indicatoren, in de volgorde van het kader', () => {
    const { after } = select(EMPTY, { met: [met('criterium', 'samenhang'), met('criterium', 'toegang')] }, kader);
    expect(after.criteria.map(({ ref }) => ref)).toEqual(['volwassenen/toegang', 'volwassenen/samenhang']);
    expect(chosen(after)).toHaveLength(8);
  });

  test('kiest met één indicator zijn criterium, zonder de andere indicatoren', () => {
    const { after } = select(EMPTY, { met: [met('indicator', 'volwassenen/toegang/weten-waar')] }, kader);
    expect(after.criteria.map(({ ref }) => ref)).toEqual(['volwassenen/toegang']);
    expect(chosen(after)).toEqual(['volwassenen/toegang/weten-waar']);
    expect(after.weggelaten).toHaveLength(11 + 46);
  });

  test('laat een criterium weg dat een module kiest, met de reden bij alles eronder', () => {
    const zonder = [{ ref: 'volwassenen/veiligheid', reden: 'Vraagt ander onderzoek.' }];
    const { after } = select(EMPTY, { met: [met('module', 'overgang-en-samenloop')], zonder }, kader);
    expect(chosen(after).filter((ref) => ref.startsWith('volwassenen/veiligheid/'))).toEqual([]);
    expect(entry(after, 'volwassenen/veiligheid/warme-overdracht')).toMatchObject({ reden: 'Vraagt ander onderzoek.' });
  });

  test('laat een los gekozen indicator staan als de rest van zijn criterium wordt weggelaten', () => {
    const change = {
      met: [met('indicator', 'volwassenen/toegang/weten-waar')],
      zonder: [{ ref: 'volwassenen/toegang', reden: 'De rest niet.' }],
    };
    const { after } = select(EMPTY, change, kader);
    expect(chosen(after)).toEqual(['volwassenen/toegang/weten-waar']);
    expect(entry(after, 'volwassenen/toegang/rechten-en-plichten')).toMatchObject({ reden: 'De rest niet.' });
  });

  test('neemt de motivering van de regel die het dichtst bij is', () => {
    const rules = [
      met('module', 'toegang', 'Module.'),
      met('criterium', 'toegang', 'Criterium.'),
      met('indicator', 'volwassenen/toegang/weten-waar', 'Indicator.'),
    ];
    const { after } = select(EMPTY, { met: rules }, kader);
    expect(entry(after, 'volwassenen/toegang')).toMatchObject({ motivering: 'Criterium.' });
    expect(entry(after, 'volwassenen/toegang/weten-waar')).toMatchObject({ motivering: 'Indicator.' });
    expect(entry(after, 'volwassenen/toegang/rechten-en-plichten')).not.toHaveProperty('motivering');
    expect(entry(after, 'volwassenen/in-beeld')).toMatchObject({ motivering: 'Module.' });
  });

  test('bewaart wat bij een criterium geschreven is als het wordt weggelaten, en geeft het terug', () => {
    const first = select(EMPTY, { met: [met('criterium', 'toegang', 'Omdat.')] }, kader).after;
    const written = applyToespitsing(first, [
      { ref: 'volwassenen/toegang', toespitsing: 'Toegespitst.', lokale_context: [{ gebied: 'a', tekst: 'Hier.' }] },
      { ref: 'volwassenen/toegang/weten-waar', aan_wie: ['jongere'], deelvragen: ['dv1'] },
    ]);
    const out = select(
      written,
      { met: [met('criterium', 'samenhang')], zonder: [{ ref: 'volwassenen/toegang', reden: 'Toch niet.' }] },
      kader,
    ).after;
    expect(out.criteria.map(({ ref }) => ref)).toEqual(['volwassenen/samenhang']);
    expect(entry(out, 'volwassenen/toegang')).toMatchObject({ reden: 'Toch niet.', toespitsing: 'Toegespitst.' });
    expect(entry(out, 'volwassenen/toegang/weten-waar')).toMatchObject({ aan_wie: ['jongere'] });
    const back = select(out, { met: [met('criterium', 'toegang')] }, kader).after;
    expect(back.criteria[0]).toEqual(written.criteria[0]);
  });

  test('houdt een motivering die met de hand is geschreven', () => {
    const first = select(EMPTY, { met: [met('module', 'toegang', 'Module.')] }, kader).after;
    const byHand = { ...first, criteria: first.criteria.map((c) => ({ ...c, motivering: `Hand ${c.ref}` })) };
    const again = select(byHand, { met: [met('criterium', 'samenhang', 'Erbij.')] }, kader).after;
    expect(entry(again, 'volwassenen/toegang')).toMatchObject({ motivering: 'Hand volwassenen/toegang' });
    expect(entry(again, 'volwassenen/samenhang')).toMatchObject({ motivering: 'Erbij.' });
  });

  test('houdt de vingerafdruk van de tekst die toen is gekozen', () => {
    const first = select(EMPTY, { met: [met('criterium', 'toegang')] }, kader).after;
    const older = { ...first, criteria: first.criteria.map((c) => ({ ...c, vingerafdruk: `v1:${'0'.repeat(64)}` })) };
    expect(select(older, { met: [met('criterium', 'samenhang')] }, kader).after.criteria[0]?.vingerafdruk).toBe(
      `v1:${'0'.repeat(64)}`,
    );
  });

  test('begint met replace opnieuw en bewaart eigen criteria bij wat is weggelaten', () => {
    const first = select(EMPTY, { met: [met('criterium', 'toegang')], eigen: [EIGEN_CRITERIUM] }, kader).after;
    expect(first.criteria.map(({ ref }) => ref)).toEqual(['volwassenen/toegang', 'eigen/voorbereid']);
    const again = select(first, { replace: true, met: [met('criterium', 'samenhang')] }, kader).after;
    expect(again.criteria.map(({ ref }) => ref)).toEqual(['volwassenen/samenhang']);
    expect(again.keuze.eigen).toEqual([EIGEN_CRITERIUM]);
    expect(entry(again, 'eigen/voorbereid/plan')).toBeDefined();
  });
});

describe('checkVerplicht en checkMotiveringen', () => {
  test('meldt een verplichte module die niet is gekozen, tot zij is gekozen of met een reden is weggelaten', () => {
    const codes = (change: Partial<Keuzewijziging>) => {
      const { after, ruimte } = select(EMPTY, change, kader);
      return checkVerplicht(ruimte, { keuze: after.keuze, file: 'x' }).map(({ message }) => message);
    };
    expect(codes({ met: [met('criterium', 'toegang')] })[0]).toContain("'volwassenen/burgerperspectief'");
    expect(codes({ met: [met('module', 'burgerperspectief')] })).toEqual([]);
    expect(codes({ met: [met('kader', 'volwassenen')] })).toEqual([]);
    const zonder: Weglating[] = [{ soort: 'module', ref: 'volwassenen/burgerperspectief', reden: 'Elders.' }];
    expect(codes({ met: [met('criterium', 'toegang')], zonder })).toEqual([]);
  });

  test('noemt per criterium wat zonder motivering is gekozen of zonder reden is weggelaten', () => {
    const zonder = [...kader.themas.map(({ ref }) => ({ ref, reden: 'Niet nu.' }))];
    const { after, ruimte } = select(
      EMPTY,
      { met: [met('criterium', 'toegang'), met('criterium', 'samenhang', 'Daarom.')], zonder: zonder.slice(1) },
      kader,
    );
    const found = checkMotiveringen(ruimte, { keuze: after.keuze, selectie: after, file: 'x' });
    expect(found.map(({ code, message }) => `${code} ${message}`)).toEqual([
      "toetsingskader/zonder-motivering 'volwassenen/toegang' is gekozen zonder motivering",
      ...['eigen-kracht', 'participeren', 'effecten', 'passend'].map(
        (id) => `toetsingskader/zonder-reden 'volwassenen/${id}' is weggelaten zonder reden`,
      ),
    ]);
  });
});

describe('kiezen, wat er ook wordt gekozen', () => {
  const ruimte = buildRuimte([kader]);
  const refs = (soort: string) => ruimte.items.filter((item) => item.soort === soort).map(({ ref }) => ref);
  const tekst = fc.constantFrom('Omdat het telt.', 'Om een andere reden.', 'Kort.');
  const rule = fc
    .constantFrom<Keuzeregel['soort']>('module', 'thema', 'criterium', 'indicator')
    .chain((soort) =>
      fc.record(
        { soort: fc.constant(soort), ref: fc.constantFrom(...refs(soort)), motivering: tekst },
        { requiredKeys: ['soort', 'ref'] },
      ),
    );
  const uniqueRules = fc.uniqueArray(rule, { selector: ({ soort, ref }) => `${soort} ${ref}`, maxLength: 5 });
  const out = fc.record({ ref: fc.constantFrom(...refs('thema'), ...refs('criterium'), ...refs('indicator')), reden: tekst });
  const uniqueOut = fc.uniqueArray(out, { selector: ({ ref }) => ref, maxLength: 4 });
  const change = fc.record({ met: uniqueRules, zonder: uniqueOut, replace: fc.constantFrom(false, false, false, true) });

  test('staat elke indicator precies één keer in het toetsingskader: gekozen of weggelaten', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 3 }), (changes) => {
        const after = changes.reduce((state, step) => select(state, step, kader).after, EMPTY);
        const all = [...chosen(after), ...after.weggelaten.map(({ ref }) => ref).filter((ref) => ref.split('/').length === 3)];
        if (changes.length > 0) expect(all.sort()).toEqual(refs('indicator').sort());
      }),
    );
  });

  test('verandert dezelfde keuze een tweede keer niets', () => {
    fc.assert(
      fc.property(change, change, (first, second) => {
        const once = select(select(EMPTY, first, kader).after, second, kader).after;
        expect(select(once, second, kader).after).toEqual(once);
      }),
      { numRuns: 300 },
    );
  });

  test('maakt de volgorde van de opties geen verschil', () => {
    const shuffled = change.chain((step) =>
      fc.tuple(
        fc.constant(step),
        fc.shuffledSubarray(step.met, { minLength: step.met.length }),
        fc.shuffledSubarray(step.zonder, { minLength: step.zonder.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([step, rules, zonder]) => {
        expect(select(EMPTY, { ...step, met: rules, zonder }, kader).after).toEqual(select(EMPTY, step, kader).after);
      }),
    );
  });

  test('gaat nooit verloren wat geschreven is, en komt het terug als het weer wordt gekozen', () => {
    const whole = select(EMPTY, { met: [met('kader', 'volwassenen')] }, kader).after;
    const written = applyToespitsing(
      whole,
      ruimte.criteria.flatMap((c) => [c, ...c.indicatoren]).map(({ ref }) => ({ ref, toespitsing: `Toespitsing van ${ref}` })),
    );
    fc.assert(
      fc.property(fc.array(change, { maxLength: 3 }), (changes) => {
        const after = changes.reduce((state, step) => select(state, step, kader).after, written);
        const back = select(after, { replace: true, met: [met('kader', 'volwassenen')] }, kader).after;
        for (const state of [after, back])
          for (const { ref } of ruimte.criteria.flatMap((c) => [c, ...c.indicatoren]))
            expect(entry(state, ref)).toMatchObject({ toespitsing: `Toespitsing van ${ref}` });
        expect(back.weggelaten).toEqual([]);
      }),
    );
  });
});
