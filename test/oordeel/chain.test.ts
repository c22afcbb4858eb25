import { describe, expect, test } from 'vitest';
import { below, buildChain, dependencies, fingerprintOf } from '../../src/oordeel/chain.ts';
import { findRef } from '../../src/oordeel/find.ts';
import { fingerprint } from '../../src/source/fingerprint.ts';
import { readKlein } from './klein.ts';

const chain = buildChain(readKlein().dossier);

describe('the chain of evidence', () => {
  test('holds everything that can be referred to', () => {
    expect([...chain.nodes.keys()].filter((ref) => !/^(bron|waarneming)/.test(ref))).toEqual([
      'bevinding:oost-1',
      'bevinding:oost-2',
      'bevinding:west-1',
      'bevinding:west-2',
      'oordeel:oost/proef/toegang',
      'oordeel:oost/proef/samenhang',
      'oordeel:oost/conclusie',
      'oordeel:west/proef/toegang',
      'oordeel:west/proef/samenhang',
      'oordeel:west/conclusie',
      'oordeel:overkoepelend/proef/toegang',
      'oordeel:overkoepelend/proef/samenhang',
      'oordeel:overkoepelend/conclusie',
      'oordeel:overkoepelend/zoeken',
      'verbeterpunt:wegwijzer',
    ]);
    expect([...chain.norms.keys()]).toEqual([
      'proef/hulp',
      'proef/toegang',
      'proef/toegang/weten-waar',
      'proef/toegang/snel-geholpen',
      'proef/samenhang',
      'proef/samenhang/afgestemd',
    ]);
  });

  test('makes a short reference to an oordeel whole', () => {
    expect(chain.nodes.get('oordeel:west/conclusie')?.restsOn).toEqual([
      'oordeel:west/proef/toegang',
      'oordeel:west/proef/samenhang',
      'bevinding:west-1',
    ]);
  });

  test('names each sentence of an oordeel with its own grounds and place', () => {
    const passages = chain.nodes.get('oordeel:west/proef/toegang')?.passages;
    expect(passages?.map(({ soort, label, pointer, restsOn }) => ({ soort, label, pointer, restsOn }))).toEqual([
      { soort: 'tekst', label: 'oordeel', pointer: '/oordelen/0', restsOn: ['bevinding:west-1'] },
      {
        soort: 'burgerperspectief',
        label: 'perspectief van burgers',
        pointer: '/oordelen/0/burgerperspectief',
        restsOn: ['bevinding:west-1'],
      },
      {
        soort: 'samenhang',
        label: 'samenhang met proef/samenhang',
        pointer: '/oordelen/0/samenhang/0',
        restsOn: ['bevinding:west-1', 'bevinding:west-2'],
      },
    ]);
  });

  test('goes up from a waarneming and down to the bronnen', () => {
    expect(chain.above.get('waarneming:w-1')).toEqual(['bevinding:west-1']);
    expect(chain.above.get('waarneming:w-3')).toEqual(['bevinding:west-1']);
    expect(below(chain, 'oordeel:overkoepelend/conclusie', 'bron')).toEqual([
      'bron:w-bewoner',
      'bron:w-consulent',
      'bron:w-dossier',
    ]);
  });

  test('a bevinding depends on what supports it, what contradicts it and its indicatoren', () => {
    const node = chain.nodes.get('bevinding:west-1');
    expect(node && dependencies(node)).toEqual([
      'waarneming:w-1',
      'waarneming:w-4',
      'waarneming:w-3',
      'proef/toegang/weten-waar',
    ]);
  });

  test('the fingerprint is that of the text; of a waarneming also of who says it and whether it may be quoted', () => {
    const tekst = 'Ik wist niet waar ik moest zijn.';
    const who = { soort: 'gesprek', perspectief: 'burger', respondenttype: 'bewoner' };
    const quoting = { citeerbaar: '', vertrouwelijk: '' };
    expect(fingerprintOf(chain, 'waarneming:w-1')).toBe(fingerprint({ tekst, ...who, ...quoting }));
    expect(fingerprintOf(chain, 'bron:w-bewoner')).toBeUndefined();
    expect(fingerprintOf(chain, 'proef/hulp')).toBeUndefined();
  });

  test('does not go round in circles', () => {
    const change = ['oordelen/west.yaml', '["bevinding:west-1"]\n    burger', '["oordeel:west/conclusie"]\n    burger'] as const;
    const circular = buildChain(readKlein([...change]).dossier);
    expect(below(circular, 'oordeel:west/conclusie', 'bevinding')).toEqual(['bevinding:west-1', 'bevinding:west-2']);
  });
});

describe('a written reference', () => {
  const found = (written: string) => {
    const result = findRef(chain, written);
    if ('problem' in result) return result.problem;
    return ('node' in result ? result.node : 'norm' in result ? result.norm : result.vraag).ref;
  };

  test.each([
    ['bevinding:west-1', 'bevinding:west-1'],
    ['west-1', 'bevinding:west-1'],
    ['oordeel:west/toegang', 'oordeel:west/proef/toegang'],
    ['oordeel:west/conclusie', 'oordeel:west/conclusie'],
    ['samenhang', 'proef/samenhang'],
    ['proef/samenhang', 'proef/samenhang'],
    ['weten-waar', 'proef/toegang/weten-waar'],
    ['wegwijzer', 'verbeterpunt:wegwijzer'],
    ['zoeken', 'oordeel:overkoepelend/zoeken'],
    ['1', 'proef/hulp'],
    ['1.1', 'proef/toegang'],
    ['1.1.2', 'proef/toegang/snel-geholpen'],
    ['1.1b', 'proef/toegang/snel-geholpen'],
    ['criterium:1.2', 'proef/samenhang'],
    ['indicator:weten-waar', 'proef/toegang/weten-waar'],
    ['oordeel:west/1.2', 'oordeel:west/proef/samenhang'],
    ['deelvraag:dv1', 'deelvraag:dv1'],
    ['dv1', 'deelvraag:dv1'],
    ['1.9', "'1.9' bestaat niet"],
    ['waarneming:west-1', "'waarneming:west-1' bestaat niet; bedoelt u 'bevinding:west-1'?"],
    ['oordeel:west/toegan', "'oordeel:west/toegan' bestaat niet; bedoelt u 'oordeel:west/toegang'?"],
    ['west-9', "'west-9' bestaat niet; bedoelt u 'west-1'?"],
  ])('%s means %s', (written, meant) => {
    expect(found(written)).toBe(meant);
  });

  test('says so when it fits more than one thing', () => {
    expect(found('conclusie')).toBe(
      "'conclusie' kan op meer dan een ding slaan: oordeel:oost/conclusie, oordeel:west/conclusie, oordeel:overkoepelend/conclusie",
    );
  });
});
