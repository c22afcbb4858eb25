/** The part of the Typst template that draws what stands between blank lines: tables, boxes, lists, numbered paragraphs. */
export const blocks = `
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
  if title != none { block(sticky: true, below: 0.65em, text(weight: "semibold", fill: accent, hyphenate: false, may-break(title))) }
}

// Lines to write on by hand.
#let render-room(node, body) = block(width: 100%, stroke: 0.5pt + rule, inset: (x: 11pt, top: 9pt, bottom: 4pt), breakable: false, above: 0.9em, below: 1.6em, {
  set text(size: 9pt)
  box-title(node)
  body
  for index in range(node.room) {
    v(7.5mm)
    if index < node.room - 1 { line(length: 100%, stroke: 0.5pt + rule) }
  }
})

#let render-box(node, body) = if node.at("room", default: 0) > 0 { render-room(node, body) } else if node.type == "kader" {
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

// A paragraph that is one bold phrase heads what follows it, and so never ends a page; nor does one above room to write.
#let heads(node) = node.children.len() == 1 and node.children.first().type == "strong" or node.at("heads", default: false)
#let render-paragraph(node, body) = if heads(node) {
  context block(sticky: true, above: par.spacing, below: par.spacing, par(body))
} else { par(body) }

// A picture, and then its table: for whoever does not see the one, and in print.
#let render-figure(node, render) = {
  let rest = for child in node.children { render(child) }
  let caption = [Figuur #str(node.number). #may-break(node.title)]
  let svg = node.at("svg", default: none)
  if svg == none {
    block(sticky: true, above: 1.6em, text(size: 9.5pt, weight: "semibold", hyphenate: false, caption))
    par(may-break(node.alt))
  } else {
    let picture = image(bytes(svg), format: "svg", width: node.width * 1pt)
    block(above: 1.6em, below: 1em, breakable: false, figure(kind: image, supplement: none, numbering: none, caption: caption, alt: unmarked(node.alt), picture))
  }
  rest
}

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
`;
