import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type CheckScope, checkDossier } from '../../src/oordeel/check.ts';
import { resolvePositions } from '../../src/source/positions.ts';
import { type Change, readKlein } from './klein.ts';

/** What the check finds: `code file:line:column message`, without what is about instruments or confirmation. */
function found(changes: Change[], scope?: CheckScope): string[] {
  const { dossier, reading } = readKlein(...changes);
  const diagnostics = resolvePositions([...reading.diagnostics, ...checkDossier(dossier, scope)], reading.sources);
  return diagnostics
    .filter(({ severity, code }) => severity !== 'info' && code !== 'oordeel/niet-bevestigd' && !code.startsWith('instrumenten/'))
    .map(({ code, file, position, message }) => {
      const place = file ? `${basename(file)}${position ? `:${position.line}:${position.column}` : ''} ` : '';
      return `${code} ${place}${message}`;
    });
}

const WEST = 'oordelen/west.yaml';

describe('an onderzoek that holds together', () => {
  test('has no errors and no warnings', () => {
    expect(found([])).toEqual([]);
  });
});

describe('references', () => {
  test('reports a bevinding that does not exist, with the one that was meant', () => {
    expect(found([[WEST, 'rust_op: ["bevinding:west-2"]\n    burger', 'rust_op: ["bevinding:west-22"]\n    burger']])).toEqual([
      "oordeel/onbekende-verwijzing west.yaml:14:15 'bevinding:west-22' bestaat niet; bedoelt u 'bevinding:west-2'?",
    ]);
  });

  test('names both oordelen that a reference without its kader can mean', () => {
    const second = '  - criterium: ander/samenhang\n    niet_beoordeeld: { reden: Hoort bij een ander kader. }\nconclusie:\n';
    expect(found([[WEST, 'conclusie:\n', second]])).toContain(
      "oordeel/onbekende-verwijzing west.yaml:20:43 'oordeel:west/samenhang' kan op meer dan een ding slaan: oordeel:west/proef/samenhang, oordeel:west/ander/samenhang",
    );
  });

  test('reports a waarneming that does not exist', () => {
    expect(found([['bevindingen/west.yaml', 'waarneming:w-3', 'waarneming:w-33']])).toEqual([
      "oordeel/onbekende-verwijzing west.yaml:11:24 'waarneming:w-33' bestaat niet; bedoelt u 'waarneming:w-3'?",
    ]);
  });

  test('says once that all bevindingen of a gebied are missing', () => {
    const { dossier } = readKlein();
    const bevindingen = dossier.bevindingen.filter(({ value }) => value.gebied !== 'west');
    const errors = checkDossier({ ...dossier, bevindingen }).filter(({ severity }) => severity === 'error');
    expect(errors).toMatchObject([
      {
        code: 'oordeel/geen-bevindingen',
        message: "er zijn geen bevindingen van 'west', maar zij worden wel genoemd: bevinding:west-1, bevinding:west-2",
        file: expect.stringMatching(/bevindingen\/west\.yaml$/),
      },
    ]);
  });

  test('reports an indicator that was not chosen', () => {
    expect(found([['bevindingen/oost.yaml', 'proef/samenhang/afgestemd', 'proef/samenhang/gestemd']])).toEqual([
      "oordeel/buiten-toetsingskader oost.yaml:6:19 'proef/samenhang/gestemd' bestaat niet; bedoelt u 'proef/samenhang/afgestemd'?",
    ]);
  });

  test('reports a file of a gebied that is not of this onderzoek', () => {
    expect(found([[WEST, 'gebied: west', 'gebied: wst']])).toContain(
      "oordeel/onbekend-gebied west.yaml:2:9 gebied 'wst' hoort niet bij dit onderzoek; bedoelt u 'west'?",
    );
  });

  test('reports an oordeel and a bevinding that stand twice', () => {
    expect(found([[WEST, '- criterium: proef/samenhang\n    tekst: De', '- criterium: proef/toegang\n    tekst: De']])).toContain(
      "oordeel/dubbele-verwijzing west.yaml:12:5 'oordeel:west/proef/toegang' staat er twee keer",
    );
    expect(found([['bevindingen/oost.yaml', 'id: oost-2', 'id: oost-1']])).toContain(
      "oordeel/dubbele-verwijzing oost.yaml:9:5 'bevinding:oost-1' staat er twee keer",
    );
  });

  test('reports samenhang with the criterium itself', () => {
    expect(found([[WEST, '- criterium: proef/samenhang\n        tekst', '- criterium: proef/toegang\n        tekst']])).toEqual([
      'oordeel/samenhang-met-zichzelf west.yaml:9:20 samenhang gaat over een ander criterium dan dit',
    ]);
  });
});

