import type { KaderParts } from '../kader/build.ts';
import type { Kader, KaderItem, Plaats } from '../kader/model.ts';
import type { Wijziging } from '../schema/generated/types.ts';

/** What a kader is made of, as far as a revision tells it apart. */
export type OnderdeelSoort =
  | 'kader'
  | 'thema'
  | 'criterium'
  | 'indicator'
  | 'aandachtspunt'
  | 'definitie'
  | 'module'
  | 'uitgangspunt'
  | 'grondslag'
  | 'document';

/** One part of a kader, flat: what it says itself, without what lies under it. */
export interface Onderdeel {
  soort: OnderdeelSoort;
  /** Without the id of the kader: `toegang/weten-waar`. Of the kader itself empty. */
  ref: string;
  /** The ref of the thema, criterium or indicator it lies in; empty for what lies in the kader itself. */
  ouder: string;
  /** Where it stands among those of its soort in the same place, from 0. */
  volgorde: number;
  /** Its number as it is shown; empty for what has none. */
  nummer: string;
  velden: Readonly<Record<string, unknown>>;
  plaats: Plaats;
}

/** The key of an onderdeel: a module and a criterium may share a ref. */
export function keyOf({ soort, ref }: Pick<Onderdeel, 'soort' | 'ref'>): string {
  return `${soort}:${ref}`;
}

/** What its authors say of how a part changed. */
export function wijzigingenOf({ velden }: Onderdeel): Wijziging[] {
  return (velden.wijzigingen ?? []) as Wijziging[];
}

/** The words by which a reader knows a part: its title, term or text. */
export function naamOf({ velden }: Onderdeel): string {
  const { titel, term, tekst } = velden;
  return [titel, term, tekst].find((value): value is string => typeof value === 'string') ?? '';
}

/** Lists of a kader that are parts of their own, and no field of what they stand in. */
const PARTS = new Set([
  'id',
  'criteria',
  'themas',
  'indicatoren',
  'aandachtspunten',
  'documenten',
  'uitgangspunten',
  'grondslagen',
]);
/** Not content, but how the files are to be read. */
const SKIPPED = new Set(['formaat']);

/** Every part of a kader, flat and in order. */
export function onderdelenOf(kader: Kader, parts: KaderParts): Onderdeel[] {
  const { file } = parts.kader;
  const { documenten, uitgangspunten, grondslagen } = kader.bron;
  const inKader = (soort: OnderdeelSoort, list: readonly { id: string }[], name: string) =>
    list.map((bron, volgorde) => part(soort, bron, { volgorde, plaats: { file, pointer: `/${name}/${volgorde}` } }));
  const definities = kader.definities.map((bron, volgorde) =>
    part('definitie', bron, { volgorde, plaats: { file: parts.definities?.file ?? file, pointer: `/definities/${volgorde}` } }),
  );
  return [
    { ...part('kader', kader.bron, { volgorde: 0, plaats: { file, pointer: '' } }), ref: '' },
    ...inTree(kader),
    ...definities,
    ...kader.modules.map(({ bron, file: at, pointer }) => part('module', bron, { volgorde: 0, plaats: { file: at, pointer } })),
    ...inKader('uitgangspunt', uitgangspunten, 'uitgangspunten'),
    ...inKader('grondslag', grondslagen, 'grondslagen'),
    ...inKader('document', documenten, 'documenten'),
  ];
}

interface Place {
  volgorde: number;
  plaats: Plaats;
  ouder?: string;
  nummer?: string;
}

function part(soort: OnderdeelSoort, bron: { id: string }, { volgorde, plaats, ouder = '', nummer = '' }: Place): Onderdeel {
  const velden = Object.fromEntries(
    Object.entries(bron).filter(([name, value]) => !PARTS.has(name) && !SKIPPED.has(name) && value !== undefined),
  );
  return { soort, ref: bron.id, ouder, volgorde, nummer, velden, plaats };
}

/** Thema's, criteria, indicatoren and aandachtspunten; each knows how many of its soort stand before it in the same place. */
function inTree(kader: Kader): Onderdeel[] {
  const counts = new Map<string, number>();
  const items = [
    ...kader.themas,
    ...kader.criteria.flatMap((criterium) => [criterium, ...criterium.indicatoren.flatMap(withPoints)]),
  ];
  return items.map((item) => {
    const ref = item.ref.slice(kader.id.length + 1);
    const ouder = parentOf(item).slice(kader.id.length + 1);
    const among = `${item.soort}:${ouder}`;
    const volgorde = counts.get(among) ?? 0;
    counts.set(among, volgorde + 1);
    const { file, pointer, nummer } = item;
    return { ...part(item.soort, item.bron, { volgorde, plaats: { file, pointer }, ouder, nummer }), ref };
  });
}

function withPoints<T extends { aandachtspunten: KaderItem[] }>(indicator: T): (T | KaderItem)[] {
  return [indicator, ...indicator.aandachtspunten];
}

/** A criterium names its thema; the parent of what lies under it is in its own reference. */
function parentOf(item: KaderItem): string {
  if (item.soort === 'thema') return item.binnen ?? '';
  return item.soort === 'criterium' ? item.thema.ref : item.ref.slice(0, item.ref.lastIndexOf('/'));
}
