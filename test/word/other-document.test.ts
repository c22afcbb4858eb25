import { expect, test } from 'vitest';
import { otherDocument } from '../../src/word/other-document.ts';
import { SOURCE_PROPERTY } from '../../src/word/seal.ts';

const WANTED = { soort: 'oordeel', naam: 'schrijfdocument voor oordelen', draft: 'tsd oordeel draft --format docx' };

test.each([
  ['een rapport', { [SOURCE_PROPERTY]: 'abc' }, 'dit is een rapport, geen', 'een rapport leest u terug met tsd report ingest'],
  ['een ander formulier', { formulier: 'verslag' }, 'dit is een formulier (verslag), geen', WANTED.draft],
  ['een document van elders', {}, 'dit Word-document is niet door tsd gemaakt, geen', WANTED.draft],
])('van %s zegt de melding wat het is, en wat te doen', (_, properties, what, help) => {
  expect(otherDocument(properties, WANTED, 'a.docx')).toMatchObject({
    code: 'oordeel/geen-formulier',
    message: `${what} schrijfdocument voor oordelen`,
    help: expect.stringContaining(help),
    file: 'a.docx',
  });
});