describe('waarnemingen', () => {
  const bewoner = 'werkdossier/waarnemingen/w-bewoner.yaml';

  test('that name an indicator or a gebied that is not chosen (any longer) are counted', () => {
    const indicator: Change = [bewoner, '[proef/samenhang/afgestemd]', '[proef/samenhang/gestemd]'];
    expect(found([indicator])).toContain(
      "oordeel/waarneming-buiten-toetsingskader toetsingskader.yaml:9:3 indicator 'proef/samenhang/gestemd' staat niet (meer) in het toetsingskader; zo blijft buiten beeld: 1 waarneming (w-2)",
    );
    expect(found([[bewoner, 'gebied: west', 'gebied: noord']])).toContain(
      "oordeel/waarneming-buiten-gebied onderzoek.yaml:15:3 gebied 'noord' hoort niet (meer) bij dit onderzoek; zo blijft buiten beeld: 1 waarneming (w-1)",
    );
  });

  test('of a bron that does not exist are counted for each bron', () => {
    expect(found([['werkdossier/bronnen.yaml', 'id: w-bewoner', 'id: w-bewoner-2']])).toContain(
      "oordeel/onbekende-bron werkdossier bron 'w-bewoner' bestaat niet, maar wordt genoemd bij 3 waarnemingen (w-1, w-2, w-6)",
    );
  });
});

describe('grounds', () => {
  test('an oordeel rests on bevindingen of its own gebied', () => {
    expect(
      found([
        [WEST, 'rust_op: ["bevinding:west-1"]\n    burger', 'rust_op: ["bevinding:west-1", "bevinding:oost-2"]\n    burger'],
      ]),
    ).toEqual(["oordeel/ander-gebied west.yaml:6:35 'bevinding:oost-2' gaat over oost, dit oordeel over west"]);
  });

  test('an oordeel rests on a bevinding about its own criterium', () => {
    expect(found([[WEST, 'rust_op: ["bevinding:west-1"]\n    burger', 'rust_op: ["bevinding:west-2"]\n    burger']])).toEqual([
      'oordeel/ander-criterium west.yaml:6:14 dit oordeel rust op geen enkele bevinding over dit criterium (wel op bevinding:west-2)',
    ]);
  });

  test('a sentence rests on something', () => {
    expect(found([[WEST, '    rust_op: ["bevinding:west-1"]\n    burger', '    burger']])).toEqual([
      'oordeel/zonder-grond west.yaml:4:5 oordeel: deze zin rust nergens op',
    ]);
  });

  test('an oordeel rests on bevindingen, not on waarnemingen', () => {
    expect(found([[WEST, 'rust_op: ["bevinding:west-1"]\n    burger', 'rust_op: ["waarneming:w-1"]\n    burger']])).toEqual([
      'oordeel/verkeerde-grond west.yaml:6:15 oordeel rust op een waarneming; hier hoort een bevinding',
    ]);
  });

  test('nothing rests on an oordeel that is still open', () => {
    expect(found([[WEST, '    tekst: De hulp hangt in West niet samen.\n    rust_op: ["bevinding:west-2"]\n', '']])).toEqual([
      'oordeel/open west.yaml:12:5 het oordeel op proef/samenhang (west) heeft nog geen tekst',
      "oordeel/open-grond west.yaml:16:43 'oordeel:west/proef/samenhang' heeft nog geen tekst",
    ]);
  });
});

