/** Words before which, or with which, no name begins although they have a capital: they begin a sentence, or name something else. */
const NO_NAMES = new Set(
  `ik hij zij ze wij we jij je u het de een dat dit die deze daar er hier wat wie waar wanneer hoe waarom als toen dan nu na
  in op om aan met voor van uit bij door over onder naar tot sinds tijdens volgens maar en of want dus ook niet geen wel nog al
  is was heeft had kan kon wil wilde moet moest mag mocht zal zou wordt werd blijft vindt zegt zei vertelt geeft gaf krijgt
  kreeg gaat ging komt kwam weet wist ziet zag doet deed vraagt vroeg belt belde woont woonde ja nee mijn zijn haar hun ons
  uw onze mevrouw meneer mijnheer dhr mw mevr heer dames heren cliënt client cliënte jongere ouder ouders moeder vader kind
  consulent wethouder burgemeester voorzitter secretaris directeur manager minister staatssecretaris inspecteur griffier
  raadslid professor dokter arts huisarts psychiater psycholoog rechter officier advocaat notaris voogd mentor bewindvoerder
  curator begeleider coach regisseur procesregisseur gezinsvoogd jeugdbeschermer jeugdconsulent klantmanager casemanager
  gedragswetenschapper orthopedagoog leerkracht docent leraar wijkagent wijkverpleegkundige verpleegkundige vertrouwenspersoon
  gemeente provincie regio rijk ministerie inspectie stichting vereniging coöperatie bureau instelling organisatie afdeling
  team teams sociaal sociale centrum jeugd zorg hulp werk inkomen wonen welzijn onderwijs veiligheid veilig thuis leger raad
  kamer dienst loket huis kantoor school college politie justitie reclassering halt slachtofferhulp humanitas cosis lentis
  wmo wlz zvw avg awb bsn pgb zin uwv ggd ggz msg svb cjg cjib duo iq mbo hbo vmbo havo vwo ivo corv dossier bijlage
  januari februari maart april mei juni juli augustus september oktober november december maandag dinsdag woensdag donderdag
  vrijdag zaterdag zondag kerst pasen pinksteren ramadan corona covid alzheimer parkinson korsakov asperger down autisme adhd
  pdd dementie ptss lvb facebook whatsapp teams zoom google excel word outlook digid mijnoverheid mijn-overheid
  nederland belgië duitsland turkije marokko syrië suriname polen europa eritrea oekraïne god allah islam christen moslim
  nederlands engels duits frans spaans turks arabisch pools russisch berbers papiaments somalisch tigrinya dari farsi fries
  albanees bulgaars roemeens oekraïens perzisch koerdisch portugees italiaans chinees hindi urdu pashto
  roma sinti wsw wia wajong aow ww anw zw casus situatie bron gesprek respondent gebied norm criterium indicator thema`
    .split(/\s+/)
    .filter(Boolean),
);

/** Endings that make a word with a capital the name of an institution, a law or a function. */
const INSTITUTION =
  /(?:teams?|diensten|dienst|loket(?:ten)?|raad|bureau|centrum|zorg|hulp|wet|instelling|stichting|corporatie|organisatie|gemeente|politie|school|kamer|consulent|coach|medewerker|begeleider|regisseur|manager|voorzitter|functionaris|inspectie|opvang|verlening|bescherming|plan|overleg|verpleegkundige|werker)$/;
/** Nederlandse, Turkse, Syrische: where somebody comes from. */
const ORIGIN =
  /^(?:nederland|neder|belgi|duit|turk|marok|syri|pool|russi|eritre|somal|surinaam|antilli|curaçao|oekraïe|oekraïen|afghaan|irak|iraan|koerd|chine|indi|indone|molu[kc]|roemeen|bulgaar|portuge|spaan|itali|frans|engel|amerikaan|afrikaan|europe|hindoesta|joods|islamiti|katholi|protestant|christeli|fries|limburg|amsterdam|rotterdam)\p{L}*s(?:e|ch|che)?$/u;

/** Whether a word with a capital is no name of a person: a word at the start of a sentence, an institution, a language. */
export function isNoName(word: string): boolean {
  const lower = word.toLowerCase();
  return (
    NO_NAMES.has(lower) ||
    INSTITUTION.test(lower) ||
    ORIGIN.test(lower) ||
    /^(?:wmo|wlz|ggz|jgz|ggd|pgb|jeugd|mantel|thuis)-?/.test(lower)
  );
}
