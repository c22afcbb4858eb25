/** The forms in which a checking command can print its diagnostics. */
export const FORMATS = ['text', 'json', 'sarif', 'github'] as const;

/** One of the forms of diagnostics. */
export type DiagnosticFormat = (typeof FORMATS)[number];
