import type { Huisstijl, Kleuren } from '../../huisstijl/model.ts';
import { sha256 } from '../../source/fingerprint.ts';

/** The look of a page: its style, and the SHA-256 of that as a Content-Security-Policy names it, so that the page allows no other. */
export interface PageStyle {
  style: string;
  hash: string;
}

/**
 * The look of the HTML pages in a huisstijl: sober, light and dark, on paper as well. Without a font of one's own it is set in that of
 * the reader's own system. Borders and focus marks keep a contrast of 3:1 (WCAG 2.2) as the colours of the text do.
 */
export function pageStyle(huisstijl: Huisstijl): PageStyle {
  const style = writeStyle(huisstijl);
  return { style, hash: `sha256-${Buffer.from(sha256(style), 'hex').toString('base64')}` };
}

/** The colours as the rules below name them. */
function variables(kleuren: Kleuren): string {
  return Object.entries(kleuren)
    .map(([name, colour]) => `--${name}: ${colour};`)
    .join(' ');
}

/** A logo is drawn for white paper: in the dark it stands on a piece of it. */
const LOGO = `.logo { display: block; height: auto; max-width: 100%; margin-bottom: 2rem; }
@media screen and (prefers-color-scheme: dark) { .logo { background: #ffffff; padding: 0.75rem; border-radius: 0.4rem; } }
`;

