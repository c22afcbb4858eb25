/**
 * The part of the Typst template that draws the blocks and inlines of a document. They arrive as data: nothing in them is
 * ever evaluated or read as markup.
 */
export const content = `
#let ink = rgb("#1a1f26")
#let soft = rgb("#4a5563")
#let rule = rgb("#c9d0d8")
#let accent = rgb("#0b4a6f")
#let tint = rgb("#eef3f6")
#let hang = 14mm

// The contents name an annex, and not the parts of it; the bookmarks name every heading.
#let render-heading(node, body) = {
  let number = node.at("number", default: none)
  let within-annex = node.level > 1 and number != none and number.match(regex("^[A-Z]")) != none
  heading(
    level: node.level,
    outlined: not within-annex,
    bookmarked: true,
    numbering: if number == none { none } else { (..) => number },
    supplement: if node.at("annex", default: false) { [Bijlage] } else { none },
    body,
  )
}

#let render-link(node, body) = {
  let target = if node.url.starts-with("#") { label(node.url.slice(1)) } else { node.url }
  link(target, text(fill: rgb("#0a4a8f"), underline(stroke: 0.5pt, offset: 2pt, body)))
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

#let render-table(node, render) = {
  let inlines(nodes) = for inline in nodes { render(inline) }
  let wide = node.columns.len() > 5
  let size = if node.columns.len() > 7 { 7.5pt } else if wide { 8.25pt } else { 9pt }
  let sides = (left: left, right: right, center: center)
  let whole = row => row.map(cell => table.cell(breakable: node.breakable, inlines(cell)))
  set text(size: size)
  set par(leading: 0.55em, spacing: 0.7em)
  let cells = table(
    columns: node.columns.map(column => column.share * 1fr),
    align: node.columns.map(column => sides.at(column.align)),
    table.header(repeat: true, ..node.head.map(inlines)),
    ..node.rows.map(whole).flatten(),
  )
  let caption = node.at("caption", default: none)
  let body = if caption == none { cells }
  else { figure(kind: table, supplement: none, numbering: none, caption: [Tabel #str(node.number). #inlines(caption)], cells) }
  block(above: 1.6em, below: 1.8em, breakable: true, if wide { pad(left: -hang, body) } else { body })
}

#let box-title(node) = {
  let title = node.at("title", default: none)
  if title != none { block(sticky: true, below: 0.65em, text(weight: "semibold", fill: accent, hyphenate: false, title)) }
}

#let render-box(node, body) = if node.type == "kader" {
  let space = (above: node.at("above", default: 1.2em), below: node.at("below", default: 1.4em))
  block(width: 100%, fill: tint, stroke: (left: 2.5pt + accent), inset: (x: 11pt, y: 9pt), breakable: node.breakable, ..space, {
    set text(size: 9.75pt)
    set par(leading: 0.62em, spacing: 0.85em)
    box-title(node)
    body
  })
} else {
  block(width: 100%, stroke: (left: 0.75pt + soft), inset: (left: 11pt, y: 2pt), above: 1.1em, below: 1.3em, breakable: node.breakable, {
    set text(size: 9pt, fill: soft, hyphenate: false)
    set par(leading: 0.58em, spacing: 0.75em)
    box-title(node)
    body
  })
}

// A paragraph that is one bold phrase heads what follows it, and so never ends a page.
#let render-paragraph(node, body) = if node.children.len() == 1 and node.children.first().type == "strong" {
  context block(sticky: true, above: par.spacing, below: par.spacing, par(body))
} else { par(body) }

#let render-list(node, render) = {
  let items = node.items.map(item => for child in item { render(child) })
  let tight = node.items.all(item => item.len() <= 1)
  if node.ordered { enum(start: node.start, tight: tight, ..items) } else { list(tight: tight, ..items) }
}

#let render-alinea(node, body) = block(width: 100%, above: 1.25em, below: 1.25em, breakable: node.breakable, {
  place(dx: -hang, dy: 1.6pt, box(width: hang - 3mm, text(size: 8pt, fill: soft, str(node.number))))
  body
})

#let render-quote(node, body) = {
  let look = (stroke: (left: 2pt + rule), inset: (left: 11pt, y: 2pt))
  block(width: 100%, above: 1.1em, below: 1.1em, breakable: node.breakable, ..look, quote(block: true, body))
}

// Who made the document stands at the foot of its page.
#let render-colofon(body) = {
  v(1fr)
  block(breakable: false, { set text(size: 9pt); set par(leading: 0.58em, spacing: 0.75em); set list(spacing: 0.5em); body })
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
  let drawn = if kind == "text" { text(node.value) }
  else if kind == "code" { raw(node.value) }
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
  else if kind == "list" { render-list(node, render) }
  else if kind == "quote" { render-quote(node, kids()) }
  else if kind == "rule" { line(length: 100%, stroke: 0.5pt + rule) }
  else if kind == "kader" or kind == "bewijs" { render-box(node, kids()) }
  else if kind == "colofon" { render-colofon(kids()) }
  else if kind == "contents" { render-contents() }
  let id = node.at("id", default: none)
  if id == none { drawn } else { [#drawn#label(id)] }
}

// Boxes that stand right under each other belong together, and so have little space between them.
#let join-boxes(nodes) = nodes.enumerate().map(((index, node)) => if node.type != "kader" { node } else {
  let boxed(at) = at >= 0 and at < nodes.len() and nodes.at(at).type == "kader"
  node + (above: if boxed(index - 1) { 0.5em } else { 1.2em }, below: if boxed(index + 1) { 0.5em } else { 1.4em })
})

#let render-all(nodes) = for node in join-boxes(nodes) { render(node) }
`;
