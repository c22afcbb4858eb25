import { type Diagnostic, error, warning } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/suggest.ts';
import type {
  GekozenCriterium,
  GekozenIndicator,
  ToetsingskaderBestand,
  Toetsingskaderversie,
} from '../schema/generated/types.ts';
import { checkMotiveringen, checkVerplicht } from './check-choice.ts';
import { checkDekking, checkInstrumenten } from './check-instrumenten.ts';
import type { Bestand, Dossier } from './dossier.ts';
import { buildRuimte, type Keuzeruimte } from './space.ts';
import { toetsCriteria } from './toetsing.ts';
import { contentFingerprint, sameInstrumenten } from './versions.ts';

const RESTORE = 'zet de map terug zoals zij was (uit git of een kopie), of kies opnieuw met tsd kader select';

/**
 * Whether a toetsingskader still says what it said when it was made: the pinned kaders are untouched, every reference is in
 * them with the same text, choices carry their reasons, and deelvragen, gebieden, respondenttypen and instruments fit.
 */
export function checkToetsingskader(dossier: Dossier): Diagnostic[] {
  const { toetsingskader, instrumenten, kaders } = dossier;
  if (!toetsingskader) return [];
  const { file, value } = toetsingskader;
  const ruimte = buildRuimte(kaders, value.keuze.eigen);
  const criteria = toetsCriteria(value, kaders);
  return [
    ...checkPins(dossier, toetsingskader),
    ...checkTeksten(ruimte, toetsingskader),
    ...checkVerplicht(ruimte, { keuze: value.keuze, file }),
    ...checkMotiveringen(ruimte, { keuze: value.keuze, selectie: value, file }),
    ...checkWritten(dossier, toetsingskader),
    ...checkAsked(toetsingskader),
    ...checkDeelvragen(dossier, toetsingskader),
    ...checkVersion(dossier, toetsingskader),
    ...(instrumenten
      ? [...checkInstrumenten(instrumenten, criteria, value.weggelaten), ...checkDekking(instrumenten, criteria)]
      : []),
  ];
}

function checkPins({ kaders, onderzoek }: Dossier, { file, value }: Bestand<ToetsingskaderBestand>): Diagnostic[] {
  const pins = value.kaders.flatMap((pin, index) => {
    const at = {
      file,
      pointer: `/kaders/${index}`,
      help: 'zet de kopie terug uit uw reservekopie of git, of kies opnieuw met tsd kader select --herzie',
    };
    const copy = kaders.find(({ id, bron }) => id === pin.id && bron.versie === pin.versie);
    if (!copy)
      return [
        error('toetsingskader/geen-kopie', `de kopie van het kader in kader/${pin.id}@${pin.versie} ontbreekt of klopt niet`, {
          ...at,
          help: RESTORE,
        }),
      ];
    if (copy.vingerafdruk === pin.vingerafdruk) return [];
    return [
      error(
        'toetsingskader/kopie-gewijzigd',
        `de teksten in kader/${pin.id}@${pin.versie} zijn gewijzigd nadat zij waren vastgelegd`,
        { ...at, help: RESTORE },
      ),
    ];
  });
  const other =
    value.onderzoek === onderzoek.value.id
      ? []
      : [`dit toetsingskader hoort bij onderzoek '${value.onderzoek}', niet bij '${onderzoek.value.id}'`];
  return [
    ...pins,
    ...other.map((message) =>
      error('toetsingskader/ander-onderzoek', message, {
        file,
        pointer: '/onderzoek',
        help: 'zet hier het toetsingskader van dit onderzoek terug',
      }),
    ),
  ];
}

/** Every reference that is in no pinned kader, and every text that changed after it was chosen. */
export function checkTeksten(
  ruimte: Keuzeruimte,
  { file, value }: Pick<Bestand<ToetsingskaderBestand>, 'file' | 'value'>,
): Diagnostic[] {
  const prints = new Map(
    ruimte.criteria.flatMap((c) => [c, ...c.indicatoren].map(({ ref, vingerafdruk }) => [ref, vingerafdruk])),
  );
  const known = [...prints.keys()];
  const reason = value.status === 'vastgesteld' ? ' --reden "<waarom>"' : '';
  const check = (item: GekozenCriterium | GekozenIndicator, pointer: string): Diagnostic[] => {
    const print = prints.get(item.ref);
    if (print === undefined)
      return [
        error('toetsingskader/onbekend', `'${item.ref}' staat niet in de vastgelegde kaders${didYouMean(item.ref, known)}`, {
          file,
          pointer: `${pointer}/ref`,
          help: 'kies met tsd kader select; dat neemt de teksten over',
        }),
      ];
    if (print === item.vingerafdruk) return [];
    return [
      error('toetsingskader/te-herzien', `te herzien: de tekst van '${item.ref}' is gewijzigd nadat hij was gekozen`, {
        file,
        pointer: `${pointer}/vingerafdruk`,
        help: `lees de nieuwe tekst en bevestig met tsd kader concretise <onderzoek> --bevestig ${item.ref}${reason}`,
      }),
    ];
  };
  return value.criteria.flatMap((criterium, index) => [
    ...check(criterium, `/criteria/${index}`),
    ...criterium.indicatoren.flatMap((indicator, place) => check(indicator, `/criteria/${index}/indicatoren/${place}`)),
  ]);
}

