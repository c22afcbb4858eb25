import { type Diagnostic, error } from '../../diagnostics/diagnostic.ts';
import { textProblem } from '../../waarneming/text-guard.ts';
import { at, type Check, writtenNodes } from './context.ts';

/** No sentence that people wrote holds a burgerservicenummer or a character that is no text. */
export const checkPrivacy: Check = ({ dossier, chain }) => [
  ...writtenNodes(chain).flatMap((node) =>
    node.passages.flatMap(({ tekst, pointer }) => refused(tekst, at(node, `${pointer}/tekst`))),
  ),
  ...dossier.bevindingen.flatMap(({ file, value }) =>
    value.bevindingen.flatMap(({ weging = '' }, index) => refused(weging, { file, pointer: `/bevindingen/${index}/weging` })),
  ),
  ...[...dossier.teksten].flatMap(([name, text]) => refused(text, { file: `teksten/${name}.md` })),
];

function refused(text: string, place: Pick<Diagnostic, 'file' | 'pointer'>): Diagnostic[] {
  const problem = textProblem(text);
  return problem ? [error(problem.code, problem.message, { ...place, help: problem.help })] : [];
}
