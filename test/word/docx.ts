import { strToU8, zipSync } from 'fflate';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const NAMESPACES = [
  `xmlns:w="${W}"`,
  'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"',
  'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
].join(' ');

/** A comment of a small document; `answers` is the key of the comment that it answers. */
export interface SmallComment {
  text: string;
  author?: string;
  date?: string;
  answers?: string;
  resolved?: boolean;
}

/** What a small document holds. */
export interface SmallDocument {
  /** Paragraphs; `[1]` and `[/1]` are where comment 1 begins and ends; what begins with `<` is XML. */
  body: readonly string[];
  comments?: Readonly<Record<string, SmallComment>>;
  /** A table of two columns at the top. */
  bron?: Readonly<Record<string, string>>;
  properties?: Readonly<Record<string, string>>;
}

/** Makes a Word document of readable parts. */
export function docx({ body, comments = {}, bron, properties }: SmallDocument): Uint8Array {
  const table = bron ? bronTable(bron) : '';
  const parts: Record<string, string> = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    'word/document.xml': wrap('document', `<w:body>${table}${body.map(paragraph).join('')}</w:body>`),
  };
  const entries = Object.entries(comments);
  if (entries.length > 0) {
    parts['word/comments.xml'] = wrap('comments', entries.map(comment).join(''));
    parts['word/commentsExtended.xml'] =
      `<w15:commentsEx ${NAMESPACES}>${entries.map((entry) => extended(entry)).join('')}</w15:commentsEx>`;
  }
  if (properties) parts['docProps/custom.xml'] = customProperties(properties);
  return zip(parts);
}

/** Makes a ZIP file of texts, always the same bytes. */
export function zip(parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const files = Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part] as const);
  return zipSync(Object.fromEntries(files), { level: 6, mtime: new Date(1980, 0, 1) });
}

/** A run of text. */
export function run(text: string): string {
  return `<w:r><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;
}

/** The content of a paragraph with the marks of its comments. */
export function marked(text: string): string {
  return text
    .split(/(\[\/?\w+\])/)
    .filter((piece) => piece !== '')
    .map((piece) => {
      const [, end, id] = /^\[(\/?)(\w+)\]$/.exec(piece) ?? [];
      if (id === undefined) return run(piece);
      if (end !== '/') return `<w:commentRangeStart w:id="${id}"/>`;
      return `<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`;
    })
    .join('');
}

function paragraph(text: string): string {
  return text.startsWith('<') ? text : `<w:p>${marked(text)}</w:p>`;
}

function wrap(name: string, content: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:${name} ${NAMESPACES}>${content}</w:${name}>`;
}

function comment([id, { text, author = 'A. Codeur', date = '2026-03-02T10:00:00Z' }]: [string, SmallComment]): string {
  const lines = text.split('\n').map((line, index, all) => {
    const last = index === all.length - 1 ? ` w14:paraId="${paraId(id)}"` : '';
    return `<w:p${last}>${run(line)}</w:p>`;
  });
  return `<w:comment w:id="${id}" w:author="${escapeXml(author)}" w:date="${date}">${lines.join('')}</w:comment>`;
}

function extended([id, { answers, resolved }]: [string, SmallComment]): string {
  const parent = answers === undefined ? '' : ` w15:paraIdParent="${paraId(answers)}"`;
  return `<w15:commentEx w15:paraId="${paraId(id)}"${parent} w15:done="${resolved ? 1 : 0}"/>`;
}

function paraId(id: string): string {
  return [...id]
    .map((character) => (character.codePointAt(0) ?? 0).toString(16).toUpperCase())
    .join('')
    .padStart(8, '0');
}

function bronTable(bron: Readonly<Record<string, string>>): string {
  const cell = (text: string) => `<w:tc><w:p>${run(text)}</w:p></w:tc>`;
  const rows = Object.entries(bron).map(([label, value]) => `<w:tr>${cell(label)}${cell(value)}</w:tr>`);
  return `<w:tbl>${rows.join('')}</w:tbl>`;
}

function customProperties(properties: Readonly<Record<string, string>>): string {
  const list = Object.entries(properties).map(
    ([name, value]) =>
      `<property fmtid="{0}" pid="2" name="${escapeXml(name)}"><vt:lpwstr>${escapeXml(value)}</vt:lpwstr></property>`,
  );
  const namespaces =
    'xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"';
  return `<?xml version="1.0" encoding="UTF-8"?><Properties ${namespaces}>${list.join('')}</Properties>`;
}

/** A text as it stands in XML. */
export function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
