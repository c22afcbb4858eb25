import { describe, expect, test } from 'vitest';
import { readOnderzoek } from '../../src/commands/read/onderzoek.ts';
import { formModel } from '../../src/formulier/build.ts';
import { formPage, hash } from '../../src/formulier/page.ts';
import { newOnderzoek } from '../waarneming/onderzoek.ts';

const ASSETS = { script: 'start("&amp;");', style: 'p { color: red }' };
const { dossier } = readOnderzoek(newOnderzoek());
const model = formModel(dossier, { gebieden: [], levering: 'team-a' });

describe('het model van een formulier', () => {
  test('kent thema’s, criteria, indicatoren en vragen met hun teksten', () => {
    const [indicator] = model.themas.flatMap(({ criteria }) => criteria).flatMap(({ indicatoren }) => indicatoren);
    expect(indicator).toMatchObject({ ref: 'eigen/voorbereid/op-tijd', nummer: 'E1.1' });
    expect(model.instrumenten).toEqual([
      {
        id: 'gesprek',
        naam: 'Gesprek',
        respondenttypen: ['jongere', 'consulent'],
        items: [{ id: 'gj-1', tekst: 'Hoe ging het; en nu?', indicatoren: ['eigen/voorbereid/op-tijd'] }],
      },
    ]);
    expect(model.respondenttypen).toContainEqual({ id: 'jongere', naam: 'Een jongere', perspectief: 'burger' });
  });

  test('is versmald tot een gebied en een respondenttype, en vult die vast in', () => {
    const narrow = formModel(dossier, { gebieden: ['fictiehove'], respondenttypen: ['jongere'], levering: 'team-a' });
    expect(narrow.gebieden.map(({ id }) => id)).toEqual(['fictiehove']);
    expect(narrow.respondenttypen.map(({ id }) => id)).toEqual(['jongere']);
    expect(narrow.vooraf).toEqual({ gebieden: ['fictiehove'], respondenttype: 'jongere', perspectief: 'burger' });
  });

  test('heeft een id die per onderzoek en per levering anders is, en bij een nieuwer formulier gelijk blijft', () => {
    const idOf = (titel: string, levering: string) => {
      const onderzoek = { ...dossier.onderzoek, value: { ...dossier.onderzoek.value, titel } };
      return formModel({ ...dossier, onderzoek }, { gebieden: [], levering }).formulier.id;
    };
    expect(new Set([idOf('Een', 'a'), idOf('Een', 'b'), idOf('Twee', 'a')]).size).toBe(3);
    const narrow = formModel(dossier, { gebieden: ['fictiehove'], levering: 'team-a' });
    expect(narrow.formulier.id).toBe(model.formulier.id);
  });
});

describe('de pagina van een formulier', () => {
  test('is bij gelijke invoer byte voor byte gelijk', () => {
    expect(formPage(model, ASSETS)).toBe(formPage(formModel(dossier, { gebieden: [], levering: 'team-a' }), ASSETS));
  });

  test('staat alleen het eigen script en de eigen stijl toe, en niets van een netwerk', () => {
    const page = formPage(model, ASSETS);
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1] ?? '';
    const style = /<style>([\s\S]*?)<\/style>/.exec(page)?.[1] ?? '';
    const script = /<script>([\s\S]*?)<\/script>/.exec(page)?.[1] ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain(`style-src '${hash(style)}'`);
    expect(policy).toContain(`script-src '${hash(script)}'`);
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    expect(hash('')).toBe('sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=');
  });

  test('weigert een script dat niet byte voor byte in een pagina past', () => {
    for (const script of ['"</script>"', '<!-- x', 'a\r\nb'])
      expect(() => formPage(model, { ...ASSETS, script })).toThrow('cannot be inlined');
  });

  test('laat teksten van het toetsingskader nooit opmaak of script worden', () => {
    const hostile = '</script><script>alert(1)</script><!-- <img src=x onerror=alert(1)> " \' & \u2028';
    const page = formPage({ ...model, titel: hostile, themas: [{ nummer: '1', titel: hostile, criteria: [] }] }, ASSETS);
    expect(page.match(/<script/g)).toHaveLength(2);
    expect(page).not.toContain('<img');
    expect(page).not.toContain('<!--');
    const data = /id="model">([\s\S]*?)<\/script>/.exec(page)?.[1] ?? '';
    expect(JSON.parse(data).themas[0].titel).toBe(hostile);
  });
});
