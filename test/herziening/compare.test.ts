import { describe, expect, test } from 'vitest';
import { compareKaders } from '../../src/herziening/compare.ts';
import { largestStap } from '../../src/herziening/stap.ts';
import type { KaderParts } from '../../src/kader/build.ts';
import { criteriumIn, indicatorIn, kaderAfter } from './kader.ts';

const between = (edit: (parts: KaderParts) => void) => compareKaders(kaderAfter(), kaderAfter(edit));
const told = (edit: (parts: KaderParts) => void) =>
  between(edit).veranderingen.map(({ wat, soort, van, naar, veld, stap }) =>
    [wat, soort, van.join('+'), '→', naar.join('+'), ...(veld ? [veld] : []), stap].join(' '),
  );

describe('het verschil tussen twee versies', () => {
  test('is er niet bij een andere opmaak, volgorde van sleutels of van kenmerken', () => {
    const edit = (parts: KaderParts) => {
      const criterium = criteriumIn(parts, 'eigen-kracht');
      criterium.tekst = `  ${criterium.tekst.replace(' ', '\n   ')} `;
      criterium.kenmerken.niveau?.reverse();
      const [first] = parts.themas;
      if (first) first.value = Object.fromEntries(Object.entries(first.value).reverse()) as typeof first.value;
      parts.modules.reverse();
    };
    expect(told(edit)).toEqual([]);
  });

  test('noemt wat erbij kwam en wat wegging, met alles eronder', () => {
    const edit = (parts: KaderParts) => {
      const [criterium] = parts.themas[0]?.value.criteria.splice(0, 1) ?? [];
      if (criterium)
        parts.themas[0]?.value.criteria.unshift({
          ...criterium,
          id: 'heel-iets-anders',
          indicatoren: criterium.indicatoren.slice(0, 1),
        });
    };
    const all = told(edit);
    expect(all.filter((line) => line.startsWith('ingetrokken criterium')).length).toBe(1);
    expect(all.filter((line) => line.startsWith('ingetrokken indicator')).length).toBeGreaterThan(1);
    expect(all.filter((line) => line.startsWith('toegevoegd')).length).toBe(2);
  });

  test('van een tekst is woord voor woord, en telt als inhoudelijk tot de steller iets anders zegt', () => {
    const reword = (parts: KaderParts) => {
      const indicator = indicatorIn(parts, 'eigen-kracht', 'sociaal-netwerk');
      indicator.tekst = indicator.tekst.replace('waar mogelijk en wenselijk', 'waar dat kan');
    };
    expect(told(reword)).toEqual(['gewijzigd indicator eigen-kracht/sociaal-netwerk → eigen-kracht/sociaal-netwerk tekst major']);
    const [change] = between(reword).veranderingen;
    expect(change?.woorden?.map(({ soort, tekst }) => `${soort}: ${tekst}`)).toEqual([
      'gelijk: Het sociale netwerk levert waar',
      'weg: mogelijk en wenselijk,',
      'erbij: dat kan,',
      'gelijk: in overleg met de volwassenen, een bijdrage aan de zorg en ondersteuning.',
    ]);
    const said = (parts: KaderParts) => {
      reword(parts);
      const wijziging = { versie: '1.0.1', aard: 'redactioneel' as const, reden: 'Gewonere woorden.' };
      indicatorIn(parts, 'eigen-kracht', 'sociaal-netwerk').wijzigingen = [wijziging];
    };
    const { veranderingen } = between(said);
    expect(veranderingen.find(({ veld }) => veld === 'tekst')).toMatchObject({
      stap: 'patch',
      aard: 'redactioneel',
      reden: 'Gewonere woorden.',
    });
    expect(largestStap(veranderingen)).toBe('patch');
  });

  test('zegt van een ander thema en een andere volgorde niet meer dan dat', () => {
    const edit = (parts: KaderParts) => {
      const [a, b] = parts.themas.map(({ value }) => value.criteria);
      const moved = a?.pop();
      if (moved) b?.push(moved);
      const first = a?.shift();
      if (first) a?.push(first);
    };
    expect(told(edit).map((line) => line.split(' ')[0])).toEqual(['verplaatst', 'herschikt']);
  });

  test('volgt een andere id met alles eronder, zoals het nieuwe kader zegt', () => {
    const edit = (parts: KaderParts) => {
      const criterium = criteriumIn(parts, 'eigen-kracht');
      criterium.id = 'eigen-regie';
      criterium.voortgekomen_uit = ['eigen-kracht'];
    };
    const all = told(edit);
    expect(all[0]).toBe('hernoemd criterium eigen-kracht → eigen-regie major');
    expect(all.filter((line) => line.startsWith('hernoemd indicator'))).toEqual([
      'hernoemd indicator eigen-kracht/inzet-volgt-regie → eigen-regie/inzet-volgt-regie major',
      'hernoemd indicator eigen-kracht/sociaal-netwerk → eigen-regie/sociaal-netwerk major',
      'hernoemd indicator eigen-kracht/kracht-versterkt → eigen-regie/kracht-versterkt major',
    ]);
    expect(all.some((line) => /^(ingetrokken|toegevoegd|verplaatst)/.test(line))).toBe(false);
  });

  test('kent gesplitst en samengevoegd, ook waar een van beide zijn id houdt', () => {
    const split = (parts: KaderParts) => {
      const criterium = criteriumIn(parts, 'eigen-kracht');
      const extra = { ...structuredClone(indicatorIn(parts, 'eigen-kracht', 'sociaal-netwerk')), id: 'naasten' };
      criterium.indicatoren.push({ ...extra, voortgekomen_uit: ['eigen-kracht/sociaal-netwerk'] });
    };
    expect(told(split)[0]).toBe(
      'gesplitst indicator eigen-kracht/sociaal-netwerk → eigen-kracht/naasten+eigen-kracht/sociaal-netwerk major',
    );
    const join = (parts: KaderParts) => {
      const criterium = criteriumIn(parts, 'eigen-kracht');
      criterium.indicatoren = criterium.indicatoren.filter(({ id }) => id !== 'kracht-versterkt');
      const gone = { verwijzing: 'eigen-kracht/kracht-versterkt', versie: '2.0.0', reden: 'Zat er al in.' };
      parts.kader.value.vervallen = [{ ...gone, opgevolgd_door: ['eigen-kracht/inzet-volgt-regie'] }];
    };
    expect(between(join).veranderingen[0]).toMatchObject({
      wat: 'samengevoegd',
      van: ['eigen-kracht/inzet-volgt-regie', 'eigen-kracht/kracht-versterkt'],
      naar: ['eigen-kracht/inzet-volgt-regie'],
      reden: 'Zat er al in.',
    });
  });

  test('stelt voor wat bij elkaar hoort, en beslist dat niet', () => {
    const { veranderingen, voorstellen } = between((parts) => {
      indicatorIn(parts, 'eigen-kracht', 'sociaal-netwerk').id = 'netwerk';
    });
    expect(veranderingen.map(({ wat }) => wat)).toEqual(['ingetrokken', 'toegevoegd']);
    expect(voorstellen).toEqual([
      { wat: 'hernoemd', soort: 'indicator', van: ['eigen-kracht/sociaal-netwerk'], naar: ['eigen-kracht/netwerk'], gelijk: 1 },
    ]);
  });

  test('gaat ook over modules, definities, grondslagen en het kader zelf', () => {
    const all = told((parts) => {
      parts.modules[0]?.value.keuze.pop();
      if (parts.definities) parts.definities.value.definities = parts.definities.value.definities.slice(1);
      parts.kader.value.grondslagen.pop();
      parts.kader.value.hoofdvraag = 'Gaat het goed?';
    });
    expect(all.map((line) => line.replace(/ \S*(\+\S+)* → \S*/, ''))).toEqual([
      'ingetrokken definitie major',
      'ingetrokken grondslag minor',
      'gewijzigd kader hoofdvraag major',
      'gewijzigd module keuze minor',
    ]);
  });
});
