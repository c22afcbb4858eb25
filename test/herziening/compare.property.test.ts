import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareKaders } from '../../src/herziening/compare.ts';
import { keyOf, type Onderdeel, onderdelenOf } from '../../src/herziening/onderdeel.ts';
import { verschilText } from '../../src/herziening/tekst.ts';
import type { Verandering, Verschil } from '../../src/herziening/verschil.ts';
import type { KaderParts } from '../../src/kader/build.ts';
import type { Criterium, Indicator, ThemaBestand } from '../../src/schema/generated/types.ts';
import { canonicalJson } from '../../src/source/fingerprint.ts';
import { groupBy } from '../../src/source/order.ts';
import { kaderAfter } from './kader.ts';

type Edit = (parts: KaderParts) => void;

interface Place {
  parts: KaderParts;
  thema: ThemaBestand;
  criterium: Criterium;
  indicator: Indicator;
}

interface Chosen {
  a: number;
  b: number;
  word: string;
}

const pick = <T>(list: readonly T[], at: number): T | undefined => list[at % Math.max(1, list.length)];

/** Ways to change what a kader says. */
const EDITS: readonly ((place: Place, chosen: Chosen) => void)[] = [
  ({ criterium }, { word }) => {
    criterium.tekst += ` ${word}`;
  },
  ({ indicator }, { word }) => {
    indicator.tekst = `${word} ${indicator.tekst}`;
  },
  ({ criterium: { indicatoren } }, { a }) => {
    if (indicatoren.length > 1) indicatoren.splice(a % indicatoren.length, 1);
  },
  ({ criterium, indicator }, { a, b }) => {
    criterium.indicatoren.splice(b % 3, 0, { ...structuredClone(indicator), id: `nieuw-${a}-${b}` });
  },
  ({ criterium }) => {
    criterium.indicatoren.reverse();
  },
  ({ indicator }, { a, b }) => {
    indicator.id = `anders-${a}-${b}`;
  },
  ({ parts, thema }, { a, b }) => {
    pick(parts.themas, b)?.value.criteria.push(...thema.criteria.splice(a % thema.criteria.length, 1));
  },
  ({ parts }) => {
    parts.kader.value.themas.reverse();
  },
  ({ criterium, indicator }, { a, b }) => {
    Object.assign(indicator, { id: `op-${a}-${b}`, voortgekomen_uit: [`${criterium.id}/${indicator.id}`] });
  },
];

const edits: fc.Arbitrary<Edit> = fc
  .record({
    kind: fc.nat(EDITS.length - 1),
    a: fc.nat(1000),
    b: fc.nat(1000),
    word: fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' }),
  })
  .filter(({ word }) => /\S/.test(word))
  .map(({ kind, ...chosen }) => (parts) => {
    const thema = pick(parts.themas, chosen.a)?.value;
    const criterium = pick(thema?.criteria ?? [], chosen.b);
    const indicator = pick(criterium?.indicatoren ?? [], chosen.a);
    if (thema && criterium && indicator) EDITS[kind]?.({ parts, thema, criterium, indicator }, chosen);
  });

const many = fc.array(edits, { minLength: 1, maxLength: 6 });
const apply = (list: readonly Edit[]) =>
  kaderAfter((parts) => {
    for (const edit of list) edit(parts);
  });
const meaning = ({ kader, parts }: ReturnType<typeof kaderAfter>) => shape(onderdelenOf(kader, parts));

/** What a kader says, whatever its layout: each part with its place among its own. */
function shape(items: readonly Onderdeel[]): string[] {
  return items
    .map(({ soort, ref, ouder, volgorde, velden }) =>
      canonicalJson([soort, ref, ouder, soort === 'module' ? 0 : volgorde, velden]),
    )
    .toSorted();
}

type Items = Map<string, Onderdeel & { velden: Record<string, unknown> }>;

