import { type Child, h } from './dom.ts';

/** A field: its element, and a place for what is wrong with it that a screen reader reads with the field. */
export interface Field {
  element: HTMLElement;
  /** Shows what is wrong, or nothing. */
  complain(melding: string | undefined): void;
}

/** What every field has. */
export interface FieldSpec {
  id: string;
  label: string;
  hint?: string | undefined;
  needed?: boolean | undefined;
}

/** Something that may be chosen. */
export interface Option {
  value: string;
  label: string;
}

/** Options under a heading. */
export interface OptionGroup {
  label: string;
  options: readonly Option[];
}

/** A text of one line, of more lines, or a date. */
export function textField(
  spec: FieldSpec & { value: string; kind?: 'line' | 'text' | 'date'; list?: string; type: (value: string) => void },
): Field & { control: HTMLInputElement | HTMLTextAreaElement } {
  const { id, value, kind = 'line', list, type } = spec;
  const attributes = { id, ...described(spec), ...(list ? { list } : {}), autocomplete: 'off', spellcheck: 'true' };
  const control =
    kind === 'text'
      ? h('textarea', { ...attributes, rows: '4' })
      : h('input', { ...attributes, type: kind === 'date' ? 'date' : 'text' });
  control.value = value;
  control.addEventListener('input', () => type(control.value));
  return { ...framed(spec, control), control };
}

/** A choice from a list that is too long to show whole. */
export function selectField(
  spec: FieldSpec & {
    value: string;
    empty: string | undefined;
    options: readonly (Option | OptionGroup)[];
    choose: (value: string) => void;
  },
): Field & { control: HTMLSelectElement } {
  const { id, value, empty, options, choose } = spec;
  const control = h(
    'select',
    { id, ...described(spec), change: () => choose(control.value) },
    empty !== undefined && h('option', { value: '' }, empty),
    ...options.map((item) => ('options' in item ? groupOf(item) : optionOf(item))),
    value !== '' && !flat(options).some((option) => option.value === value) && optionOf({ value, label: `${value} (onbekend)` }),
  );
  control.value = value;
  return { ...framed(spec, control), control };
}

function flat(options: readonly (Option | OptionGroup)[]): Option[] {
  return options.flatMap((item) => ('options' in item ? item.options : [item]));
}

function groupOf({ label, options }: OptionGroup): HTMLElement {
  return h('optgroup', { label }, ...options.map(optionOf));
}

function optionOf({ value, label }: Option): HTMLElement {
  return h('option', { value }, label);
}

/** One or more choices that are all in sight; `one` lets only one be chosen, or with an empty value none. */
export function pillField(
  spec: FieldSpec & { values: readonly string[]; options: readonly Option[]; one?: boolean; choose: (values: string[]) => void },
): Field {
  const { id, label, options, values, one = false, choose } = spec;
  const inputs = options.map(({ value }, index) => {
    const input = h('input', { type: one ? 'radio' : 'checkbox', name: id, value, id: `${id}-${index}` });
    input.checked = values.includes(value) || (one && value === '' && values.length === 0);
    input.addEventListener('change', () =>
      choose(
        inputs
          .filter(({ checked }) => checked)
          .map((item) => item.value)
          .filter(Boolean),
      ),
    );
    return input;
  });
  const pills = inputs.map((input, index) => h('label', { class: 'pil' }, input, h('span', {}, options[index]?.label ?? '')));
  const group = h(
    'fieldset',
    { class: 'veld', id, tabindex: '-1', ...described(spec) },
    h('legend', {}, ...named(label, spec)),
    h('div', { class: 'pillen' }, ...pills),
    ...hintOf(spec),
  );
  return withError(spec, group, group);
}

/** Something that is so, or not. */
export function checkField({
  id,
  label,
  hint,
  value,
  choose,
}: FieldSpec & { value: boolean; choose: (value: boolean) => void }): HTMLElement {
  const input = h('input', { type: 'checkbox', id, ...(hint ? { 'aria-describedby': `${id}-hint` } : {}) });
  input.checked = value;
  input.addEventListener('change', () => choose(input.checked));
  return h('div', { class: 'veld vink' }, h('label', { for: id }, input, h('span', {}, label)), ...hintOf({ id, label, hint }));
}

function framed(spec: FieldSpec, control: HTMLElement): Field {
  const element = h('div', { class: 'veld' }, h('label', { for: spec.id }, ...named(spec.label, spec)), control, ...hintOf(spec));
  return withError(spec, element, control);
}

function named(label: string, { needed }: FieldSpec): Child[] {
  return [label, needed === true && h('span', { class: 'nodig' }, ' (nodig)')];
}

function hintOf({ id, hint }: FieldSpec): HTMLElement[] {
  return hint ? [h('p', { class: 'hint', id: `${id}-hint` }, hint)] : [];
}

function described({ id, hint }: FieldSpec): { 'aria-describedby': string } {
  return { 'aria-describedby': `${hint ? `${id}-hint ` : ''}${id}-fout` };
}

function withError({ id }: FieldSpec, element: HTMLElement, control: HTMLElement): Field {
  const error = h('p', { class: 'fout', id: `${id}-fout`, 'aria-live': 'polite' });
  element.append(error);
  return {
    element,
    complain(melding) {
      if (error.textContent !== (melding ?? '')) error.textContent = melding ?? '';
      if (melding === undefined) control.removeAttribute('aria-invalid');
      else control.setAttribute('aria-invalid', 'true');
    },
  };
}
