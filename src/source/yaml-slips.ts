import type { Document } from 'yaml';
import { openFlowBefore, quotedBefore } from './yaml-nodes.ts';

/** A slip in a text: what is wrong, what to do, and where, when that is elsewhere than where reading failed. */
export interface Slip {
  message: string;
  help?: string;
  offset?: number;
}

/** What the reader reports, and the line on which it failed. */
export interface Problem {
  code: string;
  /** What it says, in English; it tells apart what has one code. */
  said: string;
  start: number;
  line: string;
  lineStart: number;
  text: string;
  document: Document.Parsed;
}

/** What is wrong, by looking at the text around the place where reading failed. */
export function explain(problem: Problem): Slip {
  for (const rule of RULES) {
    const slip = rule(problem);
    if (slip) return slip;
  }
  return BY_CODE[problem.code] ?? { message: 'dit is geen geldige YAML', help: QUOTE };
}

const QUOTE = 'tekst met : # of aanhalingstekens erin hoort tussen "dubbele aanhalingstekens"';

const BY_CODE: Record<string, Slip> = {
  TAB_AS_INDENT: {
    message: 'hier staat een tab als inspringing; gebruik spaties',
    help: 'spring in met twee spaties per niveau; een editor kan tabs door spaties vervangen',
  },
  MULTIPLE_DOCS: { message: 'er staat meer dan een document in dit bestand (---)', help: 'haal de regel met --- weg' },
  NON_STRING_KEY: { message: 'een sleutel moet een tekst zijn', help: QUOTE },
  TAG_RESOLVE_FAILED: {
    message: 'deze tag (!) is niet toegestaan',
    help: 'een tekst die met ! begint, hoort tussen aanhalingstekens',
  },
  BAD_DQ_ESCAPE: {
    message: 'na een \\ tussen dubbele aanhalingstekens staat hier iets dat geen betekenis heeft',
    help: 'zet de tekst tussen enkele aanhalingstekens, of schrijf elke \\ als \\\\',
  },
};

type Rule = (problem: Problem) => Slip | undefined;

/** In order: what looks closest at the text comes first. */
const RULES: Rule[] = [
  listUnderBrackets,
  unclosedQuote,
  textAfterQuote,
  noSpaceAfterDash,
  noSpaceAfterColon,
  colonInText,
  indentedUnderText,
  listBesideKey,
  textAfterBlockSign,
  specialStart,
  unclosedBracket,
  wrongIndent,
  looseLine,
];

