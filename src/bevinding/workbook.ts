import type { Dossier } from '../onderzoek/dossier.ts';
import { FORM_VERSION, type FormOrigin } from '../onderzoek/form.ts';
import { enumeration } from '../schema/enumeration.ts';
import type { Bevinding, MateriaalBijEenIndicator, MateriaalWaarneming, Perspectief } from '../schema/generated/types.ts';
import type { ColumnSpec, SheetSpec, WorkbookSpec } from '../tabel/sheet-spec.ts';
import { joinCell } from '../tabel/table.ts';
import { toetsingskaderFingerprint } from '../waarneming/fingerprint.ts';
import { said } from '../waarneming/said.ts';
import { BASIS, BEVINDING_COLUMNS, BRON_COLUMNS, SHEETS } from './columns.ts';
import { freeIds, recorded } from './concept.ts';
import { recordPrint } from './delivered.ts';
import { type Materiaal, PERSPECTIEVEN } from './material.ts';

/** How many empty rows with an id of their own the form has for each gebied. */
const ROOM = 25;

/**
 * The working document of the team in Excel: the material side by side, and room for the bevindingen. No id is given for new
 * ones that is among those `drafted` elsewhere.
 */
export function conceptWorkbook(
  materialen: readonly Materiaal[],
  dossier: Dossier,
  drafted: readonly string[] = [],
): WorkbookSpec {
  const { onderzoek } = dossier;
  const lists = materialen.map(({ gebied }) => ({ gebied, bevindingen: recorded(dossier, gebied) }));
  const basis = lists.flatMap(({ bevindingen }) => bevindingen.map((item) => [`${BASIS}${item.id}`, recordPrint(item)]));
  return {
    title: `Bevindingen – ${onderzoek.value.titel}`,
    date: onderzoek.value.datum,
    sheets: [
      explanationSheet(),
      sideBySideSheet(materialen),
      listSheet(materialen),
      bevindingenSheet(lists, dossier, drafted),
      bronnenSheet(lists),
    ],
    properties: {
      formulier: 'bevindingen',
      formulierversie: FORM_VERSION,
      ...formOrigin(dossier),
      ...Object.fromEntries(basis),
    },
  };
}

/** What ties a form to its onderzoek, and to the indicatoren it was made with. */
export function formOrigin(dossier: Dossier): Required<FormOrigin> {
  return { onderzoek: dossier.onderzoek.value.id, vingerafdruk: toetsingskaderFingerprint(dossier) };
}

function explanationSheet(): SheetSpec {
  const lines = [
    'Dit document bevat teksten van respondenten. Het blijft binnen het team en gaat niet in git.',
    `${SHEETS.naastElkaar}: per indicator de waarnemingen, met de perspectieven naast elkaar, waar zij elkaar tegenspreken en wie er zwijgt.`,
    `${SHEETS.waarnemingen}: dezelfde waarnemingen onder elkaar, om te filteren en om ids uit te kopiëren.`,
    `${SHEETS.bevindingen}: hier schrijft u. Een bevinding is een zin die het team voor zijn rekening neemt.`,
    'Bij indicatoren schrijft u het nummer (1.5.1) of de verwijzing. Bij steunt op en weersproken door de ids van waarnemingen.',
    'Meer dan een in een cel? Zet er | tussen.',
    'Weging: hoe u tegenspraak hebt gewogen, of waarom een enkele soort bron hier genoeg is.',
    'Het id staat er al. Laat het staan: ook als de tekst verandert, blijft het dezelfde bevinding. Nieuwe rijen zonder tekst tellen niet mee.',
    `${SHEETS.bronnen}: alleen voor bevindingen die elders als bevinding zijn vastgelegd. Noem daar waar zij op rusten.`,
    'Klaar? Laat het bestand inlezen met: tsd bevindingen ingest <onderzoek> <dit bestand>',
  ];
  return { name: SHEETS.uitleg, columns: [text('Uitleg', 'uitleg', 110)], rows: lines.map((uitleg) => ({ uitleg })) };
}

