import type { Command, CommanderError } from 'commander';

/** Makes a command and everything below it say in Dutch what commander says itself. */
export function speakDutch(command: Command, onExit: (cause: CommanderError) => never): void {
  command
    .configureOutput({ outputError: (text, write) => write(dutch(text) + usageAfter(text, command)) })
    .configureHelp({
      styleTitle: (title) => TITLES[title] ?? title,
      styleUsage: dutch,
      styleSubcommandTerm: dutch,
      styleOptionDescription: dutch,
      styleDescriptionText: dutch,
    })
    .helpOption('-h, --help', 'toon deze hulp')
    .exitOverride(onExit);
  if (command.commands.length > 0) command.helpCommand('help [opdracht]', 'toon hulp bij een opdracht');
  for (const sub of command.commands) speakDutch(sub, onExit);
}

/** What is missing is seen best in how the command is used. */
function usageAfter(text: string, command: Command): string {
  if (!/^error: (?:missing|required|too many)/.test(text)) return '';
  const help = command.createHelp();
  const names = help.commandUsage(command);
  return `Gebruik: ${dutch(names)}\nZie ${names.replace(/ [[<].*$/, '')} --help\n`;
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
  [/^error: command-argument value '(.*)' is invalid for argument '(.*)'\. (.*)/, "fout: '$1' kan niet bij '$2'. $3"],
  [/Allowed choices are (.*)\./, 'Kies uit: $1.'],
  [/\(Did you mean (?:one of )?(.*)\?\)/, 'Bedoelt u $1?'],
  [/\[options\]/, '[opties]'],
  [/\[command\]/, '[opdracht]'],
];

function dutch(text: string): string {
  const translated = DUTCH.reduce((line, [pattern, replacement]) => line.replace(pattern, replacement), text);
  return translated.replace(/\(default: (.*)\)/, (_, value: string) => `(standaard: ${value.replace(/[[\]"]/g, '')})`);
}
