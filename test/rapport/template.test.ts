import { describe, expect, test } from 'vitest';
import { renderTemplate } from '../../src/rapport/template.ts';
import { compileTemplate, type TemplateFile } from '../../src/rapport/template-compile.ts';

const file = (text: string, name = 'template'): TemplateFile => ({ name, file: `sjabloon/${name}.hbs`, text });

function problems(...files: TemplateFile[]): string[] {
  const { diagnostics } = compileTemplate(files, 'lokaal');
  return diagnostics.map(({ file: where, position, code, message }) =>
    [`${where}:${position?.line}:${position?.column}`, code, message].join(' '),
  );
}

function render(text: string, model: unknown, ...others: TemplateFile[]): string {
  const compiled = compileTemplate([file(text), ...others], 'lokaal');
  expect(compiled.diagnostics).toEqual([]);
  if (!compiled.value) throw new Error('geen sjabloon');
  const rendered = renderTemplate(compiled.value, model);
  expect(rendered.diagnostics).toEqual([]);
  return rendered.value;
}

const model = (naam: string) => ({ gebied: { naam }, niveau: 'lokaal' });

describe('een sjabloon drukt veilig af', () => {
  test('een veld zonder helper is inerte tekst', () => {
    expect(render('# {{gebied.naam}}', model('*a* <b> {{x}} | `c`'))).toBe('# \\*a\\* \\<b> {{x}} \\| \\`c\\`');
  });

  test('een helper die een waarde geeft, wordt ook als tekst afgedrukt', () => {
    const onderzoek = { inspecties: [], deelvragen: [] };
    const auteurs = ['A*', 'B'];
    expect(render('{{lijst document.auteurs}}', { onderzoek, document: { auteurs } })).toBe('A\\* en B');
  });

  test('een vergeten helper in een deel of een blok is ook veilig', () => {
    const text = '{{#with gebied}}{{> deel}}{{/with}}';
    expect(render(text, model('# kop'), file('{{#if naam}}{{naam}}{{/if}}', 'deel'))).toBe('\\# kop');
  });

  test('een verwijzing kan geen ander adres worden', () => {
    const compiled = compileTemplate([file('{{verwijzing "x" gebied.naam}}')], 'lokaal').value;
    if (!compiled) throw new Error('geen sjabloon');
    const { diagnostics } = renderTemplate(compiled, model('http://elders'));
    expect(diagnostics).toMatchObject([
      { code: 'sjabloon/waarde', file: 'sjabloon/template.hbs', position: { line: 1, column: 1 } },
    ]);
  });
});

describe('een sjabloon telt in woorden', () => {
  const count = '{{meervoud onderzoek.inspecties "De inspectie" "De inspecties"}}';

  test.each([
    [0, 'De inspecties'],
    [1, 'De inspectie'],
    [4, 'De inspecties'],
  ])('bij %i', (number, expected) => {
    expect(render(count, { onderzoek: { inspecties: Array.from({ length: number }) } })).toBe(expected);
  });

  const bevinding = (nr: number) => ({ soort: 'bevinding', nr, anker: `alinea-${nr}` });
  const oordeel = (nr: number) => ({ soort: 'oordeel', nr, anker: `alinea-${nr}` });

  test.each([
    [[bevinding(4)], 'bevinding [4](#alinea-4)'],
    [[bevinding(4), bevinding(5)], 'bevindingen [4](#alinea-4) en [5](#alinea-5)'],
    [[bevinding(4), oordeel(2)], 'bevinding [4](#alinea-4) en oordeel [2](#alinea-2)'],
    [[bevinding(4), oordeel(2), oordeel(3)], 'bevinding [4](#alinea-4), en oordelen [2](#alinea-2) en [3](#alinea-3)'],
  ])('waar iets op rust: %j', (rust_op, expected) => {
    expect(render('{{bewijs oordeel.conclusie.rust_op}}', { oordeel: { conclusie: { rust_op } } })).toBe(expected);
  });
});

