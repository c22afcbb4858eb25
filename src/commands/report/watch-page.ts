import { createHash } from 'node:crypto';

const STYLE = `
:root { color-scheme: light dark; font-family: system-ui, sans-serif; }
body { margin: 0; display: flex; flex-direction: column; height: 100vh; }
header { display: flex; flex-wrap: wrap; gap: 0.5rem 1.5rem; align-items: center; padding: 0.5rem 1rem; border-bottom: 2px solid #0b4a6f; }
select { font: inherit; max-width: 100%; }
p { margin: 0; }
pre { margin: 0; padding: 1rem; overflow: auto; max-height: 60vh; white-space: pre-wrap; border-bottom: 2px solid #b3261e; }
iframe { flex: 1; border: 0; width: 100%; background: #ffffff; }
`;

// The document stands in a frame that runs nothing: only this page around it has a script.
const SCRIPT = `
const frame = document.querySelector('iframe');
const choice = document.querySelector('select');
const state = document.querySelector('p');
const messages = document.querySelector('pre');
const show = () => {
  const top = frame.contentWindow.scrollY;
  frame.onload = () => frame.contentWindow.scrollTo(0, top);
  if (choice.value) frame.src = choice.value + '?' + Date.now();
};
choice.onchange = show;
new EventSource('berichten').onmessage = ({ data }) => {
  const { documenten, meldingen, gelukt } = JSON.parse(JSON.parse(data));
  messages.textContent = meldingen;
  messages.hidden = meldingen === '';
  const before = documenten.length > 0 ? 'dit is de vorige versie' : 'er is nog geen versie';
  state.textContent = gelukt ? 'bijgewerkt' : 'niet gemaakt; ' + before;
  const chosen = choice.value;
  choice.replaceChildren(...documenten.map((naam) => new Option(naam, naam, false, naam === chosen)));
  if (gelukt || chosen === '') show();
};
`;

function sourceOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

/** The page around the documents that are being written. It holds no text of them: that comes as data. */
export const WATCH_PAGE = `<!DOCTYPE html>
<html lang="nl">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>tsd report --watch</title><style>${STYLE}</style></head>
<body>
<header><label>Document <select></select></label><p role="status">bezig …</p></header>
<pre role="alert" hidden></pre>
<iframe title="Het document" sandbox="allow-same-origin"></iframe>
<script>${SCRIPT}</script>
</body>
</html>
`;

/** What that page may do: run its own script, hear what was made, and show documents of this server. */
export const WATCH_POLICY = [
  "default-src 'none'",
  `script-src ${sourceOf(SCRIPT)}`,
  `style-src ${sourceOf(STYLE)}`,
  "connect-src 'self'",
  "frame-src 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');
