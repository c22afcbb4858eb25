/** The part of the Typst template that lets a line end within a long run without spaces, such as an address. */
export const breaks = `
// Where a line may end within a run is marked in the data. On the page that is a space without width, and no character: what a
// reader copies or searches for is what was written.
#let may-break(words) = words.split("\\u{200b}").join(h(0pt))
#let unmarked(words) = if type(words) == array { words.map(unmarked) } else if type(words) == str { words.replace("\\u{200b}", "") } else { words }
`;
