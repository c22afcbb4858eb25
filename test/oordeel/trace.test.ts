import { describe, expect, test } from 'vitest';
import { indexSources } from '../../src/bevinding/triangulate.ts';
import { buildChain } from '../../src/oordeel/chain.ts';
import { findRef } from '../../src/oordeel/find.ts';
import { traceElsewhere, traceFound, traceNode, traceNorm } from '../../src/oordeel/trace.ts';
import { traceText } from '../../src/oordeel/trace-text.ts';
import { readKlein } from './klein.ts';

const { dossier } = readKlein();
const context = { chain: buildChain(dossier), dossier, ...indexSources(dossier), elsewhere: new Set<string>() };

function trace(ref: string): string {
  const found = findRef(context.chain, ref);
  if ('problem' in found) throw new Error(found.problem);
  return traceText(traceFound(found, context));
}

describe('a trace', () => {
  test('goes from an oordeel down to the bronnen and to the norm at its pinned version', () => {
    expect(trace('oordeel:west/samenhang')).toBe(`oordeel:west/proef/samenhang
  De hulp hangt in West niet samen.
  west

Rust op
├─ oordeel
│  “De hulp hangt in West niet samen.”
│  └─ bevinding:west-2 (west)
│     “De hulp is niet op elkaar afgestemd.”
│     └─ steunt op waarneming:w-2 (west, kan beter)
│        “Iedereen deed zijn eigen ding.”
│        └─ uit bron:w-bewoner (gesprek, burger, bewoner, 2026-02-01, casus c01)
│           “gesprek c01”
└─ perspectief van burgers
   “De bewoner merkt dat ieder zijn eigen ding doet.”
   └─ bevinding:west-2 (west, zie hierboven)
      “De hulp is niet op elkaar afgestemd.”

Getoetst aan
└─ criterium proef/samenhang (kader proef@1.0.0)
   “1.2 De hulp hangt samen.”
   vindplaats: Proefdocument, bladzijde 3
   grondslagen van het kader: Wet maatschappelijke ondersteuning 2015
   dient deelvraag: dv1

Hierop rust
└─ conclusie oordeel:west/conclusie (west)
   “De hulp in West helpt te weinig.”
`);
  });

  test('goes from a waarneming up to every sentence that rests on it', () => {
    const text = trace('waarneming:w-1');
    for (const sentence of [
      'Bewoners weten de weg naar hulp niet te vinden.',
      'De toegang is in West niet laagdrempelig.',
      'Bewoners weten niet waar zij moeten zijn.',
      'Wie de weg niet weet, krijgt losse hulp.',
      'De hulp is slecht te vinden.',
      'De hulp in West helpt te weinig.',
      'De toegang verschilt per wijk.',
      'De hulp helpt wisselend.',
      'Bewoners zoeken.',
      'Maak een wegwijzer.',
    ])
      expect(text).toContain(`“${sentence}”`);
    expect(text).toContain('west.xlsx › Waarnemingen rij 2');
  });

  test('says that a waarneming contradicts', () => {
    expect(trace('waarneming:w-3')).toContain('└─ weerspreekt bevinding bevinding:west-1 (west)');
  });

  test('names the bronnen of what was recorded elsewhere', () => {
    expect(trace('bevinding:oost-2')).toContain('├─ elders vastgelegd (document, gemeente, 2025-05-01)\n│  “Jaarverslag”');
  });

  test('shows of a criterium its norm text, its toespitsing and what was judged', () => {
    const text = trace('toegang');
    expect(text).toContain('toegespitst: De toegang tot hulp in de wijk is laagdrempelig.');
    expect(text).toContain('oordeel:oost/proef/toegang (oost)');
    expect(text).toContain('indicator proef/toegang/snel-geholpen');
  });

  test('shows what a norm is part of', () => {
    expect(trace('1.1.2')).toContain('Hoort bij\n└─ criterium proef/toegang (kader proef@1.0.0)\n');
    expect(trace('criterium:1.1')).toContain('Hoort bij\n└─ thema proef/hulp\n');
    expect(trace('1')).not.toContain('Hoort bij');
  });

  test('goes from a deelvraag down to the grounds of its answers, and to the criteria that serve it', () => {
    const text = trace('dv1');
    expect(text).toContain('deelvraag:dv1\n  1. Is de hulp te vinden?\n');
    expect(text).toContain(
      '├─ antwoord oordeel:west/conclusie (west)\n│  “De hulp is slecht te vinden.”\n│  └─ bevinding:west-1 (west)\n',
    );
    expect(text).toMatch(/Getoetst aan\n.─ criterium proef\/toegang/);
  });

  test.each(['bron:w-bewoner', 'waarneming:w-1', 'bevinding:west-1', 'oordeel:west/toegang', 'toegang', 'weten-waar'])(
    'goes up from %s to the conclusie over all gebieden',
    (ref) => {
      expect(trace(ref)).toContain('conclusie oordeel:overkoepelend/conclusie');
    },
  );

  test.each(['bevinding:west-1', 'oordeel:west/toegang', 'oordeel:overkoepelend/conclusie', 'verbeterpunt:wegwijzer', 'dv1'])(
    'goes down from %s to a bron',
    (ref) => {
      expect(trace(ref)).toContain('└─ uit bron:w-bewoner');
    },
  );

  test('holds what rests on many waarnemingen once', () => {
    const found = findRef(context.chain, 'weten-waar');
    if (!('norm' in found)) throw new Error('no norm');
    const users = traceNorm(found.norm, context).hieropRust.filter(({ ref }) => ref.startsWith('waarneming:'));
    const above = users.map(({ stappen }) => stappen.find(({ ref }) => ref === 'bevinding:west-1')?.stappen);
    expect(above.map((steps) => steps === above[0])).toEqual([true, true, true]);
    expect(above[0]).not.toEqual([]);
  });

  test('says where the werkdossier lies elsewhere', () => {
    const chain = buildChain({ ...dossier, waarnemingen: [], bronnen: [] });
    const node = chain.nodes.get('bevinding:west-2');
    const away = { ...context, chain, elsewhere: new Set(['waarneming:w-2']) };
    expect(node && traceText(traceNode(node, away))).toContain(
      'steunt op waarneming:w-2 (het werkdossier ligt niet op deze plaats)',
    );
    const up = traceText(traceElsewhere('waarneming:w-2', away));
    expect(up).toContain('waarneming:w-2\n  het werkdossier ligt niet op deze plaats\n');
    expect(up).toContain('bevinding oordeel:west/proef/samenhang'.slice(10));
  });
});