describe('grounds in a circle', () => {
  const punt = (id: string, ref: string) => `  - id: ${id}\n    tekst: Zie daar.\n    rust_op: ["${ref}"]\n`;
  const round = (...punten: string[]): Change => [
    'oordelen/overkoepelend.yaml',
    'conclusie:\n',
    `${punten.join('')}conclusie:\n`,
  ];

  test('reports points that rest on each other and on nothing else', () => {
    const change = round(punt('heen', 'oordeel:overkoepelend/terug'), punt('terug', 'oordeel:overkoepelend/heen'));
    expect(found([change])).toEqual([
      "oordeel/kring overkoepelend.yaml:14:15 'oordeel:overkoepelend/terug' rust langs een omweg alleen op zichzelf; er ligt geen bevinding onder",
      "oordeel/kring overkoepelend.yaml:17:15 'oordeel:overkoepelend/heen' rust langs een omweg alleen op zichzelf; er ligt geen bevinding onder",
    ]);
  });

  test('a chain of points may end in what was not judged', () => {
    expect(
      found([round(punt('leemte', 'oordeel:overkoepelend/proef/samenhang'), punt('zie', 'oordeel:overkoepelend/leemte'))]),
    ).toEqual([]);
  });

  test('a chain that ends in nothing is reported where it ends', () => {
    const change: Change = [
      'oordelen/overkoepelend.yaml',
      '    rust_op: ["oordeel:west/proef/toegang", "oordeel:oost/proef/toegang"]\n',
      '',
    ];
    expect(found([change])).toEqual(['oordeel/zonder-grond overkoepelend.yaml:3:5 oordeel: deze zin rust nergens op']);
  });
});

describe('completeness', () => {
  test('points at the room of each answer that is still open, and of the conclusie itself', () => {
    const answer = '    - deelvraag: dv1\n      tekst: De hulp is slecht te vinden.\n      rust_op: ["bevinding:west-1"]\n';
    const rooms = '    - deelvraag: dv2\n    - deelvraag: dv1\n';
    const asked: Change = ['onderzoek.yaml', 'deelvragen:\n', 'deelvragen:\n  - { id: dv2, tekst: En hoe dan? }\n'];
    expect(found([[WEST, answer, rooms], asked]).filter((line) => line.includes('west.yaml'))).toEqual([
      "oordeel/open west.yaml:20:7 deelvraag 'dv2' heeft nog geen antwoord",
      "oordeel/open west.yaml:21:7 deelvraag 'dv1' heeft nog geen antwoord",
    ]);
  });

  test('says which reports have no samenvatting, once there is a conclusie', () => {
    const told = (dossier: Parameters<typeof checkDossier>[0]) =>
      checkDossier(dossier).flatMap(({ code, message }) => (code === 'rapport/zonder-samenvatting' ? [message] : []));
    const { dossier } = readKlein();
    expect(told(dossier)).toEqual([expect.stringContaining('teksten/west-samenvatting.md')]);
    const names = ['west-samenvatting', 'oost-samenvatting', 'samenvatting'];
    expect(told({ ...dossier, teksten: new Map(names.map((name) => [name, 'Kort.'])) })).toEqual([]);
    const { overkoepelend: _, ...rest } = dossier;
    expect(told({ ...rest, oordelen: [] })).toEqual([]);
  });

  test('names the criteria without oordeel and the missing conclusie', () => {
    const short = `formaat: 1\ngebied: oost\noordelen: []\n`;
    const { dossier, reading } = readKlein();
    const text = dossier.oordelen[0]?.source.text ?? '';
    expect(found([['oordelen/oost.yaml', text, short]])).toEqual([
      'oordeel/zonder-conclusie oost.yaml de conclusie ontbreekt',
      'oordeel/ontbreekt oost.yaml:3:11 voor oost ontbreekt een oordeel op proef/toegang, proef/samenhang',
      expect.stringContaining("'oordeel:oost/proef/toegang' bestaat niet"),
    ]);
    expect(reading.diagnostics).toEqual([]);
  });

  test('asks for no more than the gebieden in scope', () => {
    const change: Change = [
      WEST,
      '  antwoorden:\n    - deelvraag: dv1\n      tekst: De hulp is slecht te vinden.\n      rust_op: ["bevinding:west-1"]\n',
      '',
    ];
    expect(found([change])).toEqual(["oordeel/open west.yaml:17:3 deelvraag 'dv1' heeft nog geen antwoord"]);
    expect(found([change], { gebieden: ['oost'] })).toEqual([]);
  });

  test('reports an answer to a deelvraag that does not exist', () => {
    expect(found([[WEST, 'deelvraag: dv1', 'deelvraag: dv2']])).toEqual([
      "oordeel/open west.yaml:17:3 deelvraag 'dv1' heeft nog geen antwoord",
      "oordeel/onbekende-deelvraag west.yaml:20:18 deelvraag 'dv2' staat niet in onderzoek.yaml; bedoelt u 'dv1'?",
    ]);
  });
});

