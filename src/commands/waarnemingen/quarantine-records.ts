import { schemaLineIn } from '../../onderzoek/schema-line.ts';
import { parseJson } from '../../source/json.ts';
import { toPointer } from '../../source/pointer.ts';
import { isRecord } from '../../source/value.ts';
import { parseYaml, type Source, stringifyYaml } from '../../source/yaml.ts';
import { REDEN } from '../../waarneming/columns.ts';
import { type Delivery, deliveredText } from './delivery.ts';
import type { RowPicker } from './quarantine-pick.ts';
import { ownColumns, type RowWriter, reasonOf, recordWithReason } from './quarantine-rows.ts';
import { listIn } from './record-problems.ts';

/** The records as a YAML file in the format aanlevering. */
export const yamlRows: RowWriter = async (delivery, picker) => {
  const source = parseYaml(deliveredText(delivery), delivery.file).value;
  const value = source ? aanleveringOf(source, picker) : {};
  return schemaLineIn('werkdossier/quarantaine/x.yaml', 'aanlevering') + stringifyYaml(value);
};

/** The records as JSON: a list, or the format aanlevering. */
export const jsonRows: RowWriter = async (delivery, picker) => {
  const source = sourceOf(delivery);
  if (!Array.isArray(source?.value)) return jsonText(source ? aanleveringOf(source, picker) : {});
  const own = ownColumns(delivery);
  const kept = source.value.flatMap((record: unknown, index) =>
    picker.pick(`record ${index + 1}`, (refused) => {
      if (isRecord(record)) return recordWithReason(record, refused, own);
      return own.without.length > 0 ? undefined : record;
    }),
  );
  return jsonText(kept);
};

/** The records as the HTML form gives them out, so that it can take them in as well. */
export const formRows: RowWriter = async (delivery, picker) => {
  const source = sourceOf(delivery);
  const whole = isRecord(source?.value) ? source.value : {};
  return jsonText(source ? { ...whole, ...keptLists(source, picker).lists } : {});
};

function sourceOf(delivery: Delivery): Source | undefined {
  return parseJson(deliveredText(delivery), delivery.file).value;
}

function jsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 1)}\n`;
}

function aanleveringOf(source: Source, picker: RowPicker): object {
  const { lists, levering } = keptLists(source, picker);
  const { bronnen, waarnemingen } = lists;
  return {
    formaat: 1,
    ...(levering === undefined ? {} : { levering }),
    ...(bronnen.length > 0 ? { bronnen } : {}),
    waarnemingen,
  };
}

/** The picked records of both lists, each with the reason, and the levering that they belong to. */
function keptLists(
  source: Source,
  picker: RowPicker,
): { lists: { bronnen: unknown[]; waarnemingen: unknown[] }; levering: string | undefined } {
  let levering: string | undefined;
  const keep = (list: 'bronnen' | 'waarnemingen', word: string) =>
    listIn(source, list).flatMap((item, index) =>
      picker.pick(`${word} ${index + 1}`, (refused) => {
        levering = refused.levering;
        const written = asWritten(item, `/${list}/${index}`, source);
        return isRecord(written) ? { ...written, [REDEN]: reasonOf(refused.redenen) } : written;
      }),
    );
  const lists = { bronnen: keep('bronnen', 'bron'), waarnemingen: keep('waarnemingen', 'waarneming') };
  return { lists, levering };
}

/** A value with its numbers as they were written: `0014` is no 14. */
function asWritten(value: unknown, pointer: string, source: Source): unknown {
  if (Array.isArray(value)) return value.map((item, index) => asWritten(item, `${pointer}/${index}`, source));
  if (isRecord(value)) {
    const pairs = Object.entries(value).map(([key, item]) => [key, asWritten(item, pointer + toPointer([key]), source)]);
    return Object.fromEntries(pairs);
  }
  const range = typeof value === 'number' ? source.rangeOf(pointer) : undefined;
  return range ? source.text.slice(range.start, range.end) : value;
}
