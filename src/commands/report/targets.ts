import { stop } from '../../diagnostics/stop.ts';
import type { Dossier } from '../../onderzoek/dossier.ts';
import { OVERKOEPELEND } from '../../oordeel/chain-model.ts';
import { NIVEAUS } from '../../rapport/model/options.ts';
import type { Template } from '../../rapport/template.ts';
import type { Gebied } from '../../schema/generated/types.ts';
import type { ContextName } from '../../schema/validate-context.ts';
import { chooseGebieden } from '../choose-gebieden.ts';
import { type FoundTemplate, findTemplate, loadTemplate } from './read-template.ts';

/** Which documents are asked for. */
export interface TargetOptions {
  niveau?: ContextName;
  /** Ids of gebieden; all when empty. */
  gebied: readonly string[];
  /** The name or the folder of a template of one's own. */
  template?: string;
}

/** One document to be made. */
export interface Target {
  /** Absent in an overkoepelend report. */
  gebied?: Gebied;
  niveau: ContextName;
  /** The folder of the document within the folder of reports. */
  map: string;
  sjabloon: string;
  template: Template;
}

/** The documents that are asked for: of the local kind one for each gebied. Stops at wrong use. */
export async function targetsOf(dossier: Dossier, options: TargetOptions): Promise<Target[]> {
  const own = options.template === undefined ? undefined : findTemplate(options.template, dossier.folder);
  const asked = askedNiveau(options, own);
  const ids = chooseGebieden(dossier, options.gebied);
  const targets: Target[] = [];
  for (const niveau of NIVEAUS.filter((name) => !asked || name === asked)) {
    const found = own ?? findTemplate(niveau, dossier.folder);
    const shared = { niveau, sjabloon: found.naam, template: await loadTemplate(found, niveau) };
    const gebieden = dossier.onderzoek.value.gebieden.filter(({ id }) => ids.includes(id));
    if (niveau === OVERKOEPELEND) targets.push({ ...shared, map: OVERKOEPELEND });
    else targets.push(...gebieden.map((gebied) => ({ ...shared, gebied, map: gebied.id })));
  }
  return targets;
}

const LEFT_OUT: Readonly<Record<ContextName, string>> = {
  lokaal: 'is voor lokale rapporten; het overkoepelende rapport is dus niet gemaakt',
  overkoepelend: 'is voor het overkoepelende rapport; de lokale rapporten zijn dus niet gemaakt',
};

/** Which kind of report a template of one's own leaves out, when nobody asked for one kind. */
export function leftOutWords([first]: readonly Target[], { template, niveau, gebied }: TargetOptions): string[] {
  const chosen = template === undefined || niveau !== undefined || gebied.length > 0;
  return chosen || !first ? [] : [`het sjabloon '${first.sjabloon}' ${LEFT_OUT[first.niveau]}`];
}

/** One kind of report, or nothing for both. */
function askedNiveau({ niveau, gebied }: TargetOptions, own: FoundTemplate | undefined): ContextName | undefined {
  if (own?.niveau && niveau && own.niveau !== niveau) {
    const message = `het sjabloon '${own.naam}' is voor een ${own.niveau} rapport, en niet voor een ${niveau} rapport`;
    throw stop('sjabloon/niveau', message, { help: 'laat --niveau weg, of kies een ander sjabloon' });
  }
  const asked = niveau ?? own?.niveau ?? (gebied.length > 0 ? 'lokaal' : undefined);
  if (own && !asked)
    throw stop('sjabloon/niveau', `voor welk rapport het sjabloon '${own.naam}' is, staat er niet bij`, {
      help: 'geef --niveau lokaal of --niveau overkoepelend',
    });
  if (asked === OVERKOEPELEND && gebied.length > 0)
    throw stop('rapport/gebied', 'een overkoepelend rapport gaat over alle gebieden samen', { help: 'laat --gebied weg' });
  return asked;
}