describe('weighing and citizens', () => {
  const weging = '    weging: De bewoner en het dossier wegen hier zwaarder.\n';

  test('asks how contradiction was weighed', () => {
    expect(found([['bevindingen/west.yaml', weging, '']])).toEqual([
      "bevinding/zonder-weging west.yaml:5:5 bevinding 'west-1' wordt tegengesproken, zonder weging",
    ]);
  });

  test('asks how a single bron was weighed, and how a single soort of bron', () => {
    const alone = '    weging: Alleen gesprekken met consulenten; het gaat om hun eigen werk.\n';
    expect(found([['bevindingen/oost.yaml', alone, '']])).toEqual([
      "bevinding/zonder-weging oost.yaml:4:5 bevinding 'oost-1' rust op een enkele bron (o-consulent), zonder weging",
    ]);
    const two = '["waarneming:w-2", "waarneming:w-3"]\n';
    const weighed = '["waarneming:w-2"]\n    weging: Een bewoner is hier genoeg, want het gaat om wat die merkt.\n';
    expect(found([['bevindingen/west.yaml', weighed, two]])).toEqual([
      "bevinding/zonder-weging west.yaml:14:5 bevinding 'west-2' rust op een enkele soort bron (gesprek), zonder weging",
    ]);
    const elsewhere =
      'steunt_op: ["waarneming:o-1"]\n    bronnen: [{ soort: gesprek, perspectief: gemeente, omschrijving: Verslag }]\n';
    expect(found([['bevindingen/oost.yaml', `steunt_op: ["waarneming:o-1"]\n${alone}`, elsewhere]])).toEqual([
      "bevinding/zonder-weging oost.yaml:4:5 bevinding 'oost-1' rust op een enkele soort bron (gesprek), zonder weging",
    ]);
  });

  test('warns where the perspective of citizens is missing, unless its absence is explained', () => {
    const voice = '    burgerperspectief: { tekst: Burgers zijn tevreden., rust_op: ["bevinding:oost-2"] }\n';
    expect(found([['oordelen/oost.yaml', voice, '']])).toEqual([
      'oordeel/zonder-burgers oost.yaml:4:5 bij proef/toegang ontbreekt het perspectief van burgers',
    ]);
    const absent: Change = ['oordelen/oost.yaml', voice, '    burgerperspectief: { afwezig: Niemand wilde praten. }\n'];
    expect(found([absent, ['bevindingen/oost.yaml', 'perspectief: burger', 'perspectief: organisatie']])).toEqual([]);
  });

  test.each<[string, string, string]>([
    ['oost', '{ tekst: Burgers zijn tevreden., rust_op: ["bevinding:oost-2"] }', 'oost.yaml:7:24 bij proef/toegang'],
    [
      'west',
      '{ tekst: Bewoners weten niet waar zij moeten zijn., rust_op: ["bevinding:west-1"] }',
      'west.yaml:7:24 bij proef/toegang',
    ],
  ])('warns in %s where they are said to be missing and the oordeel rests on one', (gebied, voice, place) => {
    expect(found([[`oordelen/${gebied}.yaml`, voice, '{ afwezig: Niemand wilde praten. }']])).toEqual([
      `oordeel/burgers-niet-afwezig ${place} staat dat de stem van burgers ontbreekt, maar het oordeel rust ook op een burger of naaste`,
    ]);
  });

  test('warns where the perspective of citizens rests on no citizen', () => {
    const change: Change = ['bevindingen/oost.yaml', 'perspectief: burger', 'perspectief: organisatie'];
    expect(found([change])).toEqual([
      'oordeel/zonder-burgers oost.yaml:7:24 bij proef/toegang rust het perspectief van burgers op geen waarneming van een burger of naaste',
    ]);
  });
});

