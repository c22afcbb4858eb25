import { createDetector } from '../../src/privacy/detect.ts';

const detect = createDetector();

/** What is found in a text, each as `kind:value`. */
export function found(text: string): string[] {
  return detect(text).map(({ kind, from, to }) => `${kind}:${text.slice(from, to)}`);
}
