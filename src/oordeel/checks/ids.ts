import { type Diagnostic, error } from '../../diagnostics/diagnostic.ts';
import type { Bestand } from '../../onderzoek/dossier.ts';
import { groupBy } from '../../source/order.ts';
import { OVERKOEPELEND } from '../chain-model.ts';
import { at, type Check } from './context.ts';

/** An id or an oordeel that stands twice, a gebied with two files of one kind, and one whose id would be taken for all gebieden together. */
export const checkIds: Check = ({ dossier, chain }) => {
  const doubles = chain.doubles.map((node) => {
    const first = chain.nodes.get(node.ref);
    const related = first?.place ? [{ message: 'eerste keer', ...at(first) }] : [];
    return error('oordeel/dubbele-verwijzing', `'${node.ref}' staat er twee keer`, {
      ...at(node),
      related,
      help: 'voeg ze samen, of geef een van beide een ander id',
    });
  });
  const { file, value } = dossier.onderzoek;
  const reserved = value.gebieden.flatMap(({ id }, index) => {
    if (id !== OVERKOEPELEND) return [];
    const message = `'${OVERKOEPELEND}' kan geen id van een gebied zijn: zo heet het oordeel over alle gebieden`;
    return [
      error('oordeel/gereserveerd-gebied', message, {
        file,
        pointer: `/gebieden/${index}/id`,
        help: 'geef het gebied een ander id',
      }),
    ];
  });
  const twice = [...twoFiles('bevindingen', dossier.bevindingen), ...twoFiles('oordelen', dossier.oordelen)];
  return [...doubles, ...twice, ...reserved];
};

function twoFiles(what: string, files: readonly Bestand<{ gebied: string }>[]): Diagnostic[] {
  return [...groupBy(files, ({ value }) => value.gebied)].flatMap(([gebied, [first, ...others]]) =>
    others.map(({ file }) => {
      const message = `de ${what} van '${gebied}' staan in twee bestanden`;
      const related = first ? [{ message: 'het andere', file: first.file, pointer: '/gebied' }] : [];
      return error('oordeel/gebied-in-twee-bestanden', message, {
        file,
        pointer: '/gebied',
        related,
        help: 'voeg ze samen tot een',
      });
    }),
  );
}
