import type { FormModel } from '../formulier/model.ts';
import { type Gebrek, waarnemingGebreken } from '../formulier/problems.ts';
import type { WaarnemingInhoud } from '../schema/generated/types.ts';
import { button, type Child, focusOn, h, part } from './dom.ts';
import { Names } from './names.ts';
import type { Notebook } from './notebook.ts';

/** The parts of the form. */
export type Tab = 'bronnen' | 'vastleggen' | 'nakijken' | 'delen';

/** Where the person is and what is filtered; remembered when the page is opened again. */
export interface Place {
  tab: Tab;
  ordening: 'criterium' | 'vraag';
  gebied: string;
  respondenttype: string;
  /** The bron that is being recorded from. */
  bron: string;
  alleenBron: 'ja' | 'nee';
  /** The inspectie or partner that records. */
  namens: string;
  keuze: 'alle' | 'open' | 'ongecodeerd' | 'versies';
}

/** What is open on the screen; not remembered. */
export interface Opened {
  /** Cards, by reference or id. */
  kaarten: ReadonlySet<string>;
  /** The record in the editor, and the list in which it is edited. */
  editor: { id: string; lijst: string } | undefined;
  /** The page that a list shows, from 0. */
  bladzijden: ReadonlyMap<string, number>;
  zoek: string;
}

const START: Place = {
  tab: 'bronnen',
  ordening: 'criterium',
  gebied: '',
  respondenttype: '',
  bron: '',
  alleenBron: 'ja',
  namens: '',
  keuze: 'alle',
};

/** What every part of the screen shares. */
export class App {
  readonly model: FormModel;
  readonly notebook: Notebook;
  readonly names: Names;
  place: Place;
  opened: Opened = { kaarten: new Set(), editor: undefined, bladzijden: new Map(), zoek: '' };
  readonly #draw: () => void;

  /** `draw` renders everything anew. */
  constructor(model: FormModel, notebook: Notebook, draw: (app: App) => void) {
    this.model = model;
    this.notebook = notebook;
    this.names = new Names(model);
    const namens = model.vastleggers.length === 1 ? (model.vastleggers[0]?.id ?? '') : '';
    this.place = { ...START, namens, ...(notebook.screen as Partial<Place>) };
    if (!notebook.bronnen.get(this.place.bron)?.inhoud) this.place.bron = '';
    this.#draw = () => draw(this);
  }

  /** Goes somewhere else or filters, and puts the focus on the first of these ids that is there. */
  go(place: Partial<Place>, ...focus: string[]): void {
    this.close();
    this.place = { ...this.place, ...place };
    this.opened = { ...this.opened, bladzijden: new Map() };
    this.notebook.rememberScreen({ ...this.place });
    this.draw(...focus);
  }

  /** Opens or closes something, and puts the focus on the first of these ids that is there. */
  open(opened: Partial<Opened>, ...focus: string[]): void {
    if ('editor' in opened) this.close();
    this.opened = { ...this.opened, ...opened };
    this.draw(...focus);
  }

  /** Renders anew: after anything but a keystroke. */
  draw(...focus: string[]): void {
    this.#draw();
    if (focus.length > 0) focusOn(...focus);
  }

  /** Says what was done, with what undoes it. */
  say(text: string, undo?: () => void): void {
    const again: Child[] = undo ? [button('Ongedaan maken', undo, { class: 'stil' })] : [];
    part('melding').replaceChildren(...(text ? [h('span', {}, text), ...again.filter((item) => item instanceof Node)] : []));
  }

  /** What a waarneming still lacks. */
  gebreken(inhoud: WaarnemingInhoud): Gebrek<keyof WaarnemingInhoud>[] {
    return waarnemingGebreken(inhoud, {
      bron: (id) => this.notebook.bronnen.get(id)?.inhoud,
      kentIndicator: (ref) => this.names.indicatoren.has(ref),
      antwoorden: (item) => this.names.items.get(item)?.antwoorden ?? [],
    });
  }

  /** Closes the editor; what was opened by mistake and never filled in, goes. */
  close(): void {
    const id = this.opened.editor?.id;
    this.opened = { ...this.opened, editor: undefined };
    if (id !== undefined) this.notebook.tidy(id);
  }
}
