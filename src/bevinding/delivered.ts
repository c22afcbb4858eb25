import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Bestand } from '../onderzoek/dossier.ts';
import type { AangeleverdeBevinding, Bevinding, BevindingenAanleveringBestand } from '../schema/generated/types.ts';
import { fingerprint } from '../source/fingerprint.ts';

/** Where a delivered value stands: a pointer into YAML or a cell of a workbook. */
export type Place = Pick<Diagnostic, 'file' | 'pointer' | 'cell'>;

/** A field of a bevinding; in a workbook a column. */
export type Field = keyof AangeleverdeBevinding | 'gebied';

/** One bevinding as it was handed in; its references may be short, its id absent. */
export interface Delivered {
  gebied: string;
  bevinding: AangeleverdeBevinding;
  /** Fingerprint of the bevinding as it stood in the draft; `null` when it was new there, absent when there was no draft. */
  basis?: string | null;
  place(field?: Field, index?: number): Place;
}

/** Everything one file hands in. */
export interface Delivery {
  file: string;
  items: Delivered[];
  /** The ids that stood in the draft: those that are not in `items` were taken out by someone. */
  drafted: string[];
  /** Rows of a foreign table that could not be read as its koppeling says, and that it leaves out. */
  afgewezen?: number;
  overgeslagen?: number;
}

/** The bevindingen of a YAML file: a draft that was filled in, or bevindingen recorded elsewhere. */
export function deliveryOfYaml({ file, value }: Bestand<BevindingenAanleveringBestand>): Delivery {
  const { basis, gebied } = value;
  const items = value.bevindingen.map((bevinding, index): Delivered => {
    const known = bevinding.id === undefined ? undefined : basis?.[bevinding.id];
    return {
      gebied,
      bevinding,
      ...(basis ? { basis: known ?? null } : {}),
      place: (field, at) => ({ file, pointer: pointerOf(index, field, at) }),
    };
  });
  return { file, items, drafted: Object.keys(basis ?? {}) };
}

/** The fingerprint of a whole bevinding, without what tsd itself keeps with it. */
export function recordPrint({ vingerafdrukken: _, ...bevinding }: Bevinding): string {
  return fingerprint(bevinding);
}

function pointerOf(index: number, field?: Field, at?: number): string {
  if (field === 'gebied') return '/gebied';
  return [`/bevindingen/${index}`, field, at].filter((part) => part !== undefined).join('/');
}
