import { Command, type CommanderError } from 'commander';
import { declareBevindingen } from './bevindingen.ts';
import { declareCheck } from './check.ts';
import { declareKader } from './kader.ts';
import { declareOordeel } from './oordeel.ts';
import { declareReport } from './report.ts';
import { declareWaarnemingen } from './waarnemingen.ts';

declare const TSD_VERSION: string;

/** The version of this build. */
export const version = typeof TSD_VERSION === 'string' ? TSD_VERSION : '0.0.0';

/** The whole command tree. Each noun declares its commands; what a command needs is imported when it runs. */
export function createProgram(): Command {
  const program = new Command('tsd')
    .description('Van toezichtkader tot rapport: samenwerkend toezicht in het sociaal domein, vanuit bestanden.')
    .version(version, '--version', 'toon de versie')
    .helpOption('-h, --help', 'toon deze hulp')
    .helpCommand('help [opdracht]', 'toon hulp bij een opdracht')
    .showSuggestionAfterError(false)
    .configureHelp({ showGlobalOptions: false })
    .exitOverride(asWrongUse);
  for (const declare of [declareKader, declareWaarnemingen, declareBevindingen, declareOordeel, declareCheck, declareReport]) declare(program);
  translate(program);
  return program;
}

function asWrongUse(cause: CommanderError): never {
  process.exit(cause.exitCode === 0 ? 0 : 2);
}

/** Dutch for what commander says itself. */
function translate(command: Command): void {
  command.configureOutput({ outputError: (text, write) => write(dutch(text)) });
  command.configureHelp({ styleTitle: (title) => TITLES[title] ?? title });
  command.helpOption('-h, --help', 'toon deze hulp');
  command.exitOverride(asWrongUse);
  for (const sub of command.commands) translate(sub);
}

const TITLES: Record<string, string> = {
  'Usage:': 'Gebruik:',
  'Options:': 'Opties:',
  'Commands:': 'Opdrachten:',
  'Arguments:': 'Argumenten:',
};

const DUTCH: [RegExp, string][] = [
  [/^error: unknown option '(.*)'/, "fout: de optie '$1' bestaat niet"],
  [/^error: unknown command '(.*)'/, "fout: de opdracht '$1' bestaat niet"],
  [/^error: missing required argument '(.*)'/, "fout: '$1' ontbreekt"],
  [/^error: required option '(.*)' not specified/, "fout: de optie '$1' is verplicht"],
  [/^error: option '(.*)' argument missing/, "fout: bij de optie '$1' hoort een waarde"],
  [
    /^error: too many arguments for '(.*)'\. Expected (\d+) arguments? but got (\d+)\./,
    "fout: te veel argumenten voor '$1': $3, er horen er hoogstens $2",
  ],
  [
    /^error: (?:option|command-argument value) '(.*)' (?:argument )?'?(.*?)'? is invalid\. (.*)/,
    "fout: '$2' kan niet bij '$1'. $3",
  ],
  [/Allowed choices are (.*)\./, 'Kies uit: $1.'],
];

function dutch(text: string): string {
  return DUTCH.reduce((line, [pattern, replacement]) => line.replace(pattern, replacement), text);
}
