import { authorsOf, type Numbered, type Returned, remarkPlace, whereWords } from './change.ts';
import type { Judgement } from './judgement.ts';
import type { Source } from './mark-dossier.ts';
import { commentsAt, lineOf, wholeTexts } from './show.ts';

/** What came back in Word documents, as `--json` prints it. */
export function returnedData(returned: readonly Returned[], numbered: readonly Numbered[]): Record<string, unknown> {
  return {
    bestanden: returned.map(({ file, title }) => ({ bestand: file, titel: title })),
    wijzigingen: numbered.map(changeData),
    opmerkingen: returned.flatMap(({ file, remarks, comments }) =>
      remarks.flatMap(({ passage, comments: ids }) =>
        commentsAt(comments, ids).map((comment) => ({ bestand: file, plaats: remarkPlace(passage), ...commentData(comment) })),
      ),
    ),
  };
}

function changeData({ nummer, returned, difference, judgement, against }: Numbered): Record<string, unknown> {
  const { kind, untracked, comments } = difference;
  return {
    nummer,
    bestand: returned.file,
    soort: kind,
    plaats: whereWords(difference),
    auteurs: authorsOf(difference),
    bijgehouden: !untracked,
    ...wholeTexts(difference),
    ...judgementData(judgement),
    ...(against.length > 0 ? { botst_met: against } : {}),
    opmerkingen: commentsAt(returned.comments, comments).map(commentData),
  };
}

function judgementData(judgement: Judgement): Record<string, unknown> {
  const { outcome } = judgement;
  if (outcome === 'overgenomen') return { uitkomst: outcome };
  if (outcome === 'kan') return { uitkomst: outcome, bron: sourceData(judgement.proposal) };
  const { reason, help, source } = judgement;
  return { uitkomst: outcome, reden: reason, hulp: help, ...(source ? { bron: sourceData(source) } : {}) };
}

function sourceData(source: Source): Record<string, unknown> {
  const { file, yaml } = source.field;
  return { bestand: file, regel: lineOf(source), ...(yaml ? { verwijzing: yaml.ref, pointer: yaml.pointer } : {}) };
}

function commentData({ author, date, text, reply, resolved }: Returned['comments'][number]): Record<string, unknown> {
  return { auteur: author, ...(date === undefined ? {} : { datum: date }), tekst: text, antwoord: reply, afgehandeld: resolved };
}
