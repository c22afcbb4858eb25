import { createHash } from 'node:crypto';
import type { FormModel } from './model.ts';

/** The look and the working of the page, as built: the same for every onderzoek. */
export interface PageAssets {
  script: string;
  style: string;
}

/**
 * The page of a form: one file that works from disk. Its policy allows this style and this script and no other, and nothing
 * from a network. The model stands in it as data, which no browser takes for markup or script.
 */
export function formPage(model: FormModel, { script, style }: PageAssets): string {
  const policy = `default-src 'none'; style-src '${hash(style)}'; script-src '${hash(script)}'; img-src data:; base-uri 'none'; form-action 'none'`;
  return `<!DOCTYPE html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>Waarnemingen vastleggen: ${escapeHtml(model.titel)}</title>
<style>${inline(style, 'style')}</style>
</head>
<body>
<a class="overslaan" href="#inhoud">Naar het formulier</a>
<header class="kop">
<p class="bovenkop">Waarnemingen vastleggen</p>
<h1>${escapeHtml(model.titel)}</h1>
<p class="onderkop">Levering ${escapeHtml(model.formulier.levering)}</p>
</header>
<div id="melding" role="status"></div>
<div id="alarm" role="alert"></div>
<main id="inhoud" tabindex="-1"><noscript><p>Dit formulier heeft JavaScript nodig. Zet het aan, of open het bestand in een andere browser.</p></noscript></main>
<div id="afdruk"></div>
<script type="application/json" id="model">${json(model)}</script>
<script>${inline(script, 'script')}</script>
</body>
</html>
`;
}

/** The SHA-256 of an inline style or script as a Content-Security-Policy names it. */
export function hash(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

/** What is inlined must reach the browser byte for byte: the policy names its hash. */
function inline(text: string, tag: 'style' | 'script'): string {
  if (text.includes(`</${tag}`) || text.includes('<!--') || text.includes('\r'))
    throw new Error(`the ${tag} of the form cannot be inlined as it is`);
  return text;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** JSON in which no browser sees the end of the element, or a comment. */
function json(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}
