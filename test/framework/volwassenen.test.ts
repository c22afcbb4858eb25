import { describe, expect, it } from 'vitest';
import { filesWith, read, readDefinities, readKader, references } from './read-kader.ts';

const volwassenen = readKader('volwassenen');
const { kader, themas, criteria, indicatoren } = volwassenen;
const documenten = new Set(kader.documenten.map(({ id }) => id));

describe('het kader volwassenen', () => {
  it('heeft drie themas in de volgorde van het toezichtkader', () => {
    expect(themas.map(({ id }) => id)).toEqual(['op-maat', 'signaleren-en-handelen', 'lokale-samenhang']);
  });

  it('heeft twaalf criteria, genummerd van 1.1 tot en met 3.4, elk met zijn aantal indicatoren', () => {
    expect(criteria.map(({ nummer, id, indicatoren: onder }) => `${nummer} ${id} ${onder.length}`)).toEqual([
      '1.1 eigen-kracht 3',
      '1.2 participeren 3',
      '1.3 effecten 5',
      '1.4 passend 4',
      '1.5 toegang 4',
      '2.1 in-beeld 3',
      '2.2 actief-aanbod 2',
      '2.3 veiligheid 8',
      '3.1 samenhang 4',
      '3.2 samenwerking 4',
      '3.3 perspectief-benut 3',
      '3.4 competenties 4',
    ]);
  });

  it('heeft zevenenveertig indicatoren, verdeeld als 19, 13 en 15', () => {
    const perThema = themas.map((thema) => thema.criteria.reduce((sum, criterium) => sum + criterium.indicatoren.length, 0));
    expect(perThema).toEqual([19, 13, 15]);
    expect(new Set(indicatoren.map(({ tekst }) => tekst)).size).toBe(47);
  });

  it('heeft vier aandachtspunten, alle bij de eerste indicator van passend', () => {
    const metPunten = indicatoren.filter(({ aandachtspunten }) => aandachtspunten);
    expect(metPunten).toEqual([criteria[3]?.indicatoren[0]]);
    expect(metPunten[0]?.aandachtspunten).toHaveLength(4);
  });

  it('geeft ids die binnen hun kring uniek zijn', () => {
    expect(new Set(criteria.map(({ id }) => id)).size).toBe(12);
    for (const { indicatoren: onder } of criteria) expect(new Set(onder.map(({ id }) => id)).size).toBe(onder.length);
  });

  it('noemt bij elke normtekst een vindplaats in een document dat het kader kent', () => {
    const plaatsen = [...criteria, ...indicatoren, ...kader.grondslagen].map(({ vindplaats }) => vindplaats);
    expect(plaatsen.filter((plaats) => !plaats || !documenten.has(plaats.document))).toEqual([]);
  });

  it('zet geen opmerking van de redactie in een normtekst', () => {
    const teksten = [...criteria, ...indicatoren].map(({ tekst }) => tekst);
    expect(teksten.filter((tekst) => tekst.includes('[sic]'))).toEqual([]);
  });

  it('tekent aan welke indicatoren redactioneel zijn toegewezen', () => {
    const toegewezen = criteria.flatMap(({ id, indicatoren: onder }) =>
      onder.filter(({ redactie }) => redactie?.some(({ tekst }) => tekst.includes('toegewezen'))).map((i) => `${id}/${i.id}`),
    );
    expect(toegewezen).toEqual([
      'veiligheid/informatie-gedeeld',
      'veiligheid/warme-overdracht',
      'veiligheid/overstap-gedwongen-hulp',
      'veiligheid/veiligheid-jeugdigen',
    ]);
  });

  it('legt een wet alleen als voorstel van de redactie naast een criterium', () => {
    const grondslagen = new Set(kader.grondslagen.map(({ id }) => id));
    const duidingen = criteria.flatMap(({ duiding }) => duiding ?? []);
    expect(duidingen.length).toBeGreaterThan(0);
    for (const { grondslag, auteur, status } of duidingen) {
      expect(grondslagen).toContain(grondslag);
      expect({ auteur, status }).toEqual({ auteur: 'redactie tsd', status: 'voorstel' });
    }
  });

  it('geeft elke indicator een korte naam van twee tot zes woorden', () => {
    const lengte = (kort: string) => kort.split(' ').length;
    expect(indicatoren.filter(({ kort }) => lengte(kort) < 2 || lengte(kort) > 6)).toEqual([]);
  });

  it('geeft elke indicator binnen zijn criterium een eigen korte naam', () => {
    for (const { indicatoren: onder } of criteria) expect(new Set(onder.map(({ kort }) => kort)).size).toBe(onder.length);
  });

  it('heeft tien definities in de volgorde van het toezichtkader', () => {
    expect(readDefinities('volwassenen').map(({ term }) => term)).toEqual([
      'Coördinatie',
      'Eigen kracht',
      'Eigen regie',
      'Kwetsbaarheid',
      'Organisaties',
      'Professionals',
      'Participatie',
      'Volwassenen',
      'Zelfredzaamheid',
      'Zorg en ondersteuning',
    ]);
  });
});

describe('de kenmerken en modules van volwassenen', () => {
  it('gebruikt alleen kenmerken uit de lijsten', () => {
    const lijsten = read<Record<string, { id: string }[]>>('kenmerken.yaml');
    const bekend = new Set(Object.entries(lijsten).flatMap(([soort, waarden]) => waarden.map(({ id }) => `${soort}=${id}`)));
    const gebruikt = [...criteria, ...indicatoren].flatMap(({ kenmerken = {} }) =>
      Object.entries(kenmerken).flatMap(([soort, waarden]) => waarden.map((waarde) => `${soort}=${waarde}`)),
    );
    expect(gebruikt.filter((kenmerk) => !bekend.has(kenmerk))).toEqual([]);
  });

  it('zegt bij elk criterium op welk niveau het zichtbaar is', () => {
    expect(criteria.filter(({ kenmerken }) => !kenmerken.niveau?.length)).toEqual([]);
  });

  it('heeft vijf modules, waarvan alleen het burgerperspectief verplicht is, en alle verwijzingen bestaan', () => {
    const modules = filesWith('.yaml')
      .filter((path) => path.startsWith('volwassenen/modules/'))
      .map((path) => read<{ id: string; verplicht?: string; keuze: string[] }>(path));
    expect(modules.map(({ id, verplicht = 'nee' }) => `${id} ${verplicht}`)).toEqual([
      'burgerperspectief ja',
      'overgang-en-samenloop nee',
      'samenwerking nee',
      'toegang nee',
      'veiligheid nee',
    ]);
    const bestaat = references(volwassenen);
    expect(modules.flatMap(({ keuze }) => keuze).filter((verwijzing) => !bestaat.has(verwijzing))).toEqual([]);
  });
});
