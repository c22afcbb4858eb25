/** What an element may hold; what is absent is left out. */
export type Child = Node | string | false | undefined;

/** Attributes by name; a function listens to the event of that name. */
export interface Attributes {
  [name: string]: string | boolean | undefined | ((event: Event) => void);
}

/** Makes an element. Texts become text nodes and attributes go through the DOM: what was recorded never becomes markup. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name, value);
    else if (value === true) element.setAttribute(name, '');
    else if (typeof value === 'string') element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== undefined && child !== false));
  return element;
}

/** A button that does something. */
export function button(
  text: string,
  click: () => void,
  attributes: Attributes = {},
  ...more: readonly Child[]
): HTMLButtonElement {
  return h('button', { type: 'button', click: () => click(), ...attributes }, text, ...more);
}

/** The element of the page itself with an id. */
export function part(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (!element) throw new Error(`#${id} is missing`);
  return element;
}

/** Moves the focus to the first of these ids that is there. */
export function focusOn(...ids: readonly string[]): void {
  for (const id of ids) {
    const element = document.getElementById(id);
    if (!element) continue;
    element.focus();
    return;
  }
}

/** Text that only a screen reader reads. */
export function hidden(text: string): HTMLElement {
  return h('span', { class: 'verborgen' }, text);
}
