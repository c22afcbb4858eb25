import { type BuilderElement, TextRun } from './engine.ts';
import { inertText } from './inert.ts';
import type { Control } from './spec.ts';
import { element } from './write-element.ts';
import { HINT_STYLE } from './write-style.ts';

/** A content control in a paragraph; `id` is its number in the document. Its hint goes when somebody fills it in. */
export function contentControl({ control, title, tag, hint, choices = [], value }: Control, id: number): BuilderElement {
  const shown = value === undefined ? new TextRun({ text: inertText(hint), style: HINT_STYLE }) : new TextRun(inertText(value));
  return element('w:sdt', {}, [
    element('w:sdtPr', {}, [
      element('w:alias', { 'w:val': inertText(title) }),
      element('w:tag', { 'w:val': inertText(tag) }),
      element('w:id', { 'w:val': id }),
      ...(value === undefined ? [element('w:showingPlcHdr')] : []),
      KINDS[control](choices),
    ]),
    element('w:sdtContent', {}, [shown]),
  ]);
}

const KINDS: Readonly<Record<Control['control'], (choices: readonly string[]) => BuilderElement>> = {
  text: () => element('w:text'),
  date: () =>
    element('w:date', {}, [
      element('w:dateFormat', { 'w:val': 'd-M-yyyy' }),
      element('w:lid', { 'w:val': 'nl-NL' }),
      element('w:storeMappedDataAs', { 'w:val': 'dateTime' }),
      element('w:calendar', { 'w:val': 'gregorian' }),
    ]),
  choice: (choices) => element('w:dropDownList', {}, [...new Set(choices.map(inertText))].map(listItem)),
};

function listItem(text: string): BuilderElement {
  return element('w:listItem', { 'w:displayText': text, 'w:value': text });
}
