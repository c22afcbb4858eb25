/**
 * The part of the Typst template that draws the inlines of a document, its headings and contents, and every node by its type.
 * They arrive as data: nothing in them is ever evaluated or read as markup.
 */
export const content = `
// The contents name an annex, and not the parts of it; the bookmarks name every heading.
#let render-heading(node, body) = {
  let number = node.at("number", default: none)
  let within-annex = node.level > 1 and number != none and number.match(regex("^[A-Z]")) != none
  heading(
    level: node.level,
    outlined: not within-annex,
    bookmarked: true,
    numbering: if number == none { none } else { (..) => number },
    // A link says what it leads to by this word and the number, or else the page: “Paragraaf 6.1”.
    supplement: if node.at("annex", default: false) { [Bijlage] } else if node.level == 1 { [Hoofdstuk] } else { [Paragraaf] },
    body,
  )
}

#let render-link(node, body) = {
  let target = if node.url.starts-with("#") { label(node.url.slice(1)) } else { node.url }
  link(target, text(fill: rgb(stijl.link), underline(stroke: 0.5pt, offset: 2pt, body)))
}

#let render-note(node, render) = {
  let id = "voetnoot:" + node.note
  if not node.first { footnote(label(id)) }
  else {
    // A single paragraph stands behind its number; a paragraph of its own would start below it.
    let blocks = data.notes.at(node.note)
    let single = blocks.len() == 1 and blocks.first().type == "paragraph"
    let nodes = if single { blocks.first().children } else { blocks }
    [#footnote(for part in nodes { render(part) })#label(id)]
  }
}

#let render-contents() = {
  if data.cover != none { pagebreak(weak: true) }
  set text(size: 9.5pt, hyphenate: false)
  show outline.entry.where(level: 1): set block(above: 0.9em)
  show outline.entry.where(level: 1): set text(weight: "semibold")
  show outline.entry: it => {
    let annex = it.element.supplement == [Bijlage]
    let line = if annex { it.indented(none, [Bijlage #it.prefix()#h(0.7em)#it.inner()]) } else { it.indented(it.prefix(), it.inner()) }
    link(it.element.location(), line)
  }
  set outline.entry(fill: text(fill: rule, repeat(gap: 0.25em)[.]))
  outline(title: [Inhoud], depth: 2, indent: auto)
}

// One function for every node, since Typst functions can call themselves but not one that is defined after them.
#let render(node) = {
  let kind = node.type
  let kids() = for child in node.children { render(child) }
  let drawn = if kind == "text" { may-break(node.value) }
  else if kind == "code" { node.value.split("\\u{200b}").map(part => raw(part)).join(h(0pt)) }
  else if kind == "break" { linebreak() }
  else if kind == "emphasis" { emph(kids()) }
  else if kind == "strong" { strong(kids()) }
  else if kind == "delete" { strike(kids()) }
  else if kind == "link" { render-link(node, kids()) }
  else if kind == "noteReference" { render-note(node, render) }
  else if kind == "paragraph" { render-paragraph(node, kids()) }
  else if kind == "heading" { render-heading(node, kids()) }
  else if kind == "alinea" { render-alinea(node, kids()) }
  else if kind == "table" { render-table(node, render) }
  else if kind == "grafiek" { render-figure(node, render) }
  else if kind == "list" { render-list(node, render) }
  else if kind == "quote" { render-quote(node, kids()) }
  else if kind == "rule" { line(length: 100%, stroke: 0.5pt + rule) }
  else if kind == "kader" or kind == "bewijs" { render-box(node, kids()) }
  else if kind == "colofon" { render-colofon(kids()) }
  else if kind == "contents" { render-contents() }
  let id = node.at("id", default: none)
  if id == none { drawn } else { [#drawn#label(id)] }
}

#let above-room(nodes, index) = index + 1 < nodes.len() and nodes.at(index + 1).at("room", default: 0) > 0

// Boxes that stand right under each other belong together, and so have little space between them.
#let join-boxes(nodes) = nodes.enumerate().map(((index, node)) => if node.type != "kader" { node + (heads: above-room(nodes, index)) } else {
  let boxed(at) = at >= 0 and at < nodes.len() and nodes.at(at).type == "kader"
  node + (above: if boxed(index - 1) { 0.5em } else { 1.2em }, below: if boxed(index + 1) { 0.5em } else { 1.4em })
})

#let render-all(nodes) = for node in join-boxes(nodes) { render(node) }
`;