describe('een sjabloon dat niet klopt, wordt geweigerd met de plaats', () => {
  test.each([
    ['{{{gebied.naam}}}', 'sjabloon/template.hbs:1:1 sjabloon/onbewerkt tekst onbewerkt afdrukken kan niet'],
    ['a\n {{&gebied.naam}}', 'sjabloon/template.hbs:2:2 sjabloon/onbewerkt tekst onbewerkt afdrukken kan niet'],
    [
      '{{#*inline "x"}}{{/inline}}',
      'sjabloon/template.hbs:1:1 sjabloon/niet-toegestaan decorators en blokken met > of * kunnen hier niet',
    ],
    ['{{gebied.nam}}', "sjabloon/template.hbs:1:3 sjabloon/onbekend-veld het veld 'nam' bestaat hier niet; bedoelt u 'naam'?"],
    [
      '{{#if gebiet}}x{{/if}}',
      "sjabloon/template.hbs:1:7 sjabloon/onbekend-veld het veld 'gebiet' bestaat hier niet; bedoelt u 'gebied'?",
    ],
    [
      '{{datun gebied.naam}}',
      "sjabloon/template.hbs:1:1 sjabloon/onbekende-helper de helper 'datun' bestaat niet; bedoelt u 'datum'?",
    ],
    ['{{#elke hoofdstukken}}{{/elke}}', "sjabloon/template.hbs:1:1 sjabloon/onbekend-blok het blok 'elke' bestaat niet"],
    ['{{#each gebied}}{{/each}}', "sjabloon/template.hbs:1:9 sjabloon/geen-lijst 'gebied' is geen lijst"],
    ['{{gebied}}', "sjabloon/template.hbs:1:3 sjabloon/geen-tekst 'gebied' is een blok met velden; noem er een van"],
    ['{{> del}}', "sjabloon/template.hbs:1:1 sjabloon/onbekend-deel het deel 'del' bestaat niet; bedoelt u 'deel'?"],
    ['{{lookup gebied "naam"}}', "sjabloon/template.hbs:1:1 sjabloon/onbekende-helper de helper 'lookup' bestaat niet"],
    ['{{gebied.constructor}}', "sjabloon/template.hbs:1:3 sjabloon/onbekend-veld het veld 'constructor' bestaat hier niet"],
    [
      '{{#each hoofdstukken}}{{../gebied.naam}}{{#each criteria}}{{../../gebied.id}}{{titl}}{{/each}}{{/each}}',
      "sjabloon/template.hbs:1:80 sjabloon/onbekend-veld het veld 'titl' bestaat hier niet; bedoelt u 'titel'?",
    ],
    ['{{#if gebied}}', 'sjabloon/template.hbs:1:1 sjabloon/ongeldig dit is geen geldig sjabloon'],
  ])('%s', (text, expected) => {
    expect(problems(file(text), file('{{#if @root.gebied}}x{{/if}}', 'deel'))).toEqual([expected]);
  });

  const unsafe = (at: number, what: string) =>
    `sjabloon/template.hbs:1:${at} sjabloon/onveilig wat ${what}, kan hier het document veranderen`;

  test.each([
    [':::kader{title="{{samenvatting}}"}', unsafe(17, "er in het veld 'samenvatting' staat")],
    [':::kader{title="{{proza samenvatting}}"}', unsafe(17, '{{proza …}} afdrukt')],
    ['> :::kader{title="a } {{gebied.naam}}"}', unsafe(23, "er in het veld 'naam' staat")],
    [":::kader{title='{{attribuut gebied.naam}}'}", unsafe(17, '{{attribuut …}} afdrukt')],
    [':::kader{title={{gebied.naam}} }', unsafe(16, "er in het veld 'naam' staat")],
    [':::kader{title="{{#if context}}x{{else}}{{gebied.naam}}{{/if}}"}', unsafe(41, "er in het veld 'naam' staat")],
    [':::kader{title="x{{#if context}}"{{/if}} regels="{{lijst document.auteurs}}"}', unsafe(50, '{{lijst …}} afdrukt')],
    ['[zie]({{gebied.naam}})', unsafe(7, "er in het veld 'naam' staat")],
  ])('%s, waar niet elke tekst inert is', (text, expected) => {
    expect(problems(file(text))).toEqual([expected]);
  });

  test('een deel dat midden in een attribuut staat', () => {
    expect(problems(file(':::kader{title="{{> deel}}"}'), file('{{gebied.naam}}', 'deel'))).toEqual([
      "sjabloon/deel.hbs:1:1 sjabloon/onveilig wat er in het veld 'naam' staat, kan hier het document veranderen",
    ]);
  });

  test.each([
    ':::kader{title="{{attribuut gebied.naam}}"}\n{{gebied.naam}}',
    ':::kader{title="x"}\n{{gebied.naam}}',
    '::anker{#{{gebied.id}} nr={{onderzoek.inspecties.length}} id="{{gebied.id}}"}',
    '[zie](#{{gebied.id}}) {{gebied.naam}}',
  ])('maar niet %s', (text) => {
    expect(problems(file(text))).toEqual([]);
  });

  test('een deel dat zichzelf opneemt', () => {
    expect(problems(file('{{> deel}}'), file('{{> deel}}', 'deel'))).toEqual([
      "sjabloon/deel.hbs:1:1 sjabloon/kring het deel 'deel' neemt zichzelf op",
    ]);
  });

  test('een veld dat leeg is, wordt pas bij het afdrukken gemeld', () => {
    const compiled = compileTemplate([file('x {{context}}')], 'lokaal').value;
    if (!compiled) throw new Error('geen sjabloon');
    expect(renderTemplate(compiled, {}).diagnostics).toMatchObject([
      { code: 'sjabloon/waarde', position: { line: 1, column: 3 } },
    ]);
  });
});
