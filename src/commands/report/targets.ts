import { stop } from '../../diagnostics/stop.ts';
import type { Dossier } from '../../onderzoek/dossier.ts';
import { OVERKOEPELEND } from '../../oordeel/chain-model.ts';
import { askedTypes } from '../../rapport/model/leidraad.ts';
import { DOCUMENTEN, type Documentsoort, NIVEAUS, type Niveau } from '../../rapport/model/options.ts';
import type { Template } from '../../rapport/template.ts';
import type { Gebied } from '../../schema/generated/types.ts';
import { chooseGebieden } from '../choose-gebieden.ts';
import { type FoundTemplate, findTemplate, loadTemplate } from './read-template.ts';

/** Which documents are asked for. */
export interface TargetOptions {
  niveau?: Niveau;
  /** Ids of gebieden; all when empty. */
  gebied: readonly string[];
  /** The names or folders of templates; the reports themselves when empty. */
  templates: readonly string[];
}

/** A template that is asked for, with the kind of document that it makes and on what. */
export interface Chosen {
  found: FoundTemplate;
  soort: Documentsoort;
  niveaus: readonly Niveau[];
}

/** One document to be made. */
export interface Target {
  soort: Documentsoort;
  niveau: Niveau;
  /** Absent in a document on all gebieden together. */
  gebied?: Gebied;
  /** Of a kind that has several documents on all gebieden together: the id of what this one is on. */
  deel?: string;
  /** The folder of the document within the folder of reports. */
  map: string;
  /** The name of its template, and of its files without the format. */
  sjabloon: string;
  bestand: string;
  template: Template;
}

/** The templates that are asked for; the reports themselves when none is named. Stops at wrong use. */
export function chooseTemplates(folder: string, options: TargetOptions): Chosen[] {
  const { niveau, gebied, templates } = options;
  const chosen =
    templates.length > 0
      ? [...new Set(templates)].map((name) => chosenOf(findTemplate(name, folder), options))
      : reportsAsked(options).map((name): Chosen => ({ found: findTemplate(name, folder), soort: name, niveaus: [name] }));
  const local = niveau !== OVERKOEPELEND && chosen.some(({ niveaus }) => niveaus.includes('lokaal'));
  if (gebied.length === 0 || local) return chosen;
  const what = chosen.every(({ soort }) => soort === OVERKOEPELEND) ? 'een overkoepelend rapport' : 'dit document';
  throw stop('rapport/gebied', `${what} gaat over alle gebieden samen`, { help: 'laat --gebied weg' });
}

function reportsAsked({ niveau, gebied }: TargetOptions): readonly Niveau[] {
  if (niveau) return [niveau];
  return gebied.length > 0 ? ['lokaal'] : NIVEAUS;
}

function chosenOf(found: FoundTemplate, { niveau, gebied }: TargetOptions): Chosen {
  const local = gebied.length > 0 ? 'lokaal' : undefined;
  const soort = found.soort ?? niveau ?? local;
  if (!soort)
    throw stop('sjabloon/niveau', `voor welk rapport het sjabloon '${found.naam}' is, staat er niet bij`, {
      help: 'geef --niveau lokaal of --niveau overkoepelend',
    });
  const { niveaus }: { niveaus: readonly Niveau[] } = DOCUMENTEN[soort];
  if (isReport(soort) && niveau && niveau !== soort) {
    const message = `het sjabloon '${found.naam}' is voor een ${soort} rapport, en niet voor een ${niveau} rapport`;
    throw stop('sjabloon/niveau', message, { help: 'laat --niveau weg, of kies een ander sjabloon' });
  }
  const asked = niveau ?? local;
  return { found, soort, niveaus: asked && niveaus.includes(asked) ? [asked] : niveaus };
}

function isReport(soort: Documentsoort): soort is Niveau {
  return NIVEAUS.some((niveau) => niveau === soort);
}

/** The documents that these templates make: of the local kind one for each gebied. */
export async function targetsOf(dossier: Dossier, chosen: readonly Chosen[], gebied: readonly string[]): Promise<Target[]> {
  const ids = chooseGebieden(dossier, gebied);
  const gebieden = dossier.onderzoek.value.gebieden.filter(({ id }) => ids.includes(id));
  const targets: Target[] = [];
  for (const { found, soort, niveaus } of chosen) {
    for (const niveau of niveaus) {
      const shared = {
        soort,
        niveau,
        sjabloon: found.naam,
        bestand: found.naam,
        template: await loadTemplate(found, soort, reportOf(soort, niveau, dossier)),
      };
      if (niveau === OVERKOEPELEND) targets.push(...wholeTargets({ ...shared, map: OVERKOEPELEND }, dossier));
      else targets.push(...gebieden.map((area) => ({ ...shared, gebied: area, map: area.id })));
    }
  }
  return targets;
}

/** A concept prints the report as it will be: with the template of that report, also when that is one's own. */
function reportOf(soort: Documentsoort, niveau: Niveau, { folder }: Dossier): FoundTemplate | undefined {
  return soort === 'concept' ? findTemplate(niveau, folder) : undefined;
}

/** The documents on all gebieden together: one, or one for each respondenttype or kader. */
function wholeTargets(target: Target, dossier: Dossier): Target[] {
  const { soort, bestand } = target;
  if (soort !== 'gespreksleidraad' && soort !== 'kader') return [target];
  const ids = (soort === 'kader' ? dossier.kaders : askedTypes(dossier)).map(({ id }) => id);
  return ids.map((deel) => ({ ...target, deel, bestand: `${bestand}-${deel}` }));
}

const LEFT_OUT: Readonly<Record<Niveau, string>> = {
  lokaal: 'is voor lokale rapporten; het overkoepelende rapport is dus niet gemaakt',
  overkoepelend: 'is voor het overkoepelende rapport; de lokale rapporten zijn dus niet gemaakt',
};

/** Which kind of report a template of one's own leaves out, when nobody asked for one kind. */
export function leftOutWords([first, second]: readonly Chosen[], { templates, niveau, gebied }: TargetOptions): string[] {
  const asked = templates.length === 0 || niveau !== undefined || gebied.length > 0;
  if (asked || !first || second || !isReport(first.soort)) return [];
  return [`het sjabloon '${first.found.naam}' ${LEFT_OUT[first.soort]}`];
}
