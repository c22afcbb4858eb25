import { escapeXml, zip } from '../word/docx.ts';

/** A passage of a small project; the places are code points. */
export interface SmallSelection {
  start: number;
  end: number;
  codes: readonly { code: string; user?: string }[];
  name?: string;
}

/** What a small project holds: by the name of a text its content and its selections. */
export interface SmallProject {
  texts: Readonly<Record<string, { text: string; selections: readonly SmallSelection[]; inline?: boolean }>>;
  origin?: string;
  /** XML beside the sources. */
  rest?: string;
  /** Other sources, as XML. */
  sources?: string;
}

/** Makes a REFI-QDA project of readable parts. */
export function qdpx({ texts, origin = 'proef', rest = '', sources = '' }: SmallProject): Uint8Array {
  const all = Object.values(texts).flatMap(({ selections }) => selections.flatMap(({ codes }) => codes));
  const codes = [...new Set(all.map(({ code }) => code))];
  const users = [...new Set(all.map(({ user = 'A' }) => user))];
  const coding = ({ code, user = 'A' }: { code: string; user?: string }) =>
    `<Coding guid="x" creatingUser="u${users.indexOf(user)}" creationDateTime="2026-03-02T10:00:00Z"><CodeRef targetGUID="c${codes.indexOf(code)}"/></Coding>`;
  const selection = ({ start, end, codes: list, name = '' }: SmallSelection) =>
    `<PlainTextSelection guid="s" name="${escapeXml(name)}" startPosition="${start}" endPosition="${end}">${list.map(coding).join('')}</PlainTextSelection>`;
  const source = ([name, { text, selections, inline }]: [string, SmallProject['texts'][string]], index: number) => {
    const path = inline ? '' : ` plainTextPath="internal://t${index}.txt"`;
    const content = inline ? `<PlainTextContent>${escapeXml(text)}</PlainTextContent>` : '';
    return `<TextSource guid="t${index}" name="${escapeXml(name)}"${path}>${content}${selections.map(selection).join('')}</TextSource>`;
  };
  const xml = [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<Project name="Proef" origin="${origin}" xmlns="urn:QDA-XML:project:1.0">`,
    `<Users>${users.map((name, index) => `<User guid="U${index}" name="${escapeXml(name)}"/>`).join('')}</Users>`,
    `<CodeBook><Codes>${codes.map((name, index) => `<Code guid="C${index}" name="${escapeXml(name)}" isCodable="true"/>`).join('')}</Codes></CodeBook>`,
    `<Sources>${Object.entries(texts).map(source).join('')}${sources}</Sources>${rest}</Project>`,
  ];
  const files = Object.values(texts).flatMap(({ text, inline }, index) =>
    inline ? [] : [[`sources/t${index}.txt`, text] as const],
  );
  return zip({ 'project.qde': xml.join('\n'), ...Object.fromEntries(files) });
}
