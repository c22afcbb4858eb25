/** The colours of a printed document, and how far numbers hang out into the margin. */
export const colours = `
#let ink = rgb("#1a1f26")
#let soft = rgb("#4a5563")
#let rule = rgb("#c9d0d8")
#let accent = rgb("#0b4a6f")
#let tint = rgb("#eef3f6")
#let faint = rgb("#edf1f4")
#let hang = 14mm
`;
