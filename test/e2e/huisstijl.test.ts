import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { png, svg } from '../huisstijl/logos.ts';
import { copyKlein } from '../oordeel/klein.ts';
import { tsd } from './tsd.ts';

const HUISSTIJL = `kleuren:
  accent: "#7A1F5C"
  omslag: "#ffd23f"
lettertype:
  naam: Georgia
logo:
  bestand: logo.svg
  alt: Inspectie Voorbeeld
pagina:
  formaat: A5
kopregel: "Inspectie · {titel}"
voetregel: "{kenmerk} · versie van {datum}"
termen:
  wijk: { een: kern, meer: kernen }
`;

const folder = copyKlein();
const rapport = (name: string): string => join(folder, 'rapport', name);
const templates = join(folder, 'templates');
mkdirSync(templates);

function make(huisstijl: string, ...more: string[]): ReturnType<typeof tsd> {
  writeFileSync(join(templates, 'huisstijl.yaml'), huisstijl);
  return tsd(['report', '.', '--niveau', 'overkoepelend', '--vervang', ...more], { cwd: folder });
}

describe('templates/huisstijl.yaml', () => {
  test('geldt voor HTML, PDF en Word, met het logo erin en de eigen woorden', () => {
    writeFileSync(join(templates, 'logo.svg'), svg('<path d="M0 0h180v40z" fill="#7a1f5c"/>'));
    const { code, stderr } = make(HUISSTIJL, '--format', 'html,pdf,docx,md');
    expect([code, stderr.match(/ fout /)]).toEqual([0, null]);
    const html = readFileSync(rapport('overkoepelend/overkoepelend.html'), 'utf8');
    expect(html).toContain('--accent: #7a1f5c;');
    expect(html).toContain('font-family: "Georgia", system-ui');
    expect(html).toMatch(/<img class="logo" src="data:image\/svg\+xml;base64,[^"]+" alt="Inspectie Voorbeeld"/);
    expect(html).toContain('<p>versie van ');
    const word = unzipSync(readFileSync(rapport('overkoepelend/overkoepelend.docx')));
    const part = (name: string): string => Buffer.from(word[name] ?? []).toString();
    expect(part('word/styles.xml')).toContain('w:ascii="Georgia"');
    expect(part('word/styles.xml')).toContain('7A1F5C');
    expect(part('word/styles.xml')).not.toContain('0B4A6F');
    expect(part('word/document.xml')).toContain('w:w="8391"');
    expect(part('word/document.xml')).toContain('descr="Inspectie Voorbeeld"');
    // The logo, and the picture of this report.
    expect(Object.keys(word).filter((name) => name.endsWith('.png'))).toHaveLength(2);
    expect(part('word/header1.xml')).toContain('Inspectie · ');
    expect(readFileSync(rapport('overkoepelend/overkoepelend.pdf')).toString('latin1')).toContain('/MediaBox [0 0 419.5');
    expect(readFileSync(rapport('overkoepelend/overkoepelend.md'), 'utf8')).toMatch(/ondertitel: ".* kern(en)?"/);
  });

  test('een PNG als logo komt ook in de PDF', () => {
    writeFileSync(join(templates, 'logo.png'), png(300, 100));
    const { code, stderr } = make('logo: { bestand: logo.png, alt: Inspectie }\n', '--format', 'pdf');
    expect([code, stderr.match(/ fout /)]).toEqual([0, null]);
    expect(readFileSync(rapport('overkoepelend/overkoepelend.pdf')).toString('latin1')).toContain('/Subtype /Image');
  });

  test('wat niet kan, wordt in één keer gemeld, en dan is er niets gemaakt', () => {
    writeFileSync(join(templates, 'kwaad.svg'), svg('<script>x()</script>'));
    const { code, stderr } = make(
      `kleuren:
  accent: "#f0c000"
  donker: { tekst: "#444444" }
lettertype: { naam: X, bestanden: [logo.svg] }
logo: { bestand: kwaad.svg, alt: Inspectie }
kopregel: "{titl}"
`,
      '--format',
      'html',
    );
    expect([code, stderr]).toEqual([
      1,
      `templates/huisstijl.yaml:2:11  fout  huisstijl/contrast  accent #f0c000 heeft op de pagina #ffffff een contrast van 1,71 : 1; nodig is 4,5 : 1
    → de kleur die hier het dichtst bij ligt en wel te lezen is, is "#8b6f00" (4,59 : 1)
templates/huisstijl.yaml:3:20  fout  huisstijl/contrast  tekst (donker) #444444 heeft op de pagina (donker) #14181d een contrast van 1,83 : 1; nodig is 4,5 : 1
    → de kleur die hier het dichtst bij ligt en wel te lezen is, is "#8b8b8b" (4,53 : 1)
templates/huisstijl.yaml:4:36  fout  huisstijl/lettertype  het lettertype 'logo.svg' is geen lettertype dat gelezen kan worden
    → kies een lettertype in TrueType of OpenType (.ttf of .otf)
templates/huisstijl.yaml:5:18  fout  huisstijl/logo  het logo 'kwaad.svg' bevat een script
    → kies een PNG, of een SVG met alleen vormen
templates/huisstijl.yaml:6:11  fout  huisstijl/regel  {titl} bestaat niet in een kopregel; bedoelt u 'titel'?
    → wat er is: {titel}, {datum}, {status}, {kenmerk}
5 fouten
`,
    ]);
  });

  test.each([
    ['kleuren: { accent: #0b4a6f }\n', 'huisstijl.yaml:1'],
    ['kleuren:\n  accent: #0b4a6f\n', 'zet de kleur tussen aanhalingstekens'],
    ['kleuren: { acent: "#0b4a6f" }\n', "bedoelt u 'accent'?"],
    ['logo: { bestand: logo.png }\n', "'alt'"],
    ['logo: { bestand: ../onderzoek.yaml, alt: x }\n', "'../onderzoek.yaml' is niet te gebruiken"],
    ['logo: { bestand: weg.png, alt: x }\n', "'weg.png' is niet te gebruiken: dit bestand bestaat niet"],
    ['lettertype: { naam: "x; } body { display: none" }\n', 'naam'],
  ])('%j zegt wat er mis is', (huisstijl, words) => {
    const { code, stderr } = make(huisstijl, '--format', 'html');
    expect([code, stderr]).toEqual([1, expect.stringContaining(words)]);
  });

  test('--huisstijl kiest een ander bestand', () => {
    writeFileSync(join(folder, 'anders.yaml'), 'kleuren: { accent: "#225522" }\n');
    const { code } = make('kleuren: {}\n', '--format', 'html', '--huisstijl', 'anders.yaml');
    expect(code).toBe(0);
    expect(readFileSync(rapport('overkoepelend/overkoepelend.html'), 'utf8')).toContain('--accent: #225522;');
  });

  test('een figuur op zichzelf heeft de kleuren ook', () => {
    writeFileSync(join(templates, 'huisstijl.yaml'), 'kleuren: { accent: "#225522" }\n');
    const { stdout } = tsd(['grafiek', '.', 'goed-en-beter'], { cwd: folder });
    expect(stdout).toContain('#225522');
    expect(stdout).not.toContain('#0b4a6f');
  });
});
