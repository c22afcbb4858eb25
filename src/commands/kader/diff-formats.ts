/** The forms of a difference. */
export const DIFF_FORMATS = ['text', 'markdown', 'html', 'json'] as const;

/** How a difference is asked for. */
export interface DiffOptions {
  format: (typeof DIFF_FORMATS)[number];
  /** Only the kader with this id. */
  kader?: string | undefined;
}
