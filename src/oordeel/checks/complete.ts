import { type Diagnostic, error, info } from '../../diagnostics/diagnostic.ts';
import { someOf } from '../../diagnostics/some-of.ts';
import { didYouMean } from '../../diagnostics/suggest.ts';
import type { Bestand } from '../../onderzoek/dossier.ts';
import type { Conclusie, OordelenBestand, OverkoepelendBestand } from '../../schema/generated/types.ts';
import { OVERKOEPELEND, oordeelRef } from '../chain-model.ts';
import { at, beside, type Check, type CheckContext } from './context.ts';

const DRAFT = 'tsd oordeel draft geeft de ruimte; een criterium kan ook niet_beoordeeld zijn, met een reden';

const ANSWER = 'schrijf daar tekst en rust_op';

/** The codes of errors that only say that something is not written yet. */
export const STILL_TO_WRITE: ReadonlySet<string> = new Set([
  'toetsingskader/ontbreekt',
  'oordeel/ontbreekt',
  'oordeel/open',
  'oordeel/zonder-conclusie',
]);

/** Nothing is open: each gebied has an oordeel on every criterium and a conclusie that answers every deelvraag. */
export const checkComplete: Check = (context) =>
  // Before anything is chosen there is nothing to judge.
  context.dossier.toetsingskader
    ? [
        ...context.gebieden.flatMap((gebied) => checkGebied(gebied, context)),
        ...(context.overkoepelend ? checkOverkoepelend(context) : []),
        ...withoutVerbeterpunten(context),
        ...withoutSamenvatting(context),
      ]
    : [];

/** An empty list says that nothing has to improve; that there is no list may be a file that got lost. */
function withoutVerbeterpunten({ dossier }: CheckContext): Diagnostic[] {
  const judged = dossier.oordelen.some(({ value }) => value.oordelen.some(({ tekst }) => tekst !== undefined));
  if (!judged || dossier.verbeterpunten) return [];
  const message = 'er zijn oordelen, maar verbeterpunten.yaml is er niet';
  const help = 'zet het terug als het er was; anders maakt tsd oordeel draft het, ook als er niets te verbeteren is';
  return [info('oordeel/geen-verbeterpunten', message, { file: beside(dossier, 'verbeterpunten.yaml'), help })];
}

/** A report without a summary is a report, but not one that the public reads. Before there is a conclusie it is no news. */
function withoutSamenvatting({ dossier, gebieden, overkoepelend }: CheckContext): Diagnostic[] {
  const concluded = dossier.oordelen.filter(({ value }) => value.conclusie?.tekst).map(({ value }) => value.gebied);
  const whole = overkoepelend && dossier.overkoepelend?.value.conclusie?.tekst ? ['samenvatting'] : [];
  const needed = [...gebieden.filter((id) => concluded.includes(id)).map((id) => `${id}-samenvatting`), ...whole];
  const missing = needed.filter((name) => !dossier.teksten.has(name)).map((name) => `teksten/${name}.md`);
  if (missing.length === 0) return [];
  const message = `nog geen samenvatting, waar een rapport mee begint: ${someOf(missing)}`;
  const help = 'schrijf haar in gewone taal; zonder haar komt het rapport er ook, met het oordeel vooraan';
  return [info('rapport/zonder-samenvatting', message, { file: beside(dossier, 'teksten'), help })];
}

function checkGebied(gebied: string, context: CheckContext): Diagnostic[] {
  const bestand = context.dossier.oordelen.find(({ value }) => value.gebied === gebied);
  if (!bestand) {
    const file = beside(context.dossier, `oordelen/${gebied}.yaml`);
    return [error('oordeel/ontbreekt', `voor ${gebied} zijn er nog geen oordelen`, { file, help: DRAFT })];
  }
  const missing = [...context.chain.norms.values()]
    .filter(({ soort, nietVanToepassing }) => soort === 'criterium' && !nietVanToepassing)
    .filter(({ ref }) => !context.chain.nodes.has(oordeelRef(gebied, ref)))
    .map(({ ref }) => ref);
  const message = `voor ${gebied} ontbreekt een oordeel op ${someOf(missing)}`;
  const lacking =
    missing.length > 0 ? [error('oordeel/ontbreekt', message, { file: bestand.file, pointer: '/oordelen', help: DRAFT })] : [];
  return [...lacking, ...openEntries(gebied, bestand, context), ...checkConclusie(bestand, context)];
}

function checkOverkoepelend(context: CheckContext): Diagnostic[] {
  const { overkoepelend } = context.dossier;
  if (!overkoepelend) {
    const file = beside(context.dossier, `oordelen/${OVERKOEPELEND}.yaml`);
    return [error('oordeel/ontbreekt', 'er is nog geen oordeel over alle gebieden samen', { file, help: DRAFT })];
  }
  return [...openEntries(OVERKOEPELEND, overkoepelend, context), ...checkConclusie(overkoepelend, context)];
}

function openEntries(
  gebied: string,
  bestand: Bestand<OordelenBestand | OverkoepelendBestand>,
  { chain }: CheckContext,
): Diagnostic[] {
  return [...chain.nodes.values()]
    .filter(({ place, soort }) => place?.bestand === bestand && soort === 'oordeel')
    .filter(({ tekst }) => tekst === '')
    .map((node) => {
      const message = `het oordeel op ${node.about.join('')} (${gebied}) heeft nog geen tekst`;
      return error('oordeel/open', message, { ...at(node), help: 'schrijf tekst en rust_op, of niet_beoordeeld met een reden' });
    });
}

function checkConclusie(
  { file, value }: Bestand<OordelenBestand | OverkoepelendBestand>,
  { dossier }: CheckContext,
): Diagnostic[] {
  const { conclusie } = value;
  if (!conclusie) return [error('oordeel/zonder-conclusie', 'de conclusie ontbreekt', { file, help: DRAFT })];
  const whole = conclusie.tekst
    ? []
    : [
        error('oordeel/open', 'de conclusie beantwoordt de hoofdvraag nog niet', {
          file,
          pointer: '/conclusie/tekst',
          help: ANSWER,
        }),
      ];
  return [...whole, ...unanswered(conclusie, file, dossier.onderzoek.value.deelvragen ?? [])];
}

function unanswered(conclusie: Conclusie, file: string, deelvragen: readonly { id: string }[]): Diagnostic[] {
  const antwoorden = conclusie.antwoorden ?? [];
  const unknown = antwoorden.flatMap(({ deelvraag }, index) => {
    if (deelvragen.some(({ id }) => id === deelvraag)) return [];
    const ids = deelvragen.map(({ id }) => id);
    const help = ids.length > 0 ? `kies uit: ${ids.join(', ')}` : 'zet de deelvraag eerst in onderzoek.yaml';
    const place = { file, pointer: `/conclusie/antwoorden/${index}/deelvraag`, help };
    const message = `deelvraag '${deelvraag}' staat niet in onderzoek.yaml${didYouMean(deelvraag, ids)}`;
    return [error('oordeel/onbekende-deelvraag', message, place)];
  });
  const open = deelvragen
    .filter(({ id }) => !antwoorden.some(({ deelvraag, tekst }) => deelvraag === id && tekst))
    .map(({ id }) => {
      const room = antwoorden.findIndex(({ deelvraag }) => deelvraag === id);
      const pointer = room < 0 ? '/conclusie' : `/conclusie/antwoorden/${room}`;
      return error('oordeel/open', `deelvraag '${id}' heeft nog geen antwoord`, { file, pointer, help: ANSWER });
    });
  return [...unknown, ...open];
}
