import { Chalk, type ChalkInstance } from 'chalk';
import type { Cell, Diagnostic, Position, Related, Severity } from './diagnostic.ts';
import type { DiagnosticFormat } from './forms.ts';
import { type DiagnosticGroup, forReading } from './group.ts';

const WORDS: Record<Severity, string> = { error: 'fout', warning: 'waarschuwing', info: 'melding' };

/**
 * Diagnostics in one of the forms; positions must have been resolved before. Ends in a newline unless it is empty. Every form
 * has all of them, except text, which is made to be read.
 */
export function formatDiagnostics(diagnostics: readonly Diagnostic[], format: DiagnosticFormat, colour = false): string {
  if (format === 'json') return `${JSON.stringify(diagnostics, null, 2)}\n`;
  if (format === 'sarif') return `${JSON.stringify(toSarif(diagnostics), null, 2)}\n`;
  const lines = format === 'github' ? diagnostics.map(githubLine) : textLines(diagnostics, colour);
  return lines.map((line) => `${line}\n`).join('');
}

/** “2 fouten en 1 waarschuwing”, or an empty text when there are none. */
export function countWords(diagnostics: readonly Diagnostic[]): string {
  const errors = diagnostics.filter((d) => d.severity === 'error').length;
  const warnings = diagnostics.filter((d) => d.severity === 'warning').length;
  const parts = [
    errors === 1 ? '1 fout' : errors > 1 ? `${errors} fouten` : '',
    warnings === 1 ? '1 waarschuwing' : warnings > 1 ? `${warnings} waarschuwingen` : '',
  ];
  return parts.filter(Boolean).join(' en ');
}

function textLines(diagnostics: readonly Diagnostic[], colour: boolean): string[] {
  const chalk = new Chalk({ level: colour ? 1 : 0 });
  return forReading(diagnostics.map(printable)).map((item) => ('shown' in item ? groupText(item, chalk) : textOf(item, chalk)));
}

// What a terminal obeys instead of showing it, and what turns the direction of the text around it.
const UNSEEN = /[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/g;
/** In characters; more says nothing more. */
const LONGEST = 2000;

/** A diagnostic as it can be shown on a screen, whatever the file held that it quotes. */
function printable(diagnostic: Diagnostic): Diagnostic {
  return JSON.parse(JSON.stringify(diagnostic), (_, value) => (typeof value === 'string' ? shownText(value) : value));
}

function shownText(text: string): string {
  const whole = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
  return whole.replace(UNSEEN, (char) => `[U+${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}]`);
}

function textOf(diagnostic: Diagnostic, chalk: ChalkInstance): string {
  const place = placeOf(diagnostic);
  const head = [place && chalk.bold(place), kindText(diagnostic, chalk), diagnostic.message];
  return [head.filter(Boolean).join('  '), ...(diagnostic.related ?? []).map(innerLine), ...helpLines(diagnostic, chalk)].join(
    '\n',
  );
}

function groupText(group: DiagnosticGroup, chalk: ChalkInstance): string {
  const head = `${kindText(group, chalk)}  ${group.shown.length + group.others} keer:`;
  const rest = `    en nog ${group.others}; met --json of --format json ziet u ze alle`;
  return [head, ...group.shown.map(innerLine), rest, ...helpLines(group, chalk)].join('\n');
}

function kindText({ severity, code }: Pick<Diagnostic, 'severity' | 'code'>, chalk: ChalkInstance): string {
  const paint = { error: chalk.red, warning: chalk.yellow, info: chalk.cyan }[severity];
  return `${paint(WORDS[severity])}  ${chalk.dim(code)}`;
}

function innerLine(item: Related): string {
  return `    ${[placeOf(item), item.message].filter(Boolean).join('  ')}`;
}

function helpLines({ help }: { help?: string | undefined }, chalk: ChalkInstance): string[] {
  return help ? [`    ${chalk.dim('→')} ${help}`] : [];
}

/** Where a diagnostic is, for a person: `file:line:column`, or the sheet, row and column of a table. */
export function placeOf({ file, position, cell }: Pick<Related, 'file' | 'position' | 'cell'>): string {
  if (cell) return [file, cellText(cell)].filter(Boolean).join(' › ');
  return [file, ...(position ? [position.line, position.column] : [])].filter((part) => part !== undefined).join(':');
}

function cellText(cell: Cell): string {
  const column = cell.column ? `, kolom ${cell.column}` : '';
  const header = cell.header ? ` (${cell.header})` : '';
  return [cell.sheet, `${cell.unit ?? 'rij'} ${cell.row}${column}${header}`].filter(Boolean).join(' › ');
}

/** A workflow command as GitHub Actions reads it from the log. */
function githubLine(diagnostic: Diagnostic): string {
  const level = { error: 'error', warning: 'warning', info: 'notice' }[diagnostic.severity];
  const { file, position, cell, code } = diagnostic;
  const properties = { file, line: position?.line ?? cell?.row, col: position?.column, title: code };
  const encode = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  const pairs = Object.entries(properties).filter(([, value]) => value !== undefined);
  const list = pairs.map(([key, value]) => `${key}=${encode(String(value)).replaceAll(':', '%3A').replaceAll(',', '%2C')}`);
  return `::${level} ${list.join(',')}::${encode([diagnostic.message, diagnostic.help].filter(Boolean).join(' — '))}`;
}

/** SARIF 2.1.0, one run. */
function toSarif(diagnostics: readonly Diagnostic[]): unknown {
  const rules = [...new Set(diagnostics.map((d) => d.code))].sort();
  const results = diagnostics.map((d) => ({
    ruleId: d.code,
    level: { error: 'error', warning: 'warning', info: 'note' }[d.severity],
    message: { text: [d.message, d.help].filter(Boolean).join(' — ') },
    ...(d.file ? { locations: [sarifLocation(d.file, d.position ?? (d.cell && { line: d.cell.row, column: 1 }))] } : {}),
  }));
  const driver = { name: 'tsd', informationUri: 'https://www.toezichtsociaaldomein.nl', rules: rules.map((id) => ({ id })) };
  return { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [{ tool: { driver }, results }] };
}

function sarifLocation(file: string, position: Position | undefined): unknown {
  const region = position ? { region: { startLine: position.line, startColumn: position.column } } : {};
  return { physicalLocation: { artifactLocation: { uri: file.replaceAll('\\', '/') }, ...region } };
}
