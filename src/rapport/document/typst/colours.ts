/** The colours of a printed document, which come with its data, and how far numbers hang out into the margin. */
export const colours = `
#let stijl = data.stijl
#let ink = rgb(stijl.ink)
#let soft = rgb(stijl.soft)
#let rule = rgb(stijl.line)
#let accent = rgb(stijl.accent)
#let tint = rgb(stijl.tint)
#let faint = rgb(stijl.mark)
#let hang = 14mm
`;