/** Deelvragen, gebieden and respondenttypen that the sharpening names. */
function checkWritten({ onderzoek, instrumenten }: Dossier, { file, value }: Bestand<ToetsingskaderBestand>): Diagnostic[] {
  const deelvragen = (onderzoek.value.deelvragen ?? []).map(({ id }) => id);
  const gebieden = onderzoek.value.gebieden.map(({ id }) => id);
  const wie = instrumenten?.value.respondenttypen.map(({ id }) => id);
  const unknown = (name: string, ids: readonly string[], known: readonly string[], pointer: string) =>
    ids.flatMap((id, index) =>
      known.includes(id)
        ? []
        : [
            error('toetsingskader/onbekend', `${name} '${id}' bestaat niet${didYouMean(id, known)}`, {
              file,
              pointer: `${pointer}/${index}`,
              help: known.length > 0 ? `kies uit: ${known.join(', ')}` : `zet eerst een ${name} in het plan`,
            }),
          ],
    );
  return value.criteria.flatMap((criterium, c) => [
    ...unknown('deelvraag', criterium.deelvragen ?? [], deelvragen, `/criteria/${c}/deelvragen`),
    ...unknown(
      'gebied',
      (criterium.lokale_context ?? []).map(({ gebied }) => gebied),
      gebieden,
      `/criteria/${c}/lokale_context`,
    ),
    ...criterium.indicatoren.flatMap((indicator, i) => [
      ...unknown('deelvraag', indicator.deelvragen ?? [], deelvragen, `/criteria/${c}/indicatoren/${i}/deelvragen`),
      ...(wie ? unknown('respondenttype', indicator.aan_wie ?? [], wie, `/criteria/${c}/indicatoren/${i}/aan_wie`) : []),
    ]),
  ]);
}

/** To nobody is asked what does not apply. */
function checkAsked({ file, value }: Bestand<ToetsingskaderBestand>): Diagnostic[] {
  return value.criteria.flatMap((criterium, c) =>
    criterium.indicatoren.flatMap((indicator, i) => {
      const away = indicator.niet_van_toepassing ?? criterium.niet_van_toepassing;
      if (!away || !indicator.aan_wie?.length) return [];
      const message = `'${indicator.ref}' is niet van toepassing, en er staat bij aan wie het wordt gevraagd: ${indicator.aan_wie.join(', ')}`;
      const at = { file, pointer: `/criteria/${c}/indicatoren/${i}/aan_wie` };
      return [warning('toetsingskader/niet-van-toepassing', message, { ...at, help: 'haal een van beide weg' })];
    }),
  );
}

/** A deelvraag that nothing serves, once the team has begun to say which serves what. */
function checkDeelvragen({ onderzoek }: Dossier, { file, value }: Bestand<ToetsingskaderBestand>): Diagnostic[] {
  const items = value.criteria.flatMap((criterium) => [criterium, ...criterium.indicatoren]);
  const served = new Set(items.flatMap(({ deelvragen = [] }) => deelvragen));
  if (served.size === 0) return [];
  return (onderzoek.value.deelvragen ?? [])
    .filter(({ id }) => !served.has(id))
    .map(({ id, tekst }) =>
      warning('toetsingskader/deelvraag', `geen criterium of indicator dient deelvraag '${id}' (${tekst})`, {
        file,
        pointer: '/criteria',
      }),
    );
}

function checkVersion({ instrumenten }: Dossier, { file, value }: Bestand<ToetsingskaderBestand>): Diagnostic[] {
  const last = value.versies?.at(-1);
  if (value.status !== 'vastgesteld' || !last) return [];
  const content =
    !last.vingerafdruk || last.vingerafdruk === contentFingerprint(value)
      ? []
      : [
          error(
            'toetsingskader/gewijzigd-na-vaststellen',
            `het toetsingskader is gewijzigd nadat versie ${last.versie} was vastgesteld`,
            {
              file,
              pointer: '/versies',
              help: 'leg de wijziging vast met tsd kader concretise <onderzoek> --vaststellen --reden "<waarom>"',
            },
          ),
        ];
  return [...content, ...(sameInstrumenten(last, instrumenten?.value) ? [] : [otherInstrumenten(last, instrumenten, file)])];
}

/** How something is asked may change without a new version, but not unseen. */
function otherInstrumenten({ versie }: Toetsingskaderversie, now: Dossier['instrumenten'], file: string): Diagnostic {
  if (!now)
    return warning(
      'toetsingskader/instrumenten-weg',
      `instrumenten.yaml was er toen versie ${versie} werd vastgesteld, en nu niet`,
      {
        file,
        pointer: '/versies',
        help: 'zet het terug uit git of een kopie',
      },
    );
  return warning(
    'toetsingskader/instrumenten-gewijzigd',
    `de instrumenten zijn gewijzigd nadat versie ${versie} was vastgesteld`,
    {
      file: now.file,
      help: 'zeg waarom met tsd kader concretise <onderzoek> --vaststellen --reden "<waarom>"; dat maakt een nieuwe versie',
    },
  );
}