function sideBySideSheet(materialen: readonly Materiaal[]): SheetSpec {
  const all = materialen.flatMap(({ gebied, criteria }) =>
    criteria.flatMap(({ indicatoren }) => indicatoren.map((item) => ({ gebied, item }))),
  );
  const spoken = new Set(all.flatMap(({ item }) => item.perspectieven.map(({ perspectief }) => perspectief)));
  const shown = PERSPECTIEVEN.filter((perspectief) => spoken.has(perspectief));
  return {
    name: SHEETS.naastElkaar,
    columns: [
      text('gebied', 'gebied', 20),
      text('indicator', 'indicator', 34),
      text('tegenspraak', 'tegenspraak', 26),
      ...(all.some(({ item }) => item.antwoorden) ? [text('antwoorden', 'antwoorden', 34)] : []),
      text('zwijgt', 'zwijgt', 18),
      ...shown.map((perspectief) => text(perspectief, perspectief, 40)),
    ],
    rows: all.flatMap(({ gebied, item }) => sideBySideRows(gebied, item, shown)),
    frozenColumns: 2,
  };
}

/** As many rows as the perspectief that says most has waarnemingen; the indicator on each, so that filtering keeps it. */
function sideBySideRows(gebied: string, item: MateriaalBijEenIndicator, shown: readonly Perspectief[]): Record<string, string>[] {
  const height = Math.max(1, ...item.perspectieven.map(({ waarnemingen }) => waarnemingen.length));
  return Array.from({ length: height }, (_, index) => {
    const cells = shown.flatMap((perspectief) => {
      const waarneming = item.perspectieven.find((p) => p.perspectief === perspectief)?.waarnemingen[index];
      return waarneming ? [[perspectief, `${headOf(waarneming)}\n${said(waarneming)}`]] : [];
    });
    const notes =
      index === 0
        ? {
            tegenspraak: (item.tegenspraak ?? []).join('\n'),
            antwoorden: (item.antwoorden ?? []).join('\n'),
            zwijgt: (item.zwijgt ?? []).join(', '),
          }
        : {};
    return { gebied, indicator: item.tekst, ...notes, ...Object.fromEntries(cells) };
  });
}

function headOf({ waarneming, soort, strekking, vertrouwelijk }: MateriaalWaarneming): string {
  const kinds = [soort, strekking, vertrouwelijk === 'ja' ? 'vertrouwelijk' : undefined].filter(Boolean);
  return `${waarneming.slice('waarneming:'.length)} (${kinds.join(', ')})`;
}

function listSheet(materialen: readonly Materiaal[]): SheetSpec {
  const rows: Record<string, string>[] = materialen.flatMap(({ gebied, criteria, ongecodeerd }) => [
    ...criteria.flatMap(({ titel, indicatoren }) =>
      indicatoren.flatMap((item) =>
        item.perspectieven.flatMap(({ perspectief, waarnemingen }) =>
          waarnemingen.map((w) => ({
            criterium: titel,
            indicator: item.tekst,
            verwijzing: item.indicator,
            ...listRow(gebied, { ...w, perspectief }),
          })),
        ),
      ),
    ),
    ...ongecodeerd.map((w) => ({ indicator: 'nog niet gecodeerd', ...listRow(gebied, w) })),
  ]);
  const columns = [
    text('id', 'id', 22),
    text('gebied', 'gebied', 20),
    text('criterium', 'criterium', 26),
    text('indicator', 'indicator', 34),
    text('verwijzing', 'verwijzing', 26),
    text('perspectief', 'perspectief', 14),
    text('soort bron', 'soort', 14),
    text('casus', 'casus', 10),
    text('strekking', 'strekking', 12),
    text('vertrouwelijk', 'vertrouwelijk', 13),
    ...(rows.some(({ antwoord }) => antwoord) ? [text('vraag', 'vraag', 34), text('antwoord', 'antwoord', 20)] : []),
    text('tekst', 'tekst', 70),
  ];
  return { name: SHEETS.waarnemingen, columns, rows, frozenColumns: 1 };
}

