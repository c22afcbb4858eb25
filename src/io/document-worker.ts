import { readRefi } from '../refi/read.ts';
import { readWord } from '../word/read.ts';
import type { DocumentAnswer, DocumentTask } from './document.ts';
import { answerQuestions } from './thread.ts';

// Runs in a thread of its own: reads a coded document and hands back its content.
answerQuestions(async ({ bytes, kind }: DocumentTask): Promise<DocumentAnswer> => {
  return kind === 'word' ? { word: readWord(bytes) } : { refi: readRefi(bytes) };
});
