import { Command, type CommanderError } from 'commander';
import { declareBevindingen } from './bevindingen.ts';
import { declareCheck } from './check.ts';
import { speakDutch } from './dutch.ts';
import { declareGrafiek } from './grafiek.ts';
import { declareInit } from './init.ts';
import { declareKader } from './kader.ts';
import { declareOnderzoek } from './onderzoek.ts';
import { declareOordeel } from './oordeel.ts';
import { declarePrivacy } from './privacy.ts';
import { declarePublicatie } from './publicatie.ts';
import { declareReport } from './report.ts';
import { declareTaal } from './taal.ts';
import { declareTemplate } from './template.ts';
import { declareVerslag } from './verslag.ts';
import { declareWaarnemingen } from './waarnemingen.ts';
import { declareWerkdossier } from './werkdossier.ts';

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
    .configureHelp({ showGlobalOptions: false })
    .exitOverride(asWrongUse);
  for (const declare of [
    declareInit,
    declareOnderzoek,
    declareKader,
    declareWaarnemingen,
    declareVerslag,
    declareWerkdossier,
    declareBevindingen,
    declareOordeel,
    declareCheck,
    declarePrivacy,
    declareTaal,
    declareReport,
    declareTemplate,
    declareGrafiek,
    declarePublicatie,
  ])
    declare(program);
  speakDutch(program, asWrongUse);
  return program;
}

function asWrongUse(cause: CommanderError): never {
  process.exit(cause.exitCode === 0 ? 0 : 2);
}
