import type { Assigned } from './assign.ts';
import { looksNamed } from './ids.ts';
import type { ColumnProfile } from './profile.ts';
import type { ProposedField } from './propose-values.ts';

/** A column with a number or code, or what tells one bron from another, or one name for the whole table. */
export function bronId({ columns, doubtful }: Assigned, attributes: readonly ProposedField[], levering: string): ProposedField {
  const key = columns.get('bron') ?? columns.get('id');
  if (key) {
    const isRow = !columns.has('bron');
    const doubt = isRow ? ['NAGAAN: elke rij geldt als een eigen bron'] : doubtful.has('bron') ? [TELLS_APART] : [];
    return { veld: 'id', waarde: { kolom: key.name, ...before(key, levering) }, uitleg: [...doubt, ...named(key)] };
  }
  const [only, ...more] = attributes.flatMap(({ waarde }) => waarde.kolom ?? []);
  if (only === undefined) return { veld: 'id', waarde: { vast: levering }, uitleg: ['NAGAAN: de hele tabel geldt als één bron'] };
  const from = more.length > 0 ? { kolommen: [only, ...more] } : { kolom: only };
  return {
    veld: 'id',
    waarde: { ...from, vooraf: start(levering) },
    uitleg: ['NAGAAN: er is geen kolom met een nummer of code; rijen die hierin gelijk zijn, gelden als één bron'],
  };
}

const TELLS_APART = 'NAGAAN: is dit het nummer van waar het vandaan komt: een gesprek, een dossier, een klacht?';

/** A row that can be told from others is the same one in the next delivery. */
export function waarnemingId({ columns }: Assigned, levering: string): ProposedField[] {
  const bron = columns.get('bron');
  const key = columns.get('id') ?? (bron?.isUnique ? bron : undefined);
  return key ? [{ veld: 'id', waarde: { kolom: key.name, ...before(key, levering) }, uitleg: named(key) }] : [];
}

/** A name or a sentence that becomes an id is there for all to read. */
function named({ values }: ColumnProfile): string[] {
  return values.some(looksNamed) ? ['NAGAAN: hierin lijken namen of zinnen te staan; ids komen in git, gebruik een code'] : [];
}

/** Numbers alone mean something in their own table only. */
function before({ values }: ColumnProfile, levering: string): { vooraf?: string } {
  return values.every((value) => /^\d{1,8}$/.test(value)) ? { vooraf: start(levering) } : {};
}

function start(levering: string): string {
  return `${levering.slice(0, 30)}-`;
}
