import { describe, expect, test } from 'vitest';
import { buildChain } from '../../src/oordeel/chain.ts';
import { checkDossier } from '../../src/oordeel/check.ts';
import { confirmedFiles, confirmNodes } from '../../src/oordeel/confirm.ts';
import { type Change, readKlein } from './klein.ts';

/** Confirms everything in the small onderzoek; gives the changes that bring that about, and the chain. */
function confirmAll(...changes: Change[]) {
  const { dossier } = readKlein(...changes);
  const chain = buildChain(dossier);
  const written = [...chain.nodes.values()].filter(({ place }) => place);
  const { value, diagnostics } = confirmNodes(chain, written);
  const files = confirmedFiles(value).map(({ path, content }): Change => {
    const bestand = written.find(({ place }) => place?.bestand.path === path)?.place?.bestand;
    return [path.slice(dossier.folder.length + 1), bestand?.source.text ?? '', content];
  });
  return { chain, value, diagnostics, files };
}

const stale = (...changes: Change[]) =>
  checkDossier(readKlein(...changes).dossier)
    .filter(({ code }) => code === 'oordeel/te-herzien' || code === 'oordeel/niet-bevestigd')
    .map(({ message }) => message);

describe('confirming', () => {
  test('keeps the fingerprint of everything a sentence depends on, and no other', () => {
    const { value, files } = confirmAll();
    const bevinding = value.find(({ node }) => node.ref === 'bevinding:west-1');
    expect(Object.keys(bevinding?.prints ?? {})).toEqual([
      'waarneming:w-1',
      'waarneming:w-4',
      'waarneming:w-3',
      'proef/toegang/weten-waar',
    ]);
    expect(files).toHaveLength(6);
  });

  test('says of a reference without its kader what it can mean', () => {
    const second = '  - criterium: ander/samenhang\n    tekst: Iets.\n    rust_op: ["bevinding:west-2"]\nconclusie:\n';
    const { diagnostics } = confirmAll(['oordelen/west.yaml', 'conclusie:\n', second]);
    expect(diagnostics.map(({ message }) => message)).toContain(
      "'oordeel:west/conclusie' kan nog niet worden bevestigd: 'oordeel:west/samenhang' kan op meer dan een ding slaan: oordeel:west/proef/samenhang, oordeel:west/ander/samenhang",
    );
  });

  test('does not also call te herzien what rests on a reference that became too short', () => {
    const { files } = confirmAll();
    const west = files.find(([path]) => path === 'oordelen/west.yaml')?.[2] ?? '';
    const after = west.replace(
      'conclusie:\n',
      '  - criterium: ander/samenhang\n    niet_beoordeeld: { reden: Elders. }\nconclusie:\n',
    );
    expect(after).not.toBe(west);
    const messages = stale(...files.map(([path, from, to]): Change => [path, from, path === 'oordelen/west.yaml' ? after : to]));
    expect(messages.filter((message) => message.startsWith('te herzien'))).toEqual([]);
  });

  test('says of what was confirmed by an earlier tsd, with less to it, that nothing changed', () => {
    const { chain, value } = confirmAll();
    const node = value.find((item) => item.node.ref === 'bevinding:west-1')?.node;
    const texts = Object.entries(value.find((item) => item.node === node)?.prints ?? {}).map(([ref, print]) => [
      ref,
      chain.nodes.get(ref)?.prints?.text ?? print,
    ]);
    const earlier = { ...node, confirmed: Object.fromEntries(texts) } as NonNullable<typeof node>;
    expect(confirmNodes(chain, [earlier]).value).toMatchObject([{ changed: [] }]);
  });

  test('leaves every other line as it was', () => {
    for (const [, before, after] of confirmAll().files) {
      const kept = after.split('\n').filter((line) => !/vingerafdrukken:|: v1:[0-9a-f]{64}$/.test(line));
      expect(kept.join('\n')).toBe(before);
    }
  });

  test('makes the check silent about confirmation, and again changes nothing', () => {
    const { files } = confirmAll();
    expect(stale(...files)).toEqual([]);
    expect(confirmAll(...files).value).toEqual([]);
  });

  test('a change in a text makes what rests on it, and only that, te herzien', () => {
    const { files } = confirmAll();
    const change: Change = ['bevindingen/west.yaml', 'De hulp is niet op elkaar afgestemd.', 'De hulp is slecht afgestemd.'];
    expect(stale(...files, change)).toEqual([
      "te herzien: sinds 'oordeel:west/proef/toegang' is bevestigd, veranderde waar het op rust: bevinding:west-2",
      "te herzien: sinds 'oordeel:west/proef/samenhang' is bevestigd, veranderde waar het op rust: bevinding:west-2",
    ]);
  });

  test('white space is no change', () => {
    const { files } = confirmAll();
    expect(stale(...files, ['bevindingen/west.yaml', 'De hulp is niet op', 'De  hulp is niet  op'])).toEqual([]);
  });

  test('a ground that was added after confirming has to be read', () => {
    const { files } = confirmAll();
    const change: Change = [
      'verbeterpunten.yaml',
      'rust_op: ["bevinding:west-1"]',
      'rust_op: ["bevinding:west-1", "bevinding:west-2"]',
    ];
    expect(stale(...files, change)).toEqual([
      "te herzien: sinds 'verbeterpunt:wegwijzer' is bevestigd, rust het nu ook op: bevinding:west-2",
    ]);
  });

  test('another perspectief of a bron makes what rests on its waarnemingen te herzien', () => {
    const { files } = confirmAll();
    const other: Change = ['werkdossier/bronnen.yaml', 'perspectief: burger', 'perspectief: naaste'];
    expect(stale(...files, other)).toContain(
      "te herzien: sinds 'bevinding:west-1' is bevestigd, veranderde waar het op rust: waarneming:w-1",
    );
  });

  test('what was confirmed by its text alone, as an earlier tsd did, still holds', () => {
    const { chain, files } = confirmAll();
    const prints = chain.nodes.get('waarneming:w-1')?.prints;
    const earlier = files.map(
      ([file, before, after]): Change => [file, before, after.replaceAll(prints?.whole ?? '', prints?.text ?? '')],
    );
    expect(stale(...earlier)).toEqual([]);
  });

  test('a ground or a contradiction that was taken out after confirming has to be read', () => {
    const { files } = confirmAll();
    const grounds: Change = ['bevindingen/west.yaml', ', "waarneming:w-4"]', ']'];
    const against: Change = ['bevindingen/west.yaml', 'weersproken_door: ["waarneming:w-3"]', 'weersproken_door: []'];
    const [first, ...others] = stale(...files, grounds, against);
    expect(first).toBe(
      "te herzien: sinds 'bevinding:west-1' is bevestigd, rust het niet meer op: waarneming:w-4, waarneming:w-3",
    );
    for (const message of others) expect(message).toMatch(/veranderde waar het op rust: bevinding:west-1$/);
    expect(others).toHaveLength(5);
    const again = confirmAll(...files, grounds, against);
    expect(again.value.map(({ node, changed }) => [node.ref, changed])).toContainEqual([
      'bevinding:west-1',
      ['waarneming:w-4', 'waarneming:w-3'],
    ]);
  });

  test('what rests on nothing real cannot be confirmed', () => {
    const { diagnostics } = confirmAll(['verbeterpunten.yaml', 'bevinding:west-1', 'bevinding:west-9']);
    expect(diagnostics.map(({ message }) => message)).toEqual([
      "'verbeterpunt:wegwijzer' kan nog niet worden bevestigd: 'bevinding:west-9' bestaat niet",
    ]);
  });
});
