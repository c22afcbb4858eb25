import { warning } from '../../diagnostics/diagnostic.ts';
import type { Check } from './context.ts';

/** An oordeel is given by a toetsingskader that no longer changes. */
export const checkConcept: Check = ({ dossier: { toetsingskader, oordelen, overkoepelend } }) => {
  const judged = [...oordelen, ...(overkoepelend ? [overkoepelend] : [])].some(({ value }) =>
    (value.oordelen ?? []).some(({ tekst }) => tekst !== undefined),
  );
  if (!judged || toetsingskader?.value.status !== 'concept') return [];
  const message = 'er zijn oordelen, maar het toetsingskader is nog niet vastgesteld';
  const help = `leg het vast met tsd kader concretise ${toetsingskader.value.onderzoek} --vaststellen`;
  return [warning('toetsingskader/niet-vastgesteld', message, { file: toetsingskader.file, pointer: '/status', help })];
};
