import type { Antwoorden, Toespitsbaar } from '../commands/kader/concretise-items.ts';
import { canonicalJson } from '../source/fingerprint.ts';
import { askSearch, askSeveral, askText, askYes, tell } from './prompt.ts';
import { adoptRespondenttypen } from './prompt-instrument.ts';

type Item = Toespitsbaar['items'][number];
type Toegespitst = Antwoorden['geschreven'][number];
type Written = Omit<Toegespitst, 'ref'>;

/** Lets a person sharpen one criterium or indicator: everything that a matrix has room for. What stays as it was is no answer. */
export async function sharpen(lijst: Toespitsbaar, antwoorden: Antwoorden): Promise<void> {
  const item = await askSearch(
    'Wat spitst u toe? Typ woorden uit de tekst:',
    lijst.items.map((value) => ({
      value,
      name: `${value.nummer} ${value.kort}`,
      description: `Norm: ${value.tekst}\nNu: ${standOf(value)}`,
    })),
  );
  tell(`Norm: ${item.tekst}`);
  const written = (await askWhetherNot(item)) ?? {
    ...(await askToespitsing(item)),
    ...(await askDeelvragen(item, lijst)),
    ...(item.isIndicator ? await askAanWie(item, lijst, antwoorden) : await askContext(item, lijst)),
  };
  keep(item, changesIn(item, written), antwoorden);
}

function standOf({ toespitsing, nietVanToepassing }: Item): string {
  if (nietVanToepassing) return `niet van toepassing: ${nietVanToepassing}`;
  return toespitsing ?? 'nog niet toegespitst';
}

/** Why it does not apply; nothing where it does. What was written of that is only taken back in the file, as in a matrix. */
async function askWhetherNot({ nietVanToepassing: before }: Item): Promise<Written | undefined> {
  if (await askYes('Is dit hier van toepassing?', before === undefined)) {
    if (before !== undefined) tell('Er staat nog dat dit niet van toepassing is; haal die regel weg in toetsingskader.yaml.');
    return undefined;
  }
  const options = before === undefined ? {} : { default: before };
  return { niet_van_toepassing: await askText('Waarom is dit niet van toepassing?', options) };
}

async function askToespitsing({ toespitsing: before }: Item): Promise<Written> {
  const options = { optional: true, ...(before ? { default: before } : {}) };
  const toespitsing = await askText('Toegespitste tekst (leeg: zoals het is):', options);
  return toespitsing ? { toespitsing } : {};
}

async function askDeelvragen(item: Item, { deelvragen }: Toespitsbaar): Promise<Written> {
  const vragen = deelvragen.map(({ id, tekst }) => ({
    value: id,
    name: `${id}: ${tekst}`,
    checked: item.deelvragen.includes(id),
  }));
  return vragen.length > 0 ? { deelvragen: await askSeveral('Welke deelvragen dient dit?', vragen) } : {};
}

/** Whoever is only proposed becomes a respondenttype once something is to be asked of them. */
async function askAanWie(item: Item, lijst: Toespitsbaar, antwoorden: Antwoorden): Promise<Written> {
  const known = [...lijst.respondenttypen, ...lijst.voorstellen];
  const wie = known.map((value) => ({ value, name: value.naam, checked: item.aanWie.includes(value.id) }));
  if (wie.length === 0) return {};
  const chosen = await askSeveral('Aan wie wordt dit gevraagd?', wie);
  const types = await adoptRespondenttypen(chosen, lijst, antwoorden);
  return { aan_wie: types.map(({ id }) => id) };
}

async function askContext({ lokaleContext }: Item, { gebieden }: Toespitsbaar): Promise<Written> {
  const before = new Map(lokaleContext.map(({ gebied, tekst }) => [gebied, tekst]));
  const chosen = await askSeveral(
    'Voor welke gebieden schrijft u op wat daar anders is? (geen: Enter)',
    gebieden.map((value) => ({ value, name: value.naam })),
  );
  const context: NonNullable<Written['lokale_context']> = [];
  for (const { id, naam } of chosen) {
    const old = before.get(id);
    const options = { optional: true, ...(old === undefined ? {} : { default: old }) };
    const tekst = await askText(`Lokale context in ${naam} (leeg: zoals het is):`, options);
    if (tekst && tekst !== old) context.push({ gebied: id, tekst });
  }
  return context.length > 0 ? { lokale_context: context } : {};
}

function changesIn(item: Item, written: Written): Written {
  const now: Written = {
    ...(item.toespitsing ? { toespitsing: item.toespitsing } : {}),
    ...(item.nietVanToepassing ? { niet_van_toepassing: item.nietVanToepassing } : {}),
    deelvragen: item.deelvragen,
    aan_wie: item.aanWie,
  };
  const isChanged = ([key, value]: [string, unknown]) => canonicalJson(value) !== canonicalJson(now[key as keyof Written]);
  return Object.fromEntries(Object.entries(written).filter(isChanged));
}

/** Keeps what changed with what was answered on the same item before, and shows it when the item is met again. */
function keep(item: Item, changes: Written, { geschreven }: Antwoorden): void {
  if (Object.keys(changes).length === 0) return;
  const { lokale_context: context = [], ...texts } = changes;
  const gebieden = context.map(({ gebied }) => gebied);
  const lokaleContext = [...item.lokaleContext.filter(({ gebied }) => !gebieden.includes(gebied)), ...context];
  Object.assign(item, {
    lokaleContext,
    ...(texts.toespitsing ? { toespitsing: texts.toespitsing } : {}),
    ...(texts.niet_van_toepassing ? { nietVanToepassing: texts.niet_van_toepassing } : {}),
    ...(texts.deelvragen ? { deelvragen: texts.deelvragen } : {}),
    ...(texts.aan_wie ? { aanWie: texts.aan_wie } : {}),
  });
  const whole = { ...texts, ...(context.length > 0 ? { lokale_context: lokaleContext } : {}) };
  const earlier = geschreven.find(({ ref }) => ref === item.ref);
  if (earlier) Object.assign(earlier, whole);
  else geschreven.push({ ref: item.ref, ...whole });
}
