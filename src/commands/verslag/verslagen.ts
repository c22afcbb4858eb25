import { extname, join, parse, relative, sep } from 'node:path';
import { type Diagnostic, error, info, warning } from '../../diagnostics/diagnostic.ts';
import { exists, isInside, readBytes } from '../../io/files.ts';
import type { FileChange } from '../../io/writer.ts';
import type { Dossier } from '../../onderzoek/dossier.ts';
import type { Codeur, EerdereStatus, Verslag, Waarneming } from '../../schema/generated/types.ts';
import { canonicalJson, fingerprint, normaliseText, sha256 } from '../../source/fingerprint.ts';
import { groupBy } from '../../source/order.ts';
import { quote } from '../../verslag/codeurs.ts';
import { type Codewoorden, createCodewoorden } from '../../verslag/codewoorden.ts';
import type { Alinea } from '../../verslag/model.ts';
import { alineasOf } from '../../verslag/passages.ts';
import { type Standing, since, type ToldStatus, takenStatus } from '../../verslag/status.ts';
import { type Ingelezen, summary, takeInVerslag, type Verslagtekst } from '../../verslag/take-in.ts';
import type { Intake } from '../../waarneming/intake.ts';
import type { Words } from '../../waarneming/words.ts';
import type { Delivery } from '../waarnemingen/delivery.ts';

/** A text with codes as it was read from one delivered file. */
export interface GelezenVerslag extends Verslagtekst {
  delivery: Delivery;
  /** What a document says of itself; a text in a project of another program is no verslag that is kept. */
  document?: { status?: Verslag['status'] | undefined; datum?: string | undefined };
}

/** What the verslagen of a run need to know. */
export interface VerslagenOptions {
  dossier: Dossier;
  words: Words;
  intake: Intake;
  report: (diagnostic: Diagnostic) => void;
  /** The bron that was named on the command line. */
  bron?: string | undefined;
  vervang?: boolean | undefined;
}

/** The coded texts of one run: they are taken in together, because two people may each have coded a copy of one verslag. */
export class Verslagen {
  /** The bron that was named on the command line. */
  readonly bron: string | undefined;
  readonly words: Words;
  readonly #options: VerslagenOptions;
  readonly #gelezen: GelezenVerslag[] = [];
  #codewoorden: Codewoorden | undefined;
  /** Per waarneming of before why it is in its text no more; `undefined`: it is. */
  readonly #seen = new Map<string, 'tekst' | 'code' | undefined>();
  /** Per waarneming of who coded nothing in what is read now, who codes it and what overlaps it. */
  readonly #gebleven = new Map<string, Codeur[]>();
  /** What is to lie where. */
  readonly #files = new Map<string, Uint8Array>();

  /** Starts without any. */
  constructor(options: VerslagenOptions) {
    this.#options = options;
    this.bron = options.bron;
    this.words = options.words;
  }

  /** The words that are codes here; what is wrong with the trefwoorden is told once. */
  get codewoorden(): Codewoorden {
    if (!this.#codewoorden) {
      const { value, diagnostics } = createCodewoorden(this.#options.dossier, this.words);
      for (const problem of diagnostics) this.#options.report(problem);
      this.#codewoorden = value;
    }
    return this.#codewoorden;
  }

  /** Adds the text of one file. */
  add(verslag: GelezenVerslag): void {
    this.#gelezen.push(verslag);
  }

  /**
   * After the last file: takes in what was coded. Gives the waarnemingen of before, marked where they are in their text no more, and
   * the bronnen of those that are marked otherwise than before.
   */
  finish(): { waarnemingen: Waarneming[]; touched: Set<string> } {
    for (const same of groupBy(this.#gelezen, ({ bron, levering }) => `${bron}\n${levering}`).values()) this.#take(same);
    const touched = new Set<string>();
    const waarnemingen = this.#options.dossier.waarnemingen.map((waarneming) => {
      const after = this.#marked(this.#withCodeurs(waarneming));
      if (after !== waarneming) touched.add(waarneming.bron);
      return after;
    });
    return { waarnemingen, touched };
  }

  #withCodeurs(waarneming: Waarneming): Waarneming {
    const codeurs = this.#gebleven.get(waarneming.id);
    return codeurs && canonicalJson(codeurs) !== canonicalJson(waarneming.codeurs ?? [])
      ? { ...waarneming, codeurs }
      : waarneming;
  }

