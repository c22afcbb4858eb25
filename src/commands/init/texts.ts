/** The hook of git that looks for personal data before each commit. */
export const HOOK = '.githooks/pre-commit';

const PAKKET = '@toezicht-sociaal-domein/tsd';

/** The texts of a fresh kader repository, by path. It depends on the version of `tsd` that made it. */
export function initTexts(naam: string, version: string): Record<string, string> {
  return {
    'README.md': readme(naam, version),
    'package.json': `${JSON.stringify({ private: true, dependencies: { [PAKKET]: version } }, null, 2)}\n`,
    '.gitignore': GITIGNORE,
    '.gitattributes': GITATTRIBUTES,
    [HOOK]: PRE_COMMIT,
    '.vscode/settings.json': SETTINGS,
    '.vscode/extensions.json': EXTENSIONS,
    'onderzoeken/README.md': ONDERZOEKEN,
  };
}

function readme(naam: string, version: string): string {
  return `# ${naam}

Toezichtkaders en onderzoeken als bestanden, voor gebruik met \`tsd\`.

## Installeren

Deze map heeft haar eigen \`tsd\` nodig; \`package.json\` noemt de versie van ${PAKKET}. U krijgt \`tsd\` als bestand
(gemaakt met \`npm pack\` in een kopie van de broncode). Met Node.js 20.19 of nieuwer, in deze map, met het pad naar dat bestand:

\`\`\`sh
npm install ../toezicht-sociaal-domein-tsd-${version}.tgz
npx --no-install tsd --version
\`\`\`

Schrijf altijd \`npx --no-install tsd\`. Er bestaat op npm een ander programma dat ook \`tsd\` heet; zonder \`--no-install\` zou npx
dat kunnen ophalen. In meldingen en uitleg staat kortweg \`tsd\`.

Wilt u de geschiedenis bewaren, begin dan met \`git init\` en \`git add .\`. Nodig is git niet. Wat anderen aanleveren, hoort niet in git:
zet het in \`werkdossier/aangeleverd/\` van het onderzoek.

## Wat ligt waar

| pad | wat |
| --- | --- |
| \`tsd.yaml\` | instellingen van deze opslagplaats |
| \`package.json\` | de versie van \`tsd\` die hierbij hoort |
| \`framework/volwassenen/\` | het toezichtkader voor volwassenen: thema's, criteria, indicatoren, modules, begrippen |
| \`framework/visie-integraal-toezicht/\` | een kader om op het eigen toezicht te reflecteren |
| \`framework/kenmerken.yaml\` | de vaste lijsten waarop u kunt kiezen, zoals doelgroepen |
| \`framework/registers/\` | gemeentecodes en herindelingen |
| \`framework/schema/\` | de beschrijving van elk bestandsformaat; hiermee helpt uw editor bij het invullen |
| \`.githooks/pre-commit\` | zoekt voor elke commit naar persoonsgegevens, als u dat aanzet |
| \`onderzoeken/\` | uw onderzoeken, elk in een eigen map |

Eigen sjablonen voor rapporten zet u in \`templates/<naam>/\`. Zonder die map gebruikt \`tsd\` zijn eigen sjablonen.

## Eerste stappen

Voer deze opdrachten uit in deze map.

\`\`\`sh
npx --no-install tsd kader list                      # welke kaders en modules er zijn
npx --no-install tsd kader show volwassenen/toegang  # een criterium lezen
npx --no-install tsd kader validate                  # controleren of de kaders kloppen

npx --no-install tsd onderzoek new onderzoeken/mijn-onderzoek    # een onderzoek beginnen; stelt vragen
npx --no-install tsd kader select mijn-onderzoek --format xlsx --out keuzelijst.xlsx
npx --no-install tsd kader select mijn-onderzoek --from keuzelijst.xlsx
npx --no-install tsd kader concretise mijn-onderzoek --format xlsx --out matrix.xlsx
npx --no-install tsd kader concretise mijn-onderzoek --from matrix.xlsx
npx --no-install tsd kader concretise mijn-onderzoek --vaststellen
npx --no-install tsd onderzoek status mijn-onderzoek # waar het staat, en wat de volgende stap is
\`\`\`

\`npx --no-install tsd --help\` toont alle opdrachten; achter elke opdracht kan \`--help\`.

## Het kader wijzigen

Wijzig een bestand in \`framework/\`, draai \`npx --no-install tsd kader validate\` en leg de wijziging voor aan uw collega's, bijvoorbeeld met een
pull request. Verhoog de versie in \`kader.yaml\` en schrijf in \`CHANGELOG.md\` wat er is gewijzigd. Onderzoeken die al lopen,
houden de versie die zij hebben vastgelegd.

## Wat niet in git hoort

Wat respondenten zeiden, staat in \`werkdossier/\` van een onderzoek. Git slaat die map over. Zet ook wat anderen aanleveren, zoals een
ingevuld formulier of een tabel, meteen daarin: in \`onderzoeken/mijn-onderzoek/werkdossier/aangeleverd/\`. \`git add .\` neemt elk bestand
mee dat ergens anders in deze map ligt. Bewaar haar op een plek met de
beveiliging die daarbij past, en vernietig haar als de bewaartermijn voorbij is (\`tsd werkdossier destroy\`).

In \`.githooks/pre-commit\` staat een controle klaar die voor elke commit naar persoonsgegevens zoekt in wat u vastlegt, en de
commit tegenhoudt als er een fout is. Ieder zet haar zelf aan, eenmaal in zijn eigen kopie:

\`\`\`sh
git config core.hooksPath .githooks
\`\`\`

Zegt git op Linux of macOS dat zij niet uitvoerbaar is: \`git add --chmod=+x .githooks/pre-commit\` en \`chmod +x .githooks/pre-commit\`.
Zelf zoeken kan met \`npx --no-install tsd privacy scan\`.
`;
}

const PRE_COMMIT = `#!/bin/sh
# Zoekt naar persoonsgegevens in wat klaarstaat, en houdt de commit tegen als er een fout is.
# Aanzetten: git config core.hooksPath .githooks
exec npx --no-install tsd privacy scan --staged
`;

const GITIGNORE = `# Wat respondenten zeiden, blijft buiten git.
werkdossier/
# Wat npm install ophaalt.
node_modules/
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
npx --no-install tsd onderzoek new onderzoeken/mijn-onderzoek
\`\`\`

Daarna is de naam genoeg: \`npx --no-install tsd onderzoek status mijn-onderzoek\`. Een onderzoek mag ook ergens anders liggen, in een eigen
opslagplaats of zonder git; geef dan de map.
`;
