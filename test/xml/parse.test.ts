import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseXml } from '../../src/xml/parse.ts';

/** What was met: `<name a=1`, `>` and texts. */
function events(xml: string, known: Record<string, string> = {}): string[] | string {
  const met: string[] = [];
  const problem = parseXml(xml, known, {
    open: (name, attributes) =>
      met.push(`<${[name, ...Object.entries(attributes).map(([key, value]) => `${key}=${value}`)].join(' ')}`),
    close: (name) => met.push(`>${name}`),
    text: (data) => met.push(data),
  });
  return problem ?? met;
}

const bad = (xml: string): [string, string] => [xml, 'niet welgevormd'];

describe('XML', () => {
  test('wordt gelezen met verwijzingen, CDATA, commentaar en naamruimten', () => {
    const xml =
      '\ufeff<?xml version="1.0"?>\n<a xmlns="u" xmlns:p="v"><!-- < --><p:b p:c="&lt;&#65;&#x42;" d=\'1\'/><![CDATA[<x>&]]>\r\n</a> ';
    expect(events(xml, { u: 'U', v: 'V' })).toEqual(['<U:a', '<V:b V:c=<AB d=1', '>V:b', '<x>&', '\n', '>U:a']);
  });

  test.each([
    ['<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', 'DOCTYPE'],
    ...['<a>&b;</a>', '<a>&#0;</a>', '<a>&#xD800;</a>', '<a>&#x110000;</a>', '<a b="1" b="2"/>', '<a b="<"/>', '<a b=1/>'].map(
      bad,
    ),
    ...['<a><b></a></b>', '<a/><b/>', '<a/>x', '<a>', '<p:a/>', '', '<a xmlns:p="u" xmlns:q="u" p:b="1" q:b="2"/>'].map(bad),
    ['<a>'.repeat(501), 'te diep'],
  ])('dat niet welgevormd of gevaarlijk is, wordt geweigerd: %s', (xml, reason) => {
    expect(events(xml)).toContain(reason);
  });

  test('dat iets willekeurigs is, geeft een reden of gebeurtenissen die op elkaar sluiten', () => {
    const pieces = [
      '<a>',
      '</a>',
      '<b c="d">',
      '<b/>',
      '&amp;',
      '&',
      '<',
      '>',
      '<!--',
      '-->',
      '<![CDATA[',
      ']]>',
      '<?',
      '?>',
      ' ',
      'x',
      '"',
    ];
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string()), { maxLength: 30 }), (parts) => {
        const met = events(parts.join(''));
        if (typeof met === 'string') return met !== '';
        const opened = met.filter((event) => event.startsWith('<') && event !== '<').length;
        return opened >= met.filter((event) => event.startsWith('>')).length;
      }),
      { numRuns: 2000 },
    );
  });
});
