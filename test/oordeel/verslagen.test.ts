import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { changedVerslagen } from '../../src/commands/check/verslagen.ts';
import { readOnderzoek } from '../../src/commands/read/onderzoek.ts';
import { checkDossier } from '../../src/oordeel/check.ts';
import { BRON, ingestDocument, VERSLAG } from '../verslag/verslag.ts';

function messages(folder: string): string[] {
  const { dossier } = readOnderzoek(folder);
  return [...checkDossier(dossier), ...changedVerslagen(dossier)].map(({ code, message }) => `${code} ${message}`);
}

test('noemt de verslagen die nog niet akkoord zijn', async () => {
  const { folder } = await ingestDocument(VERSLAG);
  expect(messages(folder)).toContain('oordeel/verslag-open 1 verslag is nog niet akkoord: b1 (concept)');
  await ingestDocument({ ...VERSLAG, bron: { ...BRON, Status: 'geen reactie' } }, { folder });
  expect(messages(folder).join()).not.toContain('oordeel/verslag-open');
});

test('noemt een verslag dat weg is of veranderd', async () => {
  const { folder } = await ingestDocument(VERSLAG);
  expect(messages(folder).join()).not.toContain('werkdossier/verslag');
  writeFileSync(join(folder, 'werkdossier/verslagen/b1.docx'), 'anders');
  expect(messages(folder)).toContain("werkdossier/verslag-veranderd dit verslag is veranderd sinds het is ingelezen (bron 'b1')");
});

test('noemt een trefwoord dat nergens heen leidt', async () => {
  const { folder } = await ingestDocument(VERSLAG);
  const lines = [
    'formaat: 1',
    'respondenttypen: []',
    'instrumenten: []',
    'items: []',
    'trefwoorden:',
    '  wachttijd: samen/rgie',
    '  goed: E1.1',
  ];
  writeFileSync(join(folder, 'instrumenten.yaml'), `${lines.join('\n')}\n`);
  expect(messages(folder)).toEqual(
    expect.arrayContaining([
      "verslag/trefwoord trefwoord 'wachttijd': 'samen/rgie' bestaat niet; bedoelt u 'samen/regie'?",
      "verslag/trefwoord trefwoord 'goed': dit woord heeft al een vaste betekenis",
    ]),
  );
});
