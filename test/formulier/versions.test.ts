import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  change,
  choose,
  create,
  isOpen,
  join,
  restamp,
  type Vastlegging,
  type Versie,
  versionsOf,
} from '../../src/formulier/versions.ts';

interface Inhoud {
  tekst: string;
}
type Item = Vastlegging<Inhoud>;

const at = (second: number, stempel: string) => ({ nu: `2026-02-14T10:00:${String(second).padStart(2, '0')}.000Z`, stempel });
const start: Item = create('a-1', { tekst: 'begin' }, at(0, 'aaaa.1'));

describe('een record van elders', () => {
  test('is nieuw, gelijk, bijgewerkt of ouder', () => {
    const later = change(start, { tekst: 'later' }, at(1, 'bbbb.1'));
    expect(join(undefined, start)).toEqual({ record: start, opname: 'nieuw' });
    expect(join(start, start)).toEqual({ record: start, opname: 'gelijk' });
    expect(join(start, later)).toEqual({ record: later, opname: 'bijgewerkt' });
    expect(join(later, start)).toEqual({ record: later, opname: 'ouder' });
  });

  test('dat los van het eigen is gewijzigd, blijft ernaast staan; de nieuwste voorop, bij wie ook wordt ingevoegd', () => {
    const mine = change(start, { tekst: 'van mij' }, at(5, 'aaaa.2'));
    const theirs = change(start, { tekst: 'van haar' }, at(9, 'bbbb.1'));
    const { record, opname } = join(mine, theirs);
    expect(opname).toBe('twee-versies');
    expect(versionsOf(record).map(({ inhoud }) => inhoud?.tekst)).toEqual(['van haar', 'van mij']);
    expect(join(theirs, mine).record).toEqual(record);
    expect(join(record, theirs)).toEqual({ record, opname: 'ouder' });
  });

  test('waaruit is gekozen, is voor de ander geen keuze meer', () => {
    const mine = change(start, { tekst: 'van mij' }, at(5, 'aaaa.2'));
    const theirs = change(start, { tekst: 'van haar' }, at(9, 'bbbb.1'));
    const chosen = choose(join(mine, theirs).record, 1, at(20, 'aaaa.3'));
    expect(chosen).toMatchObject({ inhoud: { tekst: 'van mij' } });
    expect(join(theirs, chosen)).toEqual({ record: chosen, opname: 'bijgewerkt' });
    expect(join(mine, chosen)).toEqual({ record: chosen, opname: 'bijgewerkt' });
  });

  test('dat is verwijderd terwijl een ander het wijzigde, blijft een keuze', () => {
    const removed = change(start, undefined, at(5, 'aaaa.2'));
    const theirs = change(start, { tekst: 'aangevuld' }, at(9, 'bbbb.1'));
    expect(versionsOf(join(removed, theirs).record).map(({ inhoud }) => inhoud?.tekst)).toEqual(['aangevuld', undefined]);
    expect(join(start, removed)).toEqual({ record: removed, opname: 'bijgewerkt' });
  });

  test('dat in twee vensters onder één stempel verschilt, blijft een keuze als het ene een eigen stempel krijgt', () => {
    const kept = change(start, { tekst: 'later' }, at(9, 'aaaa.1'));
    const unsaved = change(start, { tekst: 'eerst' }, at(5, 'aaaa.1'));
    expect(join(kept, unsaved)).toEqual({ record: kept, opname: 'gelijk' });
    const { record, opname } = join(kept, restamp(unsaved, 'bbbb.1'));
    expect(opname).toBe('twee-versies');
    expect(versionsOf(record).map(({ inhoud }) => inhoud?.tekst)).toEqual(['later', 'eerst']);
  });

  test('waarin twee mensen hetzelfde schreven, vraagt geen keuze', () => {
    const mine = change(start, { tekst: 'gelijk' }, at(5, 'aaaa.2'));
    const theirs = change(start, { tekst: 'gelijk' }, at(9, 'bbbb.1'));
    expect(isOpen(join(mine, theirs).record)).toBe(false);
  });
});

/** What people with devices of their own do with one record: write, remove, choose, or join what another gave out. */
const step = fc.record({
  who: fc.constantFrom(0, 1, 2),
  what: fc.constantFrom('schrijf', 'verwijder', 'kies', 'voeg-in'),
  from: fc.constantFrom(0, 1, 2),
  tekst: fc.constantFrom('een', 'twee', 'drie'),
  /** What the clock of that device says: clocks run apart, and are set back. */
  klok: fc.nat({ max: 59 }),
  /** How the stamp begins: its order says nothing about who or when. */
  merk: fc.constantFrom('aaaa', 'bbbb', 'cccc', 'zzzz'),
});
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

function done(own: Item, { what, tekst }: Step, other: Item, here: { nu: string; stempel: string }): Item {
  if (what === 'voeg-in') return join(own, other).record;
  if (what === 'kies') return choose(own, 1, here);
  return change(own, what === 'schrijf' ? { tekst } : undefined, here);
}

/** Each gives out a file after every step. */
function afterAll(steps: readonly Step[]): Item[] {
  const people = [start, start, start];
  for (const [index, one] of steps.entries()) {
    const here = at(one.klok, `${one.merk}.${index + 2}`);
    people[one.who] = done(people[one.who] ?? start, one, people[one.from] ?? start, here);
  }
  return people;
}

/** What each stamp says. */
const said = (versions: readonly Versie<Inhoud>[]) =>
  new Map(versions.map(({ bewerking, inhoud }) => [bewerking.stempel, inhoud]));

describe('samenvoegen', () => {
  test('verliest niets en komt bij iedereen op hetzelfde uit, hoe de klokken ook lopen', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const people = afterAll(steps);
        const joined = (order: number[]) => order.map((who) => people[who] ?? start).reduce((a, b) => join(a, b).record);
        const all = joined([0, 1, 2]);
        expect(joined([2, 0, 1])).toEqual(all);
        expect(joined([1, 2, 0])).toEqual(all);
        expect(join(all, all)).toEqual({ record: all, opname: 'gelijk' });
        const versions = people.flatMap((own) => versionsOf(own));
        const kept = versionsOf(all).flatMap(({ bewerking }) => [bewerking.stempel, ...bewerking.eerder]);
        for (const { bewerking } of versions) expect(kept).toContain(bewerking.stempel);
        const restedOn = new Set(versions.flatMap(({ bewerking }) => bewerking.eerder));
        const current = versions.filter(({ bewerking }) => !restedOn.has(bewerking.stempel));
        expect(said(versionsOf(all))).toEqual(said(current));
      }),
    );
  });
});