function listRow(gebied: string, waarneming: MateriaalWaarneming): Record<string, string> {
  const {
    soort,
    perspectief = '',
    casus = '',
    strekking = '',
    vertrouwelijk = '',
    vraag = '',
    antwoord = '',
    tekst,
  } = waarneming;
  return {
    id: waarneming.waarneming.slice('waarneming:'.length),
    gebied,
    perspectief,
    soort,
    casus,
    strekking,
    vertrouwelijk,
    vraag,
    antwoord,
    tekst,
  };
}

interface GebiedList {
  gebied: string;
  bevindingen: Bevinding[];
}

function bevindingenSheet(lists: readonly GebiedList[], dossier: Dossier, drafted: readonly string[]): SheetSpec {
  const { inspecties, partners = [] } = dossier.onderzoek.value;
  const wide = { id: 24, indicatoren: 28, tekst: 70, 'steunt op': 30, 'weersproken door': 30, weging: 40 } as Record<
    string,
    number
  >;
  const choices: Record<string, readonly string[]> = {
    gebied: lists.map(({ gebied }) => gebied),
    strekking: enumeration('strekking'),
    'vastgelegd door': [...inspecties, ...partners].map(({ id }) => id),
  };
  const columns = Object.keys(BEVINDING_COLUMNS).map((header): ColumnSpec => {
    const list = choices[header];
    const column = text(header, header, wide[header] ?? 20);
    return list ? { ...column, kind: 'choice', choices: list } : column;
  });
  const rows = lists.flatMap(({ gebied, bevindingen }) => [
    ...bevindingen.map((item) => bevindingRow(gebied, item)),
    ...freeIds(dossier, gebied, ROOM, drafted).map((id) => ({ id, gebied })),
  ]);
  return { name: SHEETS.bevindingen, columns, rows, blankRows: 100, frozenColumns: 1 };
}

function bevindingRow(gebied: string, bevinding: Bevinding): Record<string, string> {
  const ids = (refs: readonly string[] = []) => joinCell(refs.map((ref) => ref.slice('waarneming:'.length)));
  return {
    id: bevinding.id,
    gebied,
    indicatoren: joinCell(bevinding.indicatoren),
    tekst: bevinding.tekst,
    strekking: bevinding.strekking ?? '',
    'steunt op': ids(bevinding.steunt_op),
    'weersproken door': ids(bevinding.weersproken_door),
    weging: bevinding.weging ?? '',
    'vastgelegd door': bevinding.vastgelegd_door ?? '',
  };
}

function bronnenSheet(lists: readonly GebiedList[]): SheetSpec {
  const [bevinding, soort, perspectief, datum, omschrijving] = BRON_COLUMNS;
  const rows = lists
    .flatMap(({ bevindingen }) => bevindingen)
    .flatMap(({ id, bronnen = [] }) => bronnen.map((bron) => ({ ...bron, bevinding: id, datum: bron.datum ?? '' })));
  const columns: ColumnSpec[] = [
    text(bevinding, bevinding, 18),
    { ...text(soort, soort, 16), kind: 'choice', choices: enumeration('bronsoort') },
    { ...text(perspectief, perspectief, 16), kind: 'choice', choices: PERSPECTIEVEN },
    { ...text(datum, datum, 14), kind: 'date' },
    text(omschrijving, omschrijving, 70),
  ];
  return { name: SHEETS.bronnen, columns, rows, blankRows: 50 };
}

function text(header: string, key: string, width: number): ColumnSpec {
  return { header, key, width, kind: 'text', wrap: true };
}
