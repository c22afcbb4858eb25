import type { Bestand, Dossier } from '../../onderzoek/dossier.ts';
import { fromPointer } from '../../source/pointer.ts';
import type { Field, FieldPart } from './fields.ts';
import { isMarkable, withMarks } from './marks.ts';

/** A paragraph of a text of the team, and where it stands. */
export interface Source {
  field: Field;
  part: FieldPart;
}

/** An onderzoek whose texts carry marks, and what each mark stands for, by its id. */
export interface MarkedDossier {
  dossier: Dossier;
  sources: readonly Source[];
}

/** Marks every text of the team in an onderzoek. A text that holds signs of which marks are made goes without, and cannot be found. */
export function markDossier(dossier: Dossier, fields: readonly Field[]): MarkedDossier {
  const sources: Source[] = [];
  const marked = new Map<Field, string>();
  for (const field of fields.filter(({ tekst }) => isMarkable(tekst))) {
    const parts = field.parts.map((part) => ({ ...part, id: sources.push({ field, part }) - 1 }));
    marked.set(field, withMarks(field.tekst, parts));
  }
  const texts = new Map([...marked].flatMap(([{ naam }, tekst]) => (naam === undefined ? [] : [[naam, tekst] as const])));
  const inFile = <T>(bestand: Bestand<T>): Bestand<T> => withTexts(bestand, marked);
  const { overkoepelend, verbeterpunten } = dossier;
  return {
    sources,
    dossier: {
      ...dossier,
      bevindingen: dossier.bevindingen.map(inFile),
      oordelen: dossier.oordelen.map(inFile),
      ...(overkoepelend ? { overkoepelend: inFile(overkoepelend) } : {}),
      ...(verbeterpunten ? { verbeterpunten: inFile(verbeterpunten) } : {}),
      teksten: new Map([...dossier.teksten].map(([naam, tekst]) => [naam, texts.get(naam) ?? tekst])),
    },
  };
}

function withTexts<T>(bestand: Bestand<T>, marked: ReadonlyMap<Field, string>): Bestand<T> {
  const value = structuredClone(bestand.value);
  for (const [{ yaml }, tekst] of marked) {
    if (yaml?.bestand.path !== bestand.path) continue;
    const keys = fromPointer(yaml.pointer);
    const last = keys.pop() ?? '';
    const holder = keys.reduce<unknown>((node, key) => (node as Record<string, unknown>)[key], value);
    (holder as Record<string, unknown>)[last] = tekst;
  }
  return { ...bestand, value };
}
