/** The texts of a fresh kader repository, by path. */
export function initTexts(naam: string): Record<string, string> {
  return {
    'README.md': readme(naam),
    '.gitignore': GITIGNORE,
    '.gitattributes': GITATTRIBUTES,
    '.vscode/settings.json': SETTINGS,
    '.vscode/extensions.json': EXTENSIONS,
    'onderzoeken/README.md': ONDERZOEKEN,
  };
}

function readme(naam: string): string {
  return `# ${naam}

Toezichtkaders en onderzoeken als bestanden, voor gebruik met \`tsd\`.

## Wat ligt waar

| pad | wat |
| --- | --- |
| \`tsd.yaml\` | instellingen van deze opslagplaats |
| \`framework/volwassenen/\` | het toezichtkader voor volwassenen: thema's, criteria, indicatoren, modules, begrippen |
| \`framework/visie-integraal-toezicht/\` | een kader om op het eigen toezicht te reflecteren |
| \`framework/kenmerken.yaml\` | de vaste lijsten waarop u kunt kiezen, zoals doelgroepen |
| \`framework/registers/\` | gemeentecodes en herindelingen |
| \`framework/schema/\` | de beschrijving van elk bestandsformaat; hiermee helpt uw editor bij het invullen |
| \`onderzoeken/\` | uw onderzoeken, elk in een eigen map |

Eigen sjablonen voor rapporten zet u in \`templates/<naam>/\`. Zonder die map gebruikt \`tsd\` zijn eigen sjablonen.

## Eerste stappen

Voer deze opdrachten uit in deze map.

\`\`\`sh
tsd kader list                                   # welke kaders en modules er zijn
tsd kader show volwassenen/toegang               # een criterium lezen
tsd kader validate                               # controleren of de kaders kloppen

tsd onderzoek new onderzoeken/mijn-onderzoek     # een onderzoek beginnen; stelt vragen
tsd kader select mijn-onderzoek --format xlsx --out keuzelijst.xlsx
tsd kader select mijn-onderzoek --from keuzelijst.xlsx
tsd kader concretise mijn-onderzoek --format xlsx --out matrix.xlsx
tsd kader concretise mijn-onderzoek --from matrix.xlsx
tsd onderzoek status mijn-onderzoek              # waar het staat, en wat de volgende stap is
\`\`\`

\`tsd --help\` toont alle opdrachten; achter elke opdracht kan \`--help\`.

## Het kader wijzigen

Wijzig een bestand in \`framework/\`, draai \`tsd kader validate\` en leg de wijziging voor aan uw collega's, bijvoorbeeld met een
pull request. Verhoog de versie in \`kader.yaml\` en schrijf in \`CHANGELOG.md\` wat er is gewijzigd. Onderzoeken die al lopen,
houden de versie die zij hebben vastgelegd.

## Wat niet in git hoort

Wat respondenten zeiden, staat in \`werkdossier/\` van een onderzoek. Git slaat die map over. Bewaar haar op een plek met de
beveiliging die daarbij past, en vernietig haar als de bewaartermijn voorbij is.
`;
}

const GITIGNORE = `# Wat respondenten zeiden, blijft buiten git.
werkdossier/
# Werk van tsd dat nog niet af is, en sloten van Word en Excel.
.tsd/
~$*
`;

const GITATTRIBUTES = `* text=auto eol=lf
*.xlsx binary
*.docx binary
*.pdf binary
*.png binary
`;

const SETTINGS = `${JSON.stringify({ 'editor.wordWrap': 'on', 'files.eol': '\n', 'files.insertFinalNewline': true, '[yaml]': { 'editor.tabSize': 2 } }, null, 2)}\n`;

const EXTENSIONS = `${JSON.stringify({ recommendations: ['redhat.vscode-yaml'] }, null, 2)}\n`;

const ONDERZOEKEN = `# Onderzoeken

Elk onderzoek heeft hier een eigen map. Begin er een met:

\`\`\`sh
tsd onderzoek new onderzoeken/mijn-onderzoek
\`\`\`

Daarna is de naam genoeg: \`tsd onderzoek status mijn-onderzoek\`. Een onderzoek mag ook ergens anders liggen, in een eigen
opslagplaats of zonder git; geef dan de map.
`;
