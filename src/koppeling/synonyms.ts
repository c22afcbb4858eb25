/** How a column may be called elsewhere, by the name of ours; the first that fits is taken. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  tekst: [
    ...[
      'tekst',
      'opmerking',
      'opmerkingen',
      'toelichting',
      'citaat',
      'quote',
      'uitspraak',
      'passage',
      'waarneming',
      'observatie',
    ],
    ...['antwoord', 'reactie', 'beschrijving', 'notitie', 'inhoud', 'bevinding', 'commentaar', 'tekst reactie'],
    ...['omschrijving', 'constatering', 'samenvatting', 'verhaal', 'bericht', 'klacht', 'melding', 'signaal'],
  ],
  bron: [
    ...['bron', 'bron id', 'bronnummer', 'respondent', 'respondentnummer', 'respondent id', 'respondentcode', 'deelnemer'],
    ...['deelnemernummer', 'gesprek', 'gespreksnummer', 'interview', 'dossier', 'dossiernummer', 'dossiercode'],
  ],
  id: [
    ...[
      'id',
      'nr',
      'nummer',
      'volgnummer',
      'volgnr',
      'rijnummer',
      'kenmerk',
      'code waarneming',
      'waarnemingsnummer',
      'record id',
    ],
    ...['response id', 'responsid', 'responsnummer', 'inzending', 'uuid'],
  ],
  'bron soort': ['bron soort', 'soort bron', 'bronsoort', 'type bron', 'soort', 'methode', 'werkvorm'],
  'bron perspectief': [
    'bron perspectief',
    'perspectief',
    'rol',
    'hoedanigheid',
    'rol respondent',
    'wie',
    'wie bent u',
    'u bent',
    'relatie',
    'respondent',
    'melder',
    'klager',
    'indiener',
  ],
  'bron respondenttype': ['bron respondenttype', 'respondenttype', 'type respondent', 'respondent type'],
  'bron datum': [
    ...['bron datum', 'datum', 'datum gesprek', 'gespreksdatum', 'invuldatum', 'ingevuld op', 'datum ingevuld', 'afgenomen op'],
    ...['tijdstempel', 'timestamp', 'date', 'tijdstip', 'ingezonden op', 'datum invullen', 'completed', 'submitdate'],
  ],
  'bron casus': ['bron casus', 'casus', 'casuscode', 'casusnummer'],
  'bron gebieden': [
    ...['bron gebieden', 'gebied', 'gebieden', 'gemeente', 'gemeentenaam', 'naam gemeente', 'wijk', 'regio', 'vestiging'],
    ...['locatie', 'plaats', 'woonplaats', 'in welke gemeente woont u', 'in welke gemeente', 'welke gemeente', 'waar woont u'],
    ...['uit welke gemeente komt u', 'wat is uw gemeente', 'wat is uw woonplaats', 'in welke gemeente werkt u'],
  ],
  'bron partij': ['bron partij', 'partij', 'organisatie', 'instelling', 'aanbieder'],
  'bron omschrijving': ['bron omschrijving', 'omschrijving bron'],
  indicator: ['indicator', 'indicatoren', 'code', 'codes', 'criterium', 'onderwerp'],
  item: ['item', 'vraag', 'vraagnummer', 'vraagcode'],
  strekking: ['strekking', 'waardering', 'beoordeling', 'oordeel', 'sentiment', 'goed of beter'],
  'verklarende factor': ['verklarende factor', 'verklarende factoren', 'verklaring', 'factor', 'oorzaak'],
  vertrouwelijk: ['vertrouwelijk', 'geheim'],
  citeerbaar: ['citeerbaar', 'mag citeren', 'citeren', 'toestemming citeren', 'citeren toegestaan', 'citaat'],
  'vastgelegd door': ['vastgelegd door', 'bron vastgelegd door', 'inspectie', 'afgenomen door'],
  bijlagen: [
    ...['bijlagen', 'bijlage', 'foto', 'fotos', 'foto s', 'afbeelding', 'afbeeldingen', 'bestand', 'bestanden', 'bestandsnaam'],
    ...['document', 'documenten', 'opname', 'attachment', 'attachments', 'file', 'files', 'photo', 'photos'],
  ],
};

/** Our columns in the order in which they are looked for. */
export const OUR_COLUMNS: readonly string[] = Object.keys(NAMES);

/** All names that may stand above a column as they are. */
export const PLAIN_NAMES: readonly string[] = Object.values(NAMES).flat();

/** How often a name is used for one of our columns: 0 most, `undefined` not at all. */
export function nameAt(name: string, column: string): number | undefined {
  const at = NAMES[column]?.indexOf(plain(name)) ?? -1;
  return at < 0 ? undefined : at;
}

/** Whether the name of a column says that gemeenten stand in it, and nothing within one. */
export function saysGemeente(name: string): boolean {
  return /gemeente/.test(plain(name));
}

/** Words that are often used elsewhere, by ours; what is found here is told to be an assumption. */
const VALUES: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  'bron perspectief': {
    burger: ['client', 'inwoner', 'bewoner', 'jongere', 'patient', 'gebruiker', 'ervaringsdeskundige', 'leerling', 'respondent'],
    naaste: ['ouder', 'ouders', 'mantelzorger', 'familie', 'moeder', 'vader', 'pleegouder', 'verzorger', 'partner'],
    professional: [
      'hulpverlener',
      'begeleider',
      'consulent',
      'medewerker',
      'zorgverlener',
      'behandelaar',
      'leraar',
      'jeugdbeschermer',
    ],
    organisatie: ['instelling', 'aanbieder', 'zorgaanbieder', 'manager', 'bestuurder'],
    gemeente: ['beleidsmedewerker', 'wethouder', 'ambtenaar', 'beleid'],
    toezichthouder: ['inspecteur', 'inspectie'],
    deskundige: ['expert', 'onderzoeker'],
    overig: ['anders', 'anders namelijk', 'overige'],
  },
  'bron soort': {
    gesprek: ['interview', 'gesprekken', 'telefonisch', 'groepsgesprek'],
    dossier: ['dossieronderzoek', 'dossierstudie', 'casus'],
    document: ['documentstudie', 'stuk', 'rapport'],
    observatie: ['meelopen', 'bezoek', 'werkbezoek'],
    vragenlijst: ['enquete', 'survey', 'online', 'formulier'],
    overig: ['anders', 'overige'],
  },
  strekking: {
    'gaat goed': ['goed', 'positief', 'voldoende', 'sterk', 'plus'],
    'kan beter': ['beter', 'negatief', 'onvoldoende', 'slecht', 'verbeterpunt', 'zwak', 'min'],
    wisselend: ['gemengd', 'neutraal', 'matig', 'soms', 'wisselt'],
    feit: ['feitelijk', 'feiten'],
  },
  vertrouwelijk: { ja: ['j', 'yes', 'y', 'true', 'waar', '1'], nee: ['n', 'no', 'false', 'onwaar', '0'] },
  citeerbaar: { ja: ['j', 'yes', 'y', 'true', 'waar', '1'], nee: ['n', 'no', 'false', 'onwaar', '0'] },
};

/** What a word in one of our columns may well mean. */
export function assumedValue(column: string, written: string): string | undefined {
  const name = plain(written);
  return Object.entries(VALUES[column] ?? {}).find(([, theirs]) => theirs.includes(name))?.[0];
}

/** A name without accents, capitals and signs, its words apart by one space. */
export function plain(name: string): string {
  const letters = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return letters.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}