  #marked(waarneming: Waarneming): Waarneming {
    const reden = this.#seen.get(waarneming.id);
    if (!this.#seen.has(waarneming.id) || reden === waarneming.verdwenen) return waarneming;
    const { verdwenen: _, ...found } = waarneming;
    return reden === undefined ? found : { ...found, verdwenen: reden };
  }

  /** The verslagen that are to be kept in the werkdossier, and what they replace. */
  files(): FileChange[] {
    return [...this.#files].map(([path, content]) => ({ path, content }));
  }

  #take(copies: readonly GelezenVerslag[]): void {
    const { dossier, intake, report, vervang = false } = this.#options;
    const [first, ...others] = copies;
    if (!first) return;
    const another = others.find(({ tekst }) => tekst.tekst !== first.tekst.tekst);
    if (another) {
      report(twoVersions(another, first));
      return;
    }
    const { bron, levering } = first;
    const whole: Verslagtekst = {
      ...first,
      gelezen: copies.flatMap(({ gelezen }) => gelezen),
      geweigerd: new Set(copies.flatMap(({ geweigerd }) => [...geweigerd])),
    };
    const eerder = dossier.waarnemingen.filter((waarneming) => isOfText(waarneming, bron, levering));
    const ids = new Set(dossier.waarnemingen.map(({ id }) => id));
    const taken = takeInVerslag(whole, { waarnemingen: eerder, ids, vervang: vervang || isSameForm(first, eerder) });
    for (const problem of taken.diagnostics) report(problem);
    for (const row of taken.rows) intake.addWaarneming(row);
    for (let count = 0; count < taken.afgewezen; count += 1) intake.tallies.count(levering, first.part.bestand, 'afgewezen');
    for (const [id, codeurs] of taken.gebleven) this.#gebleven.set(id, codeurs);
    // They are in no row, and still not missing from their levering.
    intake.present.set(levering, new Set([...(intake.present.get(levering) ?? []), ...taken.gebleven.keys()]));
    for (const id of taken.aanwezig) this.#seen.set(id, undefined);
    for (const [id, waarom] of taken.verdwenen) this.#seen.set(id, waarom);
    for (const alinea of taken.buiten) {
      report(outside(first, alinea));
      intake.tallies.count(levering, first.part.bestand, 'niet_verwerkt');
    }
    report(told(first, whole, taken));
    if (first.document) this.#keep(first, first.document);
  }

  /** Records what the verslag of a bron is, and keeps it in the werkdossier unless it lies there. */
  #keep({ bron, delivery, tekst }: GelezenVerslag, told: NonNullable<GelezenVerslag['document']>): void {
    const { dossier, intake, report } = this.#options;
    const root = join(dossier.folder, 'werkdossier');
    const inside = relative(root, delivery.path).split(sep).join('/');
    const lies = isInside(root, delivery.path) && !inside.startsWith('../');
    const pad = lies ? inside : `verslagen/${bron}${extname(delivery.path) || '.docx'}`;
    const vingerafdruk = fingerprint(tekst.alineas.map(({ start, end }) => tekst.tekst.slice(start, end)).join('\n'));
    const before = intake.bronnen.get(bron)?.verslag;
    const { standing, stands, vervallen } = takenStatus(told, before, vingerafdruk);
    // The same file again has nothing new to tell.
    const isNew = before?.sha256 !== delivery.sha256;
    if (stands && isNew) report(statusStands(bron, told.status, standing, delivery));
    if (vervallen && isNew) report(answerLapsed(bron, told.status, { standing, vervallen }, delivery));
    intake.bronnen.setVerslag(bron, { pad, sha256: delivery.sha256, vingerafdruk, ...standing });
    if (!lies) this.#copy(join(root, pad), readBytes(delivery.path));
  }

  #copy(path: string, content: Uint8Array): void {
    const old = this.#files.get(path) ?? (exists(path) ? readBytes(path) : undefined);
    // An earlier version is what earlier waarnemingen came from; what somebody put there is theirs.
    if (old && sha256(old) !== sha256(content)) {
      const { dir, name, ext } = parse(path);
      this.#files.set(join(dir, 'eerder', `${name}-${sha256(old).slice(0, 8)}${ext}`), old);
    }
    this.#files.set(path, content);
  }
}

