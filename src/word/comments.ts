import { parseXml } from '../xml/parse.ts';
import type { WordComment } from './model.ts';
import { isOn, WORD_NAMESPACES } from './names.ts';

/** A comment as it stands in its part: without its place in the text. */
export interface ReadComment extends Pick<WordComment, 'author' | 'date' | 'text'> {
  id: string;
  /** The ids of its paragraphs, by which others refer to it. */
  paragraphs: string[];
}

/** Reads `word/comments.xml`; a text is the Dutch clause that says why it cannot be read. */
export function readComments(xml: string): ReadComment[] | string {
  const comments: ReadComment[] = [];
  const path: string[] = [];
  let deleted = 0;
  const problem = parseXml(xml, WORD_NAMESPACES, {
    open(name, attributes) {
      if (name === 'w:comment') comments.push(newComment(attributes));
      const comment = comments.at(-1);
      const paragraph = attributes['w14:paraId'];
      if (name === 'w:p' && paragraph !== undefined) comment?.paragraphs.push(paragraph.toUpperCase());
      if (name === 'w:del') deleted += 1;
      if (comment && ['w:br', 'w:cr', 'w:tab'].includes(name) && path.at(-1) === 'w:r') comment.text += '\n';
      path.push(name);
    },
    close(name) {
      path.pop();
      const comment = comments.at(-1);
      if (name === 'w:p' && comment) comment.text += '\n';
      if (name === 'w:del') deleted -= 1;
    },
    text(data) {
      const comment = comments.at(-1);
      if (comment && path.at(-1) === 'w:t' && deleted === 0) comment.text += data;
    },
  });
  return problem ?? comments.map((comment) => ({ ...comment, text: comment.text.trim() }));
}

function newComment(attributes: Readonly<Record<string, string>>): ReadComment {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(attributes['w:date'] ?? '')?.[0];
  return {
    id: attributes['w:id'] ?? '',
    author: (attributes['w:author'] ?? '').trim(),
    ...(day === undefined ? {} : { date: day }),
    text: '',
    paragraphs: [],
  };
}

/** What `word/commentsExtended.xml` says of comments, each by the id of its last paragraph. */
export interface CommentStates {
  replies: Set<string>;
  resolved: Set<string>;
}

/** The state of comments of which the document says nothing: no reply, and not resolved. */
export const NO_STATES: CommentStates = { replies: new Set(), resolved: new Set() };

/** Reads `word/commentsExtended.xml`, which not every program writes. */
export function readCommentStates(xml: string): CommentStates | string {
  const states: CommentStates = { replies: new Set(), resolved: new Set() };
  const problem = parseXml(xml, WORD_NAMESPACES, {
    open(name, attributes) {
      const id = attributes['w15:paraId']?.toUpperCase();
      if (name !== 'w15:commentEx' || id === undefined) return;
      if (attributes['w15:paraIdParent'] !== undefined) states.replies.add(id);
      if (isOn(attributes['w15:done'] ?? '0')) states.resolved.add(id);
    },
  });
  return problem ?? states;
}
