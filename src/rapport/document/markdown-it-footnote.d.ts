declare module 'markdown-it-footnote' {
  import type { MarkdownIt } from 'markdown-it';

  /** Lets markdown-it read footnotes: `[^naam]` and `[^naam]: …`. */
  export default function footnotes(md: MarkdownIt): void;
}