/** The later version made of the earlier one and the difference alone. */
function rebuilt(before: readonly Onderdeel[], { veranderingen }: Verschil): string[] {
  const items: Items = new Map(before.map((item) => [keyOf(item), { ...item, velden: { ...item.velden } }]));
  for (const change of veranderingen) changeId(items, change);
  for (const change of veranderingen) changeContent(items, change);
  const fixed = veranderingen.filter(({ onderdeel, onder }) => onderdeel ?? onder);
  return shape(inPlace([...items.values()], new Set(fixed.map(({ soort, naar: [ref = ''] }) => keyOf({ soort, ref })))));
}

function changeId(items: Items, { wat, soort, van: [oud = ''], naar: [ref = ''], onderdeel }: Verandering): void {
  const before = items.get(keyOf({ soort, ref: oud }));
  if (wat === 'ingetrokken' || wat === 'hernoemd') items.delete(keyOf({ soort, ref: oud }));
  if (wat === 'hernoemd' && before) items.set(keyOf({ soort, ref }), { ...before, ref, ouder: parentAfter(before, ref) });
  if (onderdeel) items.set(keyOf({ soort, ref }), { ...onderdeel, velden: { ...onderdeel.velden } });
}

function changeContent(items: Items, { soort, naar: [ref = ''], onder, volgorde, veld, nieuw }: Verandering): void {
  const found = items.get(keyOf({ soort, ref }));
  if (found && onder) Object.assign(found, { ouder: onder.nieuw, volgorde });
  if (found && veld) found.velden[veld] = nieuw ?? undefined;
}

/** A criterium and a thema say in which they lie; of the rest that is in the reference. */
function parentAfter({ soort, ouder }: Onderdeel, ref: string): string {
  return soort === 'criterium' || soort === 'thema' ? ouder : ref.slice(0, ref.lastIndexOf('/'));
}

/** What was added or moved stands where the difference says; the others keep their order around it. */
function inPlace(items: readonly Onderdeel[], fixed: ReadonlySet<string>): Onderdeel[] {
  const groups = groupBy(items, ({ soort, ouder }) => `${soort}:${ouder}`);
  return [...groups.values()].flatMap((group) => {
    const set = new Map(group.filter((item) => fixed.has(keyOf(item))).map((item) => [item.volgorde, item]));
    const rest = group.filter((item) => !fixed.has(keyOf(item))).toSorted((a, b) => a.volgorde - b.volgorde);
    return group
      .map((_, volgorde) => set.get(volgorde) ?? rest.shift())
      .flatMap((item, volgorde) => (item ? { ...item, volgorde } : []));
  });
}

describe('het verschil', () => {
  test('van een kader met zichzelf is leeg', () => {
    fc.assert(
      fc.property(many, (list) => {
        expect(compareKaders(apply(list), apply(list))).toMatchObject({ veranderingen: [], voorstellen: [] });
      }),
      { numRuns: 30 },
    );
  });

  test('is nooit leeg als er iets anders staat, en de tekst ervan zegt dat ook', () => {
    fc.assert(
      fc.property(many, (list) => {
        const [before, after] = [kaderAfter(), apply(list)];
        const difference = compareKaders(before, after);
        expect(difference.veranderingen.length > 0).toBe(meaning(before).join('\n') !== meaning(after).join('\n'));
        expect(verschilText(difference).includes('geen verschil')).toBe(difference.veranderingen.length === 0);
      }),
      { numRuns: 100 },
    );
  });

  test('is genoeg om van de oude versie de nieuwe te maken', () => {
    fc.assert(
      fc.property(many, (list) => {
        const [before, after] = [kaderAfter(), apply(list)];
        const difference = compareKaders(before, after);
        fc.pre(difference.veranderingen.every(({ wat }) => wat !== 'gesplitst' && wat !== 'samengevoegd'));
        expect(rebuilt(onderdelenOf(before.kader, before.parts), difference)).toEqual(meaning(after));
      }),
      { numRuns: 100 },
    );
  });
});
