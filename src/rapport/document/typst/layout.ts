/** The part of the Typst template that sets the page, the type and the cover, and prints the document. */
export const layout = `
#let meta = data.meta.pairs().map(((name, value)) => (name, unmarked(value))).to-dict()
#let family = stijl.families

#set document(
  title: meta.titel,
  author: meta.auteurs,
  description: meta.omschrijving,
  keywords: meta.trefwoorden,
  date: datetime(..data.date),
)
// Without fallback no font of the machine can slip in, so the bytes are the same everywhere.
#set text(font: family, fallback: false, lang: "nl", region: "nl", size: if data.cover == none { 10pt } else { 10.5pt }, fill: ink, hyphenate: true, number-type: "lining")
#set par(justify: false, leading: if data.cover == none { 0.62em } else { 0.66em }, spacing: if data.cover == none { 0.95em } else { 1.05em })
#set list(indent: 2pt, body-indent: 7pt, spacing: if data.cover == none { 0.65em } else { 0.8em }, marker: text(fill: soft)[•])
#set enum(indent: 2pt, body-indent: 7pt, spacing: 0.8em)
#set footnote.entry(indent: 0pt, separator: line(length: 25%, stroke: 0.5pt + soft), gap: 0.6em)
#show footnote.entry: set text(size: 8.5pt)
#show raw: set text(font: family, size: 1em / 0.8)
#show quote: it => text(fill: soft, it.body)
#show emph: set text(hyphenate: false)

#set table(
  stroke: (x, y) => (bottom: if y == 0 { 1.25pt + accent } else { 0.5pt + rule }),
  inset: (left: 0pt, right: 9pt, y: 5pt),
)
#show table.cell.where(y: 0): set text(weight: "semibold", hyphenate: false)
#show figure: set block(breakable: true)
#show figure: set align(left)
#set figure(gap: 0.7em)
#set figure.caption(position: top)
#show figure.caption: it => block(sticky: true, width: 100%, text(size: 9.5pt, weight: "semibold", hyphenate: false, it.body))

#show heading: set text(hyphenate: false, weight: "semibold")
#show heading: it => {
  let number = if it.numbering == none { none } else { numbering(it.numbering, 0) }
  let annex = it.supplement == [Bijlage]
  let sizes = if data.cover == none { (14.5pt, 12pt, 11pt) } else { (19pt, 13.5pt, 11.5pt) }
  let size = sizes.at(it.level - 1, default: 10.5pt)
  let number-size = calc.min(size, 13.5pt)
  let above = (0pt, 2.2em, 1.8em).at(it.level - 1, default: 1.5em)
  let below = (1.1em, 0.85em, 0.75em).at(it.level - 1, default: 0.65em)
  set text(size: size, fill: if it.level == 1 { accent } else { ink })
  set par(leading: 0.45em)
  block(above: above, below: below, sticky: true, width: 100%, {
    if annex { block(below: 0.5em, text(size: 10.5pt, fill: soft, weight: "regular")[Bijlage #number]) }
    else if number != none { place(dx: -hang, dy: (size - number-size) * 0.66, text(fill: soft, weight: "regular", size: number-size, number)) }
    it.body
  })
}

// A chapter begins on a new page when too little is left of the last one; the first annex always does.
#let chapter-room(numbered) = if numbered { 90mm } else { 170mm }
#let needs-room(room) = { block(breakable: false, height: room, above: 0pt, below: 0pt); v(-room) }
#show heading.where(level: 1): it => {
  let first-annex = it.supplement == [Bijlage] and numbering(it.numbering, 0) == "A"
  if data.cover == none { v(1.2em, weak: true) }
  else if first-annex { pagebreak(weak: true) }
  else {
    v(3.2em, weak: true)
    needs-room(chapter-room(it.numbering != none))
  }
  it
}

#let shorten(words, most) = {
  let letters = words.clusters()
  if letters.len() <= most { words } else {
    let kept = letters.slice(0, most).join()
    let whole = kept.split(" ").slice(0, -1).join(" ")
    if whole == none { kept + "…" } else { whole + " …" }
  }
}
#let plain(body) = if body.func() == h { "" } else if body.has("text") { body.text } else if body.has("children") { body.children.map(plain).join() } else if body.has("body") { plain(body.body) } else { " " }

// On small paper there is less room around the text, and for the title.
#let small = stijl.paper == "a5"

#let running-header = context {
  let page-number = here().page()
  let chapters = query(heading.where(level: 1)).filter(it => it.location().page() <= page-number)
  let opens = chapters.len() > 0 and chapters.last().location().page() == page-number
  let chapter = if chapters.len() == 0 or opens { none } else { shorten(plain(chapters.last().body), 44) }
  if page-number > 1 {
    set text(size: 8pt, fill: soft)
    grid(columns: (1fr, auto), column-gutter: 8mm, shorten(unmarked(stijl.head), 58), chapter)
    v(-0.6em)
    line(length: 100%, stroke: 0.5pt + rule)
  }
}

#let running-footer = context {
  set text(size: 8pt, fill: soft)
  grid(columns: (1fr, auto), unmarked(stijl.foot), [pagina #counter(page).display() van #counter(page).final().first()])
}

// Who made the document, for the eye and in words.
#let logo = if stijl.logo != none {
  let picture = image(bytes(stijl.logo.svg), format: "svg", width: calc.min(stijl.logo.width, 100) * 1mm, alt: unmarked(stijl.logo.alt))
  block(above: 0pt, below: 10mm, breakable: false, picture)
}

// What stands in the background of a page is an artifact: it is not read aloud.
#let watermark = {
  let word = meta.at("watermerk", default: none)
  if word != none {
    let size = calc.min(104pt, 760pt / word.clusters().len())
    place(center + horizon, rotate(-52deg, box(width: 260mm, text(size: size, weight: "semibold", tracking: 0.06em, fill: faint, hyphenate: false, word))))
  }
}

// A document without a cover is a short one, with few or no numbers in its margin: it is set closer.
#let page-margin = if small { (left: 22mm, right: 12mm, top: 20mm, bottom: 18mm) } else if data.cover == none { (left: 30mm, right: 25mm, top: 24mm, bottom: 22mm) } else { (left: 40mm, right: 28mm, top: 30mm, bottom: 27mm) }
#set page(paper: stijl.paper, margin: page-margin, background: watermark, header: running-header, header-ascent: 40%, footer: running-footer, footer-descent: 40%)

// A long title is set smaller, so that it stays within the shape of the cover.
#let heading-block(colour, sizes) = {
  let letters = meta.titel.clusters().len()
  let size = if letters > 140 { sizes.at(2) } else if letters > 75 { sizes.at(1) } else { sizes.at(0) }
  show title: it => text(size: size, weight: "semibold", fill: colour, hyphenate: false, it)
  set par(leading: 0.4em)
  title(render-all(data.title))
  let subtitle = data.meta.at("ondertitel", default: none)
  if subtitle != none { block(above: 1em, text(size: 14pt, fill: colour, hyphenate: false, may-break(subtitle))) }
}

#let facts = {
  let line(name) = data.meta.at(name, default: none)
  let auteurs = data.meta.auteurs
  let blocks = if data.cover == none and auteurs.len() > 0 { (auteurs.join("  ·  "),) } else { auteurs }
  for auteur in blocks { block(above: 0.7em, below: 0.7em, text(weight: "semibold", may-break(auteur))) }
  block(above: 1.3em, (line("datumtekst"), line("status"), line("kenmerk")).filter(it => it != none).map(may-break).join("  ·  "))
}

// White is a grey to Typst, and so stays in a document that prints well in black.
#let cover-text = if stijl.cover.text == "#ffffff" { white } else { rgb(stijl.cover.text) }
#let cover-height = if small { 96mm } else { 148mm }

#let cover-shape = {
  place(rect(width: 100%, height: cover-height, fill: rgb(stijl.cover.cover)))
  place(dy: cover-height, rect(width: 100%, height: 3mm, fill: rgb(stijl.cover.stripe)))
}

// The title stands at the foot of the coloured part, and a logo on the white below it.
#let cover-page() = page(margin: page-margin + (top: 30mm), header: none, footer: none, background: { watermark; cover-shape }, {
  block(height: cover-height - 42mm, width: 100%, below: 0pt, align(bottom, heading-block(cover-text, if small { (22pt, 19pt, 16pt) } else { (30pt, 26pt, 22pt) })))
  v(if stijl.logo == none { 28mm } else { 22mm })
  logo
  set text(size: 11.5pt)
  facts
  set text(size: 10.5pt)
  v(1fr)
  render-all(data.cover)
})

#if data.cover != none { cover-page() } else {
  logo
  heading-block(accent, (24pt, 21pt, 18pt))
  block(above: 1.4em, below: 2em, { set text(size: 9.5pt, fill: soft); facts })
}
#render-all(data.blocks)
`;
