import { dirname, join } from 'node:path';
import { Stop } from '../../diagnostics/stop.ts';
import type { Huisstijl } from '../../huisstijl/model.ts';
import { exists, readBytes, shownPath } from '../../io/files.ts';
import type { DocxLook } from '../../rapport/document/docx/look.ts';
import type { Outcome } from '../outcome.ts';
import { findOnderzoek } from '../read/find-onderzoek.ts';
import { refuseOverwrite } from '../refuse-overwrite.ts';
import { readHuisstijl } from './huisstijl.ts';
import { ownTemplates } from './own-templates.ts';

/** The Word document whose look every report takes, in the folder with templates of one's own. */
const REFERENTIE = 'referentie.docx';

/**
 * The look of the reports in Word: that of the document that is named or, without one, of `templates/referentie.docx` in the project
 * where that is there, and else that of the huisstijl. Stops when it cannot be read.
 */
export async function readLook(onderzoek: string, huisstijl: Huisstijl, named?: string): Promise<DocxLook> {
  const path = named ?? referentiePath(onderzoek);
  if (named === undefined && !exists(path)) {
    const { ownLook } = await import('../../rapport/document/docx/look.ts');
    return ownLook(huisstijl);
  }
  const { readReference } = await import('../../rapport/document/docx/reference.ts');
  const { value, diagnostics } = readReference(readBytes(path), huisstijl);
  if (!value)
    throw new Stop(
      diagnostics.map((diagnostic) => ({ ...diagnostic, file: shownPath(path) })),
      2,
    );
  return value;
}

/** `tsd report --referentie-maken`: writes the look of our own as a document with every style in it, to be changed in Word. */
export async function makeReferentie(argument: string): Promise<Outcome> {
  const folder = findOnderzoek(argument);
  const path = referentiePath(folder);
  const huisstijl = await readHuisstijl(folder);
  const [{ toDocx }, { ownLook }, { REFERENTIE_TEKST }, { renderMarkdown }] = await Promise.all([
    import('../../rapport/document/docx.ts'),
    import('../../rapport/document/docx/look.ts'),
    import('../../rapport/document/docx/sample.ts'),
    import('../../rapport/document/render.ts'),
  ]);
  const content = await toDocx(renderMarkdown(REFERENTIE_TEKST).value, REFERENTIE_TEKST, ownLook(huisstijl));
  refuseOverwrite(path, content, 'het kan uw huisstijl zijn; geef het een andere naam als u opnieuw wilt beginnen');
  const messages = [`${shownPath(path)}: verander hierin de stijlen, in Word; elk volgend rapport ziet er zo uit`];
  return {
    diagnostics: [],
    files: [{ path, content }],
    base: dirname(dirname(path)),
    messages,
    data: { geschreven: [shownPath(path)] },
  };
}

function referentiePath(onderzoek: string): string {
  return join(ownTemplates(onderzoek), REFERENTIE);
}
