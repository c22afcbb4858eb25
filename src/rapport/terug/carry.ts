import { editYaml } from '../../source/edit.ts';
import { fromPointer } from '../../source/pointer.ts';
import { valueAt } from '../../source/value.ts';
import { parseYaml, type Source as YamlSource } from '../../source/yaml.ts';
import { block, inline } from '../document/escape.ts';
import { flat } from './compare-text.ts';
import type { Field } from './fields.ts';
import type { Proposal } from './judgement.ts';
import { readProse } from './plain-prose.ts';
import { spliceText } from './splice.ts';

/** A file as it becomes. */
interface CarriedFile {
  path: string;
  content: string;
}

/** Carries changes to the files that the texts stand in, each of which can be carried; of everything else not a character changes. */
export function carryProposals(proposals: readonly Proposal[]): CarriedFile[] {
  const texts = new Map<string, string>();
  for (const field of new Set(proposals.map((proposal) => proposal.field))) {
    const own = proposals.filter((proposal) => proposal.field === field);
    const { yaml, path } = field;
    const before = texts.get(path) ?? yaml?.bestand.source.text ?? field.tekst;
    texts.set(path, yaml ? carryToYaml(before, field, yaml.pointer, own) : carryToProse(before, own));
  }
  return [...texts].map(([path, content]) => ({ path, content }));
}

/** Whether a change can be carried: in Markdown the marks may stand in the way. */
export function canCarry(proposal: Proposal): boolean {
  const { yaml, tekst } = proposal.field;
  return yaml !== undefined || proseWith(tekst, proposal) !== undefined;
}

function carryToYaml(text: string, field: Field, pointer: string, proposals: readonly Proposal[]): string {
  const source = parseYaml(text, field.file).value;
  if (!source) throw new Error(`tsd made YAML of ${field.file} that cannot be read`);
  const value = fromEnd(proposals).reduce(
    (tekst, { part, text: fresh }) => tekst.slice(0, part.start) + fresh + tekst.slice(part.end),
    field.tekst,
  );
  return spliced(source, pointer, field.tekst, value) ?? editYaml(source, [{ kind: 'replace', pointer, value }]);
}

/** The text with only the words that differ replaced, where that reads back as it is meant. */
function spliced(source: YamlSource, pointer: string, before: string, after: string): string | undefined {
  const range = source.rangeOf(pointer);
  const written = range && spliceText(source.text.slice(range.start, range.end), before, after, (text) => text);
  if (!range || written === undefined) return undefined;
  const text = source.text.slice(0, range.start) + written + source.text.slice(range.end);
  const { value } = parseYaml(text, source.file);
  return value && readsAs(value, source, { pointer, before, after }) ? text : undefined;
}

function readsAs(
  fresh: YamlSource,
  old: YamlSource,
  { pointer, before, after }: { pointer: string; before: string; after: string },
): boolean {
  const keys = fromPointer(pointer);
  if (valueAt(fresh.value, keys) !== after) return false;
  const rest = (source: YamlSource, changed: string): string =>
    JSON.stringify(source.value, (_, value: unknown) => (value === changed ? null : value));
  // The same text elsewhere goes with it, on both sides.
  return rest(fresh, after) === rest(old, before);
}

const TURNS: Readonly<Record<Proposal['kind'], number>> = { erna: 0, tekst: 1, weg: 1, ervoor: 2 };

/** From the end of a text to its start, so that the places of what is still to come stay as they are. */
function fromEnd(proposals: readonly Proposal[]): Proposal[] {
  return [...proposals].reverse().sort((a, b) => b.part.start - a.part.start || TURNS[a.kind] - TURNS[b.kind]);
}

function carryToProse(text: string, proposals: readonly Proposal[]): string {
  return fromEnd(proposals).reduce((prose, proposal) => {
    const after = proseWith(prose, proposal);
    if (after === undefined)
      throw new Error(`tsd would carry a change to ${proposal.field.file} that its marks stand in the way of`);
    return after;
  }, text);
}

function proseWith(prose: string, { kind, part, text, field }: Proposal): string | undefined {
  const { start, end, block: whole = part } = part;
  if (kind === 'erna') return `${prose.slice(0, whole.end)}\n\n${block(text)}${prose.slice(whole.end)}`;
  if (kind === 'ervoor') return `${prose.slice(0, whole.start)}${block(text)}\n\n${prose.slice(whole.start)}`;
  const written = prose.slice(start, end);
  if (kind === 'tekst') {
    // A second paragraph in an item of a list or in a quotation would end it.
    if (text.includes('\n\n') && !part.block) return undefined;
    const fresh = rewritten(written, text, field.tekst);
    return fresh === undefined ? undefined : prose.slice(0, start) + fresh + prose.slice(end);
  }
  // A picture stays in Word when its words are deleted, and a footnote would be left without its place.
  if (readProse(written, field.tekst).held.some((what) => !what.startsWith('link'))) return undefined;
  return joined(prose.slice(0, whole.start).trimEnd(), prose.slice(whole.end).replace(/^\s*\n/, ''));
}

/** A paragraph with another text; nothing where its marks stand in the way, or where a footnote, link or picture would go with the words. */
function rewritten(written: string, text: string, whole: string): string | undefined {
  const { text: plain, held } = readProse(written, whole);
  const own = text.includes('\n') ? undefined : spliceText(written, plain, text, inlineWords);
  const read = own === undefined ? undefined : readProse(own, whole);
  if (read && flat(read.text) === flat(text) && read.held.join('\n') === held.join('\n')) return own;
  return flat(plain) === flat(written) && held.length === 0 ? block(text) : undefined;
}

/** What stood around a paragraph that went, with one empty line between. */
function joined(before: string, after: string): string {
  const rest = after.replace(/^(?:[ \t]*\n)+/, '');
  return before === '' ? rest : `${before}\n${rest === '' ? '' : `\n${rest}`}`;
}

/** The white space around words that are put in counts. */
function inlineWords(text: string): string {
  const [, before = '', words = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? [];
  return before + inline(words) + after;
}
