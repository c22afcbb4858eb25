import type { Dossier } from '../onderzoek/dossier.ts';
import { listWords, sentence } from '../source/sentence.ts';

/** What whoever leads a conversation says before the first question. */
export function openingLines({ onderzoek }: Dossier): [kop: string, tekst: string][] {
  const { inspecties, partners = [], onderwerp } = onderzoek.value;
  const wie = listWords([...inspecties, ...partners].map(({ naam }) => withArticle(naam)));
  return [
    ['Wie wij zijn.', `Wij doen dit onderzoek voor ${wie}. Wij zijn geen hulpverleners en beslissen niet over hulp of geld.`],
    [
      'Waarom wij dit vragen.',
      `Het onderzoek gaat over: ${sentence(onderwerp)} Wij willen weten hoe het in de praktijk gaat, van wie het zelf meemaakt.`,
    ],
    [
      'Wat er met uw woorden gebeurt.',
      'Wij schrijven op wat u zegt, zonder uw naam. Het team legt het naast wat anderen zeggen, en trekt dan pas een conclusie. Letterlijk aanhalen doen wij alleen als u dat goedvindt.',
    ],
    [
      'Het is vrijwillig.',
      'U hoeft niet op elke vraag te antwoorden en u mag op elk moment stoppen. Dat heeft geen gevolgen voor u.',
    ],
    [
      'U ziet het verslag.',
      'Wij leggen het verslag van dit gesprek aan u voor. U mag zeggen wat niet klopt en wat eruit moet. Letterlijk aanhalen doen wij alleen als u dat goed vindt.',
    ],
    [
      'Eén uitzondering.',
      'Horen wij dat iemand nu gevaar loopt, dan kunnen wij dat niet voor ons houden. Wij zeggen het u als wij iets moeten melden.',
    ],
  ];
}

/** Names that are said with an article: “de Nederlandse Arbeidsinspectie”, “de Inspectie van het Onderwijs”, “de Wmo-toezichthouder”. */
const WITH_ARTICLE = /^(?:nederlandse|\S*inspectie|\S*autoriteit|\S*toezichthouder)(?=\s|$)/i;

/** A name as it stands in a sentence; one that begins with its article, or that nothing is known of, stays as it is. */
function withArticle(naam: string): string {
  return WITH_ARTICLE.test(naam) ? `de ${naam}` : naam;
}

/** How a form is filled in; `isGesprek`: somebody is spoken with. */
export function howTo(isGesprek: boolean): string[] {
  return [
    'Maak voor elk exemplaar een kopie van dit bestand, en vul eerst de tabel hieronder in. Elk exemplaar krijgt een eigen nummer.',
    `Schrijf onder elke vraag in het witte vak ${isGesprek ? 'wat er is gezegd' : 'wat u las of zag'}: per uitspraak, passage of gebeurtenis een eigen alinea. Het vak groeit mee.`,
    'Past iets bij geen enkele vraag, schrijf het dan in het laatste vak. Wat buiten de vakken staat, wordt niet ingelezen.',
    'Geen namen, geboortedata, adressen of burgerservicenummers. Gebruik de casuscode.',
  ];
}
