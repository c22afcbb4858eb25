import type { Command } from 'commander';
import { describe, expect, test } from 'vitest';
import { createProgram } from '../../src/cli/program.ts';

/** What does something itself: the last of a row, and what has arguments of its own. */
function leaves(command: Command): Command[] {
  const below = command.commands.flatMap(leaves);
  return below.length === 0 || command.registeredArguments.length > 0 ? [command, ...below] : below;
}

function nameOf(command: Command): string {
  return command.parent ? `${nameOf(command.parent)} ${command.name()}` : command.name();
}

function helpOf(command: Command): string {
  const parts: string[] = [];
  command.configureOutput({ writeOut: (part) => void parts.push(part) }).outputHelp();
  return parts.join('');
}

describe('de hulp', () => {
  const commands = leaves(createProgram()).map((command) => [nameOf(command), command] as const);

  test.each(commands)('van %s heeft een voorbeeld, en zegt alles in het Nederlands', (name, command) => {
    const help = helpOf(command);
    expect(help).toMatch(/\nVoorbeeld(en)?:\n {2}tsd /);
    expect(help).toContain(`\n  ${name}`);
    expect(help).not.toMatch(/default|Usage|Options|Arguments/);
  });

  test.each(commands)('van %s zegt overal hetzelfde over het onderzoek', (_, command) => {
    const argument = command.registeredArguments.find((item) => item.name() === 'onderzoek');
    if (argument) expect(argument.description).toBe('map van het onderzoek, of zijn id onder onderzoeken/');
  });

  test('noemt wat standaard is zonder haken', () => {
    const report = commands.find(([name]) => name === 'tsd report');
    expect(report && helpOf(report[1])).toMatch(/\(standaard:\s+docx,pdf\)/);
  });
});
