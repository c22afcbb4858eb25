import { error } from '../../diagnostics/diagnostic.ts';
import { OVERKOEPELEND } from '../chain-model.ts';
import { at, type Check } from './context.ts';

/** An id or an oordeel that stands twice, and a gebied whose id would be taken for all gebieden together. */
export const checkIds: Check = ({ dossier, chain }) => {
  const doubles = chain.doubles.map((node) => {
    const first = chain.nodes.get(node.ref);
    const related = first?.place ? [{ message: 'eerste keer', ...at(first) }] : [];
    return error('oordeel/dubbele-verwijzing', `'${node.ref}' staat er twee keer`, { ...at(node), related });
  });
  const { file, value } = dossier.onderzoek;
  const reserved = value.gebieden.flatMap(({ id }, index) => {
    if (id !== OVERKOEPELEND) return [];
    const message = `'${OVERKOEPELEND}' kan geen id van een gebied zijn: zo heet het oordeel over alle gebieden`;
    return [error('oordeel/gereserveerd-gebied', message, { file, pointer: `/gebieden/${index}/id` })];
  });
  return [...doubles, ...reserved];
};