function isOfText({ bron, alinea, herkomst = [] }: Waarneming, of: string, levering: string): boolean {
  return bron === of && alinea !== undefined && herkomst.some((place) => place.levering === levering);
}

/** A shorter text, such as “Ja, dat klopt.”, may well be said in two conversations. */
const TELLING = 20;

/**
 * Whether this is the same form once more, filled in further: a file with the same name that left at least half of the notes as they
 * were. What else has the id of its bron may be a copy about another conversation: programs give every form they send back one name.
 */
function isSameForm({ aantekeningen, gelezen, part, tekst }: GelezenVerslag, eerder: readonly Waarneming[]): boolean {
  if (aantekeningen === undefined) return false;
  const there = eerder.filter(({ verdwenen }) => verdwenen === undefined);
  if (!there.every(({ herkomst = [] }) => herkomst.some(({ bestand }) => bestand === part.bestand))) return false;
  const now = new Set([...aantekeningen, ...gelezen].map(({ start, end }) => normaliseText(tekst.tekst.slice(start, end))));
  const telling = there
    .filter(({ antwoord }) => antwoord === undefined)
    .map((waarneming) => normaliseText(waarneming.tekst))
    .filter((text) => text.length >= TELLING);
  const kept = telling.filter((text) => now.has(text));
  return kept.length > 0 && kept.length * 2 >= telling.length;
}

function outside({ part, tekst }: GelezenVerslag, { start, end }: Alinea): Diagnostic {
  const { eerste } = alineasOf(start, end, tekst.alineas);
  const message = `${quote({ tekst: tekst.tekst.slice(start, end).trim() })} staat in geen vak; het is niet ingelezen`;
  return warning('leidraad/buiten-vak', message, {
    ...part.at(eerste),
    help: 'hoort het bij een vraag, zet het dan in haar vak; wat nergens bij hoort, mag in het laatste vak',
  });
}

function told(first: GelezenVerslag, whole: Verslagtekst, taken: Ingelezen): Diagnostic {
  return info('verslag/gelezen', `bron '${first.bron}': ${summary(whole, taken)}`, { file: first.delivery.file });
}

function statusStands(bron: string, told: ToldStatus['status'], standing: Standing, { file }: Delivery): Diagnostic {
  const message = `dit verslag van bron '${bron}' zegt '${told}'; het blijft ${since(standing)}, zoals hier is gezet`;
  return info('verslag/status-blijft', message, { file, help: 'klopt dat niet, zet de status dan met tsd verslag set' });
}

function answerLapsed(
  bron: string,
  told: ToldStatus['status'],
  { standing, vervallen }: { standing: Standing; vervallen: EerdereStatus },
  { file }: Delivery,
): Diagnostic {
  const says = told === undefined || told === standing.status ? '' : `, ook al zegt het document '${told}'`;
  const message = `de tekst van het verslag van bron '${bron}' is gewijzigd nadat het ${vervallen.status} was; het is nu ${since(standing)}${says}`;
  const set = `tsd verslag set … ${bron} --status`;
  return warning('verslag/reactie-vervallen', message, {
    file,
    help: `leg de nieuwe tekst voor (${set} voorgelegd); is er op deze tekst al gereageerd, leg dat dan vast (${set} ${vervallen.status} --datum …)`,
  });
}

function twoVersions({ bron, delivery, aantekeningen }: GelezenVerslag, first: GelezenVerslag): Diagnostic {
  const what = aantekeningen ? 'deze gespreksleidraad' : 'dit verslag';
  const message = `${what} van bron '${bron}' heeft een andere tekst dan ${first.delivery.file}`;
  return error('verslag/twee-versies', message, {
    file: delivery.file,
    help: aantekeningen
      ? 'geef elk gesprek in de tabel bovenaan een eigen nummer; is het hetzelfde gesprek, voeg de twee dan samen'
      : 'laat iedereen in een kopie van dezelfde versie coderen, en lees die kopieën samen in',
  });
}