function writeStyle({ licht, donker, afdruk, lettertype, formaat, logo }: Huisstijl): string {
  const first = lettertype.naam === undefined ? '' : `"${lettertype.naam}", `;
  return `
:root {
  color-scheme: light dark;
  ${variables(licht)}
}
@media (prefers-color-scheme: dark) {
  :root { ${variables(donker)} }
}
* { box-sizing: border-box; }
html { font-size: 106.25%; -webkit-text-size-adjust: 100%; scroll-padding-top: 1.5rem; }
body { margin: 0 auto; padding: 0 1.25rem; max-width: 54rem; background: var(--paper); color: var(--ink); line-height: 1.6;
  font-family: ${first}system-ui, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", Arial, sans-serif; overflow-wrap: break-word; hyphens: manual; }
main { padding-bottom: 3rem; }
main:focus { outline: none; }
main > *, header > * { max-width: 70ch; }
main > .tabel { max-width: none; }
p, ul, ol, blockquote { margin: 0 0 1rem; }
ul, ol { padding-left: 1.4rem; }
li { margin-bottom: 0.3rem; }
li:has(> p) { margin-bottom: 0.8rem; }
li > p { margin-bottom: 0.25rem; }
li > p:last-child, dd > :last-child, .kader > :last-child, .bewijs > :last-child { margin-bottom: 0; }
:is(.kader, .bewijs) > :is(ul, ol):last-child > li:last-child { margin-bottom: 0; }
a { color: var(--link); text-decoration-thickness: 0.06em; text-underline-offset: 0.18em; }
a:hover { text-decoration-thickness: 0.14em; }
a:focus-visible, summary:focus-visible, .tabel:focus-visible, .beeld:focus-visible { outline: 3px solid var(--link); outline-offset: 3px; border-radius: 2px; }
code { font-family: ui-monospace, "Cascadia Mono", Consolas, monospace; font-size: 0.92em; }
hr { border: 0; border-top: 1px solid var(--line); margin: 2rem 0; }
sup { line-height: 0; font-size: 0.75em; }
sup a { padding: 0 0.15em; }
.verborgen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.overslaan { position: absolute; left: -100rem; }
.overslaan:focus { left: 1rem; top: 1rem; padding: 0.6rem 1rem; background: var(--paper); z-index: 1; }

body[data-watermerk]::before { content: attr(data-watermerk); content: attr(data-watermerk) / ""; position: fixed; inset: 0; z-index: -1;
  display: grid; place-items: center; rotate: -35deg; font-size: min(20vw, 13rem); font-weight: 700; letter-spacing: 0.06em;
  color: var(--mark); pointer-events: none; }

header { border-top: 0.5rem solid var(--accent); padding: 2.5rem 0 1.5rem; margin-bottom: 2rem; border-bottom: 1px solid var(--line); }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; text-wrap: balance; margin: 2rem 0 0.6rem; font-weight: 650; }
h1 { font-size: clamp(1.45rem, 1rem + 2.6vw, 2.1rem); margin: 0 0 0.75rem; letter-spacing: -0.01em; hyphens: auto; }
h2 { font-size: 1.55rem; margin-top: 3.25rem; color: var(--accent); }
h3 { font-size: 1.22rem; }
h4 { font-size: 1.05rem; margin-top: 1.6rem; }
h5, h6 { font-size: 1rem; color: var(--soft); }
.nummer { font-variant-numeric: tabular-nums; font-weight: 400; color: var(--soft); margin-right: 0.35em; }
.ondertitel { font-size: 1.2rem; color: var(--soft); margin-bottom: 1.5rem; }
.gegevens { margin: 0; display: grid; gap: 0.25rem; }
.gegevens div { display: grid; grid-template-columns: minmax(0, 1fr); gap: 0 1rem; }
.gegevens dt { color: var(--soft); }
.gegevens dd { margin: 0; }
.omslag { margin-top: 1.5rem; }

nav { margin-bottom: 2.5rem; }
nav h2 { font-size: 1.05rem; margin: 0 0 0.6rem; color: var(--ink); }
nav ol { list-style: none; padding: 0; margin: 0; }
nav li { margin: 0; }
nav a { display: block; padding: 0.22rem 0 0.22rem 1.5rem; text-indent: -1.5rem; color: var(--ink); text-decoration: none; line-height: 1.35; }
nav a:hover { text-decoration: underline; }
nav .niveau-1 { margin-top: 0.45rem; font-weight: 600; }
nav .niveau-2 { padding-left: 1.5rem; font-size: 0.94rem; }
nav .niveau-2 a { padding-left: 2.2rem; text-indent: -2.2rem; }

.alinea { display: grid; grid-template-columns: 2.25rem minmax(0, 1fr); }
.alinea > div > :last-child { margin-bottom: 1rem; }
.alineanummer { color: var(--soft); font-size: 0.8rem; line-height: 2; text-decoration: none; font-variant-numeric: tabular-nums; }
.alineanummer:hover { text-decoration: underline; }
:target { background: var(--tint); box-shadow: 0 0 0 0.4rem var(--tint); }
main > .kader + .kader { margin-top: -0.7rem; }
.kader { background: var(--tint); border-left: 0.25rem solid var(--accent); padding: 1rem 1.2rem; margin: 0 0 1.25rem; }
.bewijs { border-left: 1px solid var(--soft); padding: 0.1rem 0 0.1rem 1rem; margin: 0 0 1.25rem; font-size: 0.92rem; color: var(--soft); }
.ruimte { background: none; border: 1px solid var(--line); }
.regel { height: 2.1rem; border-bottom: 1px solid var(--line); }
.ruimte .regel:last-child { border-bottom: 0; }
.boxtitel { font-weight: 650; margin-bottom: 0.35rem; color: var(--accent); }
.bewijs .boxtitel { color: var(--ink); }
blockquote { margin-left: 0; padding-left: 1.2rem; border-left: 0.2rem solid var(--line); color: var(--soft); }
.colofon, footer, [role="doc-endnotes"] { font-size: 0.9rem; }
[role="doc-endnotes"] { margin-top: 3rem; border-top: 1px solid var(--line); }
[role="doc-endnotes"] h2 { font-size: 1.15rem; margin-top: 1.25rem; }
[role="doc-endnotes"] li > p { display: inline; }
.terug a { padding: 0 0.3rem; }
footer { border-top: 1px solid var(--line); padding: 1rem 0 2rem; color: var(--soft); }
${logo ? LOGO : ''}
.tabel { overflow-x: auto; margin: 0 0 1.5rem; }
table { border-collapse: collapse; width: 100%; font-size: 0.92rem; line-height: 1.45; font-variant-numeric: tabular-nums; }
caption { text-align: left; font-weight: 600; padding-bottom: 0.5rem; }
caption span { display: inline-block; position: sticky; left: 0; max-width: min(100%, calc(100vw - 2.5rem)); }
th, td { text-align: left; vertical-align: top; padding: 0.5rem 0.75rem 0.5rem 0; border-bottom: 1px solid var(--line); min-width: 6.5rem; }
th:first-child, td:first-child { padding-left: 0.5rem; min-width: 3.5rem; }
thead th { border-bottom: 2px solid var(--accent); vertical-align: bottom; font-weight: 650; }
tbody th { font-weight: 500; }
tbody tr:nth-child(even) { background: var(--band); }
th.rechts, td.rechts { text-align: right; }
th.midden, td.midden { text-align: center; }
figure { margin: 0 0 1.5rem; }
figcaption { font-weight: 600; font-size: 0.92rem; margin-bottom: 0.6rem; }
.beeld { overflow-x: auto; margin-bottom: 0.5rem; }
.beeld svg { display: block; }
.beeld text { font-family: ${first}"Source Sans 3", system-ui, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", Arial, sans-serif; font-size-adjust: 0.486; }
details { font-size: 0.92rem; }
summary { color: var(--link); cursor: pointer; padding: 0.2rem 0; margin-bottom: 0.5rem; }

@media (min-width: 32rem) {
  .gegevens div { grid-template-columns: 9rem minmax(0, 1fr); }
}
@media (min-width: 60rem) {
  main > .alinea { margin-left: -3rem; grid-template-columns: 3rem minmax(0, 1fr); max-width: calc(70ch + 3rem); }
}
@media (min-width: 75rem) {
  body.met-inhoud { max-width: 76rem; display: grid; grid-template-columns: 17rem minmax(0, 1fr); column-gap: 6rem; }
  .met-inhoud > header, .met-inhoud > footer { grid-column: 1 / -1; }
  .met-inhoud > nav { position: sticky; top: 1.5rem; max-height: calc(100vh - 3rem); overflow-y: auto; align-self: start; font-size: 0.92rem; }
  .met-inhoud > main > :first-child { margin-top: 0; }
}
@media print {
  @page { size: ${formaat}; margin: 22mm 20mm; }
  :root { ${variables(afdruk)} }
  html { font-size: 10.5pt; }
  body, body.met-inhoud { display: block; max-width: none; padding: 0; }
  .overslaan { display: none; }
  h1, h2, h3, h4, h5, h6, .boxtitel, caption { break-after: avoid; }
  tr, .kader, .beeld { break-inside: avoid; }
  details::details-content { display: block; content-visibility: visible; }
  summary { list-style: none; color: inherit; }
  thead { display: table-header-group; }
  .tabel, .beeld { overflow: visible; }
  .beeld svg { max-width: 100%; }
  p, li { orphans: 3; widows: 3; }
}
`;
}
