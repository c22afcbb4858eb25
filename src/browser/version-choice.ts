import { BRON_NAMEN, WAARNEMING_NAMEN } from '../formulier/fields.ts';
import { choicesOf, isOpen, type Versie } from '../formulier/versions.ts';
import type { App } from './app.ts';
import { button, h } from './dom.ts';
import { momentText } from './names.ts';

type Fields = { [veld: string]: string | string[] | undefined };

/** Where two people changed the same apart: both versions side by side, the newest first, for a person to choose from. */
export function versionChoice(app: App, id: string, lijst: string): HTMLElement[] {
  const record = app.notebook.waarnemingen.get(id) ?? app.notebook.bronnen.get(id);
  if (!record || !isOpen(record)) return [];
  const names: { [veld: string]: string } = app.notebook.bronnen.has(id) ? BRON_NAMEN : WAARNEMING_NAMEN;
  const versions: Versie<Fields>[] = choicesOf<Fields>(record as Versie<Fields> & { id: string });
  const differing = Object.keys(names).filter(
    (veld) => new Set(versions.map(({ inhoud }) => JSON.stringify(inhoud?.[veld]))).size > 1,
  );
  const keep = (index: number) => {
    app.notebook.choose(id, index);
    app.say('De gekozen versie blijft.');
    app.draw(`w-${id}-tekst`, `b-${id}-soort`, `nieuw-${lijst}`, 'zicht');
  };
  const shown = versions.map(({ bewerking, inhoud }, index) => {
    const title = `${index === 0 ? 'Nieuwste versie' : 'Andere versie'}, van ${momentText(bewerking.gewijzigd)}`;
    const body = inhoud ? comparison(app, differing, names, inhoud) : h('p', {}, 'Hier is dit verwijderd.');
    const choose = button(inhoud ? 'Deze versie houden' : 'Verwijderd laten', () => keep(index));
    return h('li', {}, h('p', { class: 'versietitel' }, title), body, choose);
  });
  return [
    h('section', { class: 'versies', 'aria-label': 'Versies' }, h('p', { class: 'boxtitel' }, QUESTION), h('ol', {}, ...shown)),
  ];
}

const QUESTION = 'Dit is op twee plaatsen gewijzigd. Welke versie blijft?';

function comparison(app: App, fields: readonly string[], names: { [veld: string]: string }, inhoud: Fields): HTMLElement {
  return h(
    'dl',
    {},
    ...fields.flatMap((veld) => [
      h('dt', {}, names[veld] ?? veld),
      h('dd', {}, app.names.field(veld, inhoud[veld], app.notebook.bronnen)),
    ]),
  );
}