describe('a toetsingskader that is not fixed', () => {
  test('is named once oordelen are given by it', () => {
    expect(found([['toetsingskader.yaml', 'status: vastgesteld', 'status: concept']])).toEqual([
      'toetsingskader/niet-vastgesteld toetsingskader.yaml:3:9 er zijn oordelen, maar het toetsingskader is nog niet vastgesteld',
    ]);
    const { overkoepelend: _, ...dossier } = readKlein(['toetsingskader.yaml', 'status: vastgesteld', 'status: concept']).dossier;
    expect(checkDossier({ ...dossier, oordelen: [] }).map(({ code }) => code)).not.toContain('toetsingskader/niet-vastgesteld');
  });
});

describe('verbeterpunten', () => {
  test('are addressed to parties of the onderzoek', () => {
    expect(found([['verbeterpunten.yaml', 'gericht_aan: [stad]', 'gericht_aan: [stat]']])).toEqual([
      "oordeel/onbekende-partij verbeterpunten.yaml:5:19 partij 'stat' staat niet onder partijen in onderzoek.yaml; bedoelt u 'stad'?",
    ]);
  });
});

describe('privacy', () => {
  test.each<[Change, string]>([
    [['onderzoek.yaml', 'reden: Weinig hulp.', 'reden: Burger 123456782.'], 'onderzoek.yaml:16'],
    [['toetsingskader.yaml', 'toespitsing: De toegang', 'toespitsing: Burger 123456782 en de toegang'], 'toetsingskader.yaml:12'],
    [['bevindingen/oost.yaml', 'omschrijving: Jaarverslag', 'omschrijving: Brief van 123456782'], 'oost.yaml:13'],
    [['oordelen/oost.yaml', 'reden: Er is', 'reden: Met 123456782 is'], 'oost.yaml:9'],
    [
      [
        'oordelen/oost.yaml',
        '{ tekst: Burgers zijn tevreden., rust_op: ["bevinding:oost-2"] }',
        '{ afwezig: 123456782 sprak niet. }',
      ],
      'oost.yaml:7',
    ],
    [['verbeterpunten.yaml', 'Maak een wegwijzer.', 'Help 123456782.'], 'verbeterpunten.yaml:4'],
  ])('finds a burgerservicenummer in %s', (change, place) => {
    const [message = '', ...others] = found([change]).filter((line) => !line.startsWith('oordeel/burgers-niet-afwezig'));
    expect(message.startsWith(`privacy/bsn ${place}:`)).toBe(true);
    expect(others).toEqual([]);
  });

  test('takes no digits of a fingerprint for one', () => {
    const change: Change = ['verbeterpunten.yaml', '["bevinding:west-1"]', '["bevinding:b-a123456782ff"]'];
    expect(found([change]).filter((message) => message.startsWith('privacy'))).toEqual([]);
  });
});

describe('every message', () => {
  test('says in which file it is, also where that is not there yet', () => {
    const { overkoepelend: _, ...dossier } = readKlein().dossier;
    const { toetsingskader: __, ...unchosen } = dossier;
    const bare = { waarnemingen: dossier.waarnemingen.slice(0, 1), bronnen: [], oordelen: [] };
    for (const state of [
      { ...dossier, ...bare },
      { ...unchosen, ...bare },
    ]) {
      const without = checkDossier(state).filter(({ file }) => !file);
      expect(without.map(({ code }) => code)).toEqual([]);
    }
  });
});

