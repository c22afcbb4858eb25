import fc from 'fast-check';

const pieces = [
  ...['#', '##', ' #', '*', '**', '_', '`', '```', '~~~', '~', '[', ']', '(', ')', '<', '>', '!', '![', '|', '-', '---', '+', '=', '===', '\\', '\\\\'],
  ...['&', '&amp;', '&#35;', '&lt', 'amp;', '1.', '1)', '12. ', ' ', '  ', '    ', '\t', '\n', '\n\n', '\r\n', '\u00a0', '\u2028', '\u0085', '\u0000'],
  ...['\u0007', '\u202e', '\u2066', '\ufeff', '\ud800', '\udc00', '😀', 'é', '€', 'a', 'B', '7', 'woord', '$', '@', '^', '"', "'", ';', ',', '.', '/'],
  ...['http://a.nl', 'www.a.nl', 'x@y.nl', '<b>', '</script>', '<!--', '<https://a.nl>', '[^1]', '[^1]: x', '[x]: /y', '[a](b)', '{', '}', '{{x}}'],
  ...[':', '::', ':::', '::inhoud', ':::kader', ':a[b]', '{#id}', '| a | b |', '|---|', '- [ ] x', '***', '#panic()', '=1+1'],
];

/** Texts that Markdown, HTML or a directive could take for markup, and texts of any other characters. */
export const hostileText = fc.oneof(
  { weight: 3, arbitrary: fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 9 }).map((parts) => parts.join('')) },
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
);