const UNDER_BRACKETS = /^ *(?:- +)*([\w-]+): *\[ *\][ \t]*(?:#.*)?\r?\n(?:[ \t]*(?:#.*)?\r?\n)*[ \t]*- /gm;

function listUnderBrackets({ text, start }: Problem): Slip | undefined {
  for (const { 0: found, 1: key, index } of text.matchAll(UNDER_BRACKETS)) {
    if (index > start || start > index + found.length) continue;
    const offset = index + found.indexOf('[');
    return { message: 'hier staat een lege lijst [], met eronder nog een lijst', help: `haal [] weg: ${key}:`, offset };
  }
  return undefined;
}

function unclosedQuote({ said, document, text, start }: Problem): Slip | undefined {
  return said.startsWith('Missing closing') ? openQuote(text, quotedBefore(document, start)?.start) : undefined;
}

function openQuote(text: string, offset = 0): Slip {
  const help = 'sluit de tekst met hetzelfde aanhalingsteken';
  return { message: `het aanhalingsteken ${text[offset]} dat hier begint, wordt niet gesloten`, help, offset };
}

function textAfterQuote({ said, document, text, start }: Problem): Slip | undefined {
  const quoted = said.endsWith('at node end') ? quotedBefore(document, start) : undefined;
  if (!quoted || text.slice(quoted.end, start).trim() !== '') return undefined;
  if (text.slice(quoted.start, quoted.end).includes('\n')) return openQuote(text, quoted.start);
  const [inside, around] = text[quoted.start] === "'" ? ["een '", '"dubbele"'] : ['een "', "'enkele'"];
  return {
    message: 'na het sluitende aanhalingsteken staat nog tekst',
    help: `staat er ${inside} in de tekst zelf, zet de hele tekst dan tussen ${around} aanhalingstekens, of gebruik >-`,
  };
}

function noSpaceAfterDash({ line, lineStart }: Problem): Slip | undefined {
  const [, indent = '', rest] = /^( *)-([^\s-].*)$/.exec(line) ?? [];
  if (rest === undefined) return undefined;
  return { message: 'na het streepje ontbreekt een spatie', help: `schrijf - ${short(rest)}`, offset: lineStart + indent.length };
}

function noSpaceAfterColon({ said, line, lineStart }: Problem): Slip | undefined {
  const [, before = '', key, rest = ''] = /^( *(?:- +)*)([\w-]+):([^\s/].*)$/.exec(line) ?? [];
  if (!said.startsWith('Implicit') || key === undefined) return undefined;
  const offset = lineStart + before.length;
  return { message: 'na de dubbele punt ontbreekt een spatie', help: `schrijf ${key}: ${short(rest)}`, offset };
}

function colonInText({ code, text, start }: Problem): Slip | undefined {
  if (code !== 'BLOCK_AS_IMPLICIT_KEY') return undefined;
  const written = (text.slice(start).split(/\r?\n/, 1)[0] ?? '').replace(/\s+#.*$/, '').trim();
  if (!/:(?:\s|$)/.test(written)) return undefined;
  const example = written.length > SHORT ? '' : `; bijvoorbeeld: ${JSON.stringify(written)}`;
  return {
    message: 'de dubbele punt in deze tekst leest als het begin van een nieuw veld',
    help: `zet de tekst tussen aanhalingstekens of gebruik >-${example}`,
  };
}

function indentedUnderText({ code, text, start }: Problem): Slip | undefined {
  const next = text.indexOf('\n', start) + 1;
  if (code !== 'BLOCK_AS_IMPLICIT_KEY' || next === 0 || !/^ +\S/.test(text.slice(next))) return undefined;
  return {
    message: 'deze regel springt in onder een veld dat al een waarde heeft',
    help: 'hoort zij bij de tekst erboven, zet die dan helemaal tussen aanhalingstekens of gebruik >-; is het een eigen veld, zet het dan recht onder het veld erboven',
    offset: next + text.slice(next).search(/\S|$/),
  };
}

function listBesideKey({ said }: Problem): Slip | undefined {
  if (!said.includes('block-seq-ind on same line')) return undefined;
  return {
    message: 'een lijst begint op de regel onder het veld',
    help: 'zet elk item met zijn streepje op een eigen regel; is het streepje tekst, zet de waarde dan tussen aanhalingstekens',
  };
}

function textAfterBlockSign({ code, line }: Problem): Slip | undefined {
  if (code !== 'UNEXPECTED_TOKEN' || !/^ *(?:- +)*[\w-]+: +[|>]/.test(line)) return undefined;
  return {
    message: 'na | of > hoort niets meer op dezelfde regel',
    help: 'zet de tekst op de regels eronder, ingesprongen, of zet haar tussen aanhalingstekens',
  };
}

/** A value that begins with a sign that means something else than text. */
function specialStart({ code, line, lineStart, text, start }: Problem): Slip | undefined {
  if (!['BAD_SCALAR_START', 'UNEXPECTED_TOKEN', 'NON_STRING_KEY'].includes(code)) return undefined;
  const [, before = '', sign = '', rest = ''] = /^( *(?:- +)*(?:[\w-]+: +)?)([@`%,&*!{[])(.*)$/.exec(line) ?? [];
  if (sign === '' || (code === 'UNEXPECTED_TOKEN' && '{['.includes(sign) && !/[\]}] *$/.test(text.slice(0, start))))
    return undefined;
  return {
    message: `een tekst die met ${sign} begint, hoort tussen aanhalingstekens`,
    help: `schrijf ${JSON.stringify(short(sign + rest))}`,
    offset: lineStart + before.length,
  };
}

function unclosedBracket({ said, document, text, start }: Problem): Slip | undefined {
  const offset = /^Flow (?:sequence|map)/.test(said) ? openFlowBefore(document, start) : undefined;
  if (offset === undefined) return undefined;
  const [open, close] = text[offset] === '[' ? '[]' : '{}';
  return {
    message: `het haakje ${open} dat hier begint, wordt niet gesloten`,
    help: `sluit met ${close}; hoort het haakje bij een tekst, zet die dan tussen aanhalingstekens`,
    offset,
  };
}

function wrongIndent({ code, said, line, lineStart }: Problem): Slip | undefined {
  if (code !== 'BAD_INDENT' && !said.startsWith('Sequence item without')) return undefined;
  return {
    message: 'de inspringing klopt niet',
    help: 'velden die bij elkaar horen, beginnen recht onder elkaar; spring in met twee spaties per niveau',
    offset: lineStart + line.search(/\S|$/),
  };
}

function looseLine({ said }: Problem): Slip | undefined {
  if (!said.startsWith('Implicit')) return undefined;
  return {
    message: 'deze regel hoort nergens bij: er ontbreekt een veld met een dubbele punt',
    help: 'hoort zij bij de tekst erboven, spring haar dan verder in dan dat veld, of gebruik >-',
  };
}

const SHORT = 60;

function short(text: string): string {
  return text.length > SHORT ? `${text.slice(0, SHORT - 1)}…` : text;
}