describe('what a local report is held against', () => {
  const WEG: Change = ['oordelen/oost.yaml', 'rust_op: ["bevinding:oost-2"]', 'rust_op: ["bevinding:oost-9"]'];
  const LEEG: Change = ['oordelen/oost.yaml', '      tekst: De hulp is goed te vinden.\n', ''];

  test('is its own gebied: what is wrong or open elsewhere, or over all of them, does not stop it', () => {
    const changes: Change[] = [WEG, LEEG, ['oordelen/overkoepelend.yaml', 'oordeel:west/', 'oordeel:wst/']];
    expect(found(changes).length).toBeGreaterThan(2);
    expect(found(changes, { gebieden: ['west'], overkoepelend: false })).toEqual([]);
    expect(found(changes, { gebieden: ['oost'], overkoepelend: false }).map((line) => line.split(' ')[1])).toEqual([
      'oost.yaml:6:15',
      'oost.yaml:14:7',
    ]);
    expect(found(changes, { gebieden: ['west', 'oost'], overkoepelend: false }).join()).not.toContain('overkoepelend.yaml');
  });

  test('takes in the verbeterpunten that it prints, and not those that rest on something elsewhere', () => {
    const wrong: Change = ['verbeterpunten.yaml', 'gericht_aan: [stad]', 'gericht_aan: [stat]'];
    expect(found([wrong], { gebieden: ['west'], overkoepelend: false })).not.toEqual([]);
    expect(found([wrong], { gebieden: ['oost'], overkoepelend: false })).toEqual([]);
  });
});

describe('words that a respondent used', () => {
  const BRON = 'werkdossier/waarnemingen/w-bewoner.yaml';
  const SAID = 'Ze vroegen mij drie keer hetzelfde en daarna hoorde ik niets meer.';
  const said = (tekst: string, extra = ''): Change => [
    BRON,
    'tekst: Ik wist niet waar ik moest zijn.',
    `${extra}tekst: "${tekst}"`,
  ];
  const written = (tekst: string): Change => [
    'bevindingen/west.yaml',
    'tekst: De hulp is niet op elkaar afgestemd.',
    `tekst: "${tekst}"`,
  ];
  const literal = (...changes: Change[]) => found(changes).filter((line) => line.startsWith('oordeel/letterlijk'));

  test('do not leave the team in a sentence that takes them over, whatever the case and the punctuation', () => {
    expect(literal(said(SAID), written(`Een bewoner: “ze vroegen mij drie keer: hetzelfde, en toen niets.”`))).toEqual([]);
    expect(literal(said(SAID), written(`Een bewoner zei: “ZE vroegen mij drie keer: hetzelfde, en daarna” niets.`))).toEqual([
      "oordeel/letterlijk west.yaml:14:5 'bevinding:west-2' neemt woord voor woord over wat in waarneming:w-1 staat (“ze vroegen mij drie keer hetzelfde en daarna …”), en die is niet citeerbaar",
    ]);
    expect(literal(said('Niemand belde mij terug.'), written('Niemand belde mij terug'))).toHaveLength(1);
    expect(literal(said('Dat ging goed.'), written('Dat ging goed.'))).toEqual([]);
  });

  test('may be used where they are citeerbaar and not vertrouwelijk', () => {
    expect(literal(said(SAID, 'citeerbaar: ja\n    '), written(SAID))).toEqual([]);
    expect(literal(said(SAID, 'citeerbaar: ja\n    vertrouwelijk: ja\n    '), written(SAID)).join()).toContain(
      'en die is vertrouwelijk',
    );
  });

  test('are told of every text that takes them over', () => {
    const oordeel: Change = ['oordelen/west.yaml', 'De toegang is in West niet laagdrempelig.', SAID];
    expect(literal(said(SAID), written(SAID), oordeel).map((line) => line.split(' ')[1])).toEqual([
      'west.yaml:14:5',
      'west.yaml:4:5',
    ]);
  });
});
