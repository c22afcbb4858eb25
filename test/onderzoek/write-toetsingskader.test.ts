import { expect, test } from 'vitest';
import { writeBestand } from '../../src/onderzoek/write-toetsingskader.ts';
import type { ToetsingskaderBestand } from '../../src/schema/generated/types.ts';
import { parseYaml } from '../../src/source/yaml.ts';

const TEXT = `# Het toetsingskader.
criteria:
  - ref: k/a
    toespitsing: Eerst. # besproken op dinsdag
  - ref: k/b
`;

test('wat iemand in een opmerking schreef, blijft staan als het criterium wordt weggelaten', () => {
  const source = parseYaml(TEXT, 'toetsingskader.yaml').value;
  const after = { criteria: [{ ref: 'k/b' }] } as unknown as ToetsingskaderBestand;
  const text = writeBestand('toetsingskader', after, source);
  expect(text).toBe(`# Het toetsingskader.
criteria:
  - ref: k/b
# Opmerkingen die stonden bij wat er niet meer is:
# besproken op dinsdag
`);
  expect(writeBestand('toetsingskader', after, parseYaml(text, 'toetsingskader.yaml').value)).toBe(text);
});
