// Makes a large onderzoek of the example: one gebied of it, copied under other names, with as many bevindingen and waarnemingen as
// asked for. Everything goes in by the commands that a team would use, so that the manifest and the fingerprints are real.
import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse, stringify } from 'yaml';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const EXAMPLE = join(ROOT, 'examples/overgang-18-plus');
const MODEL = 'voorbeelderdam';

/** Writes it to `target`; per copied gebied so many bevindingen, and of every waarneming so many that differ in their text alone. */
export function makeLargeOnderzoek(target, { gebieden, bevindingen, keer }) {
  rmSync(target, { recursive: true, force: true });
  cpSync(EXAMPLE, target, { recursive: true, filter: (path) => !/aanlevering|rapport/.test(path.slice(EXAMPLE.length)) });
  const names = Array.from({ length: gebieden }, (_, index) => `proef-${index + 1}`);
  addGebieden(join(target, 'onderzoek.yaml'), names);
  for (const name of names) copyJudgement(target, name, bevindingen);
  const delivered = join(target, 'aanlevering.ndjson');
  writeFileSync(delivered, names.flatMap((name) => recorded(name, keer)).join('\n'));
  tsd('waarnemingen', 'ingest', target, delivered);
  rmSync(delivered);
  tsd('confirm', target, '--alles');
}

function addGebieden(path, names) {
  const onderzoek = parse(readFileSync(path, 'utf8'));
  const reden = 'Een kopie van Voorbeelderdam, om te meten.';
  onderzoek.gebieden.push(...names.map((id) => ({ id, naam: `Proef ${id.slice(6)}`, soort: 'wijk', reden })));
  for (const partij of onderzoek.partijen) if (partij.gebieden?.includes(MODEL)) partij.gebieden.push(...names);
  writeFileSync(path, stringify(onderzoek));
}

/** Without fingerprints: confirming makes those. What is about other gebieden stays with those. */
function copyJudgement(target, name, count) {
  for (const folder of ['bevindingen', 'oordelen']) {
    const content = parse(renamed(readFileSync(join(target, folder, `${MODEL}.yaml`), 'utf8'), name));
    if (folder === 'bevindingen') content.bevindingen = repeated(content.bevindingen, name, count);
    writeFileSync(join(target, folder, `${name}.yaml`), stringify(content));
  }
  for (const file of readdirSync(join(target, 'teksten')).filter((file) => file.startsWith(MODEL)))
    writeFileSync(
      join(target, 'teksten', file.replace(MODEL, name)),
      renamed(readFileSync(join(target, 'teksten', file), 'utf8'), name),
    );
}

function repeated(list, name, count) {
  const more = Array.from({ length: Math.max(0, count - list.length) }, (_, index) => {
    const number = list.length + index + 1;
    const like = list[index % list.length];
    return {
      ...structuredClone(like),
      id: `${name}-${number}`,
      tekst: `${like.tekst.trim()} Dit bleek opnieuw bij bezoek ${number}.`,
    };
  });
  return [...list, ...more];
}

function recorded(name, keer) {
  const path = join(EXAMPLE, 'aanlevering/waarnemingen', `waarnemingen-${MODEL}.yaml`);
  const { bronnen, waarnemingen } = parse(renamed(readFileSync(path, 'utf8'), name));
  const own = bronnen
    .filter(({ gebieden }) => gebieden.includes(name))
    .map((bron) => ({
      ...bron,
      gebieden: [name],
      ...(bron.partij === undefined ? {} : { partij: bron.partij.replace(name, MODEL) }),
    }));
  const ids = new Set(own.map(({ id }) => id));
  const lines = waarnemingen
    .filter(({ bron, gebied }) => ids.has(bron) && (gebied ?? name) === name)
    .flatMap((waarneming) => times(waarneming, keer));
  return [...own.map((bron) => ({ soort_record: 'bron', ...bron })), ...lines].map((record) =>
    JSON.stringify({ levering: 'groot', ...record }),
  );
}

function times(waarneming, keer) {
  return Array.from({ length: keer }, (_, index) =>
    index === 0
      ? waarneming
      : {
          ...waarneming,
          id: `${waarneming.id}-${index}`,
          tekst: `${waarneming.tekst.trim()} Zo ging het ook een ${index + 1}e keer.`,
        },
  );
}

function renamed(text, name) {
  return text
    .replaceAll(/\b(vd|rg)-/g, `${name}-$1-`)
    .replaceAll(`gemeente-${MODEL}`, '\u0000')
    .replaceAll(MODEL, name)
    .replaceAll('\u0000', `gemeente-${MODEL}`)
    .replaceAll(/\n +vingerafdrukken:(\n +[^\n]*: v1:[0-9a-f]+)+/g, '');
}

function tsd(...args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(ROOT, 'dist/tsd.js'), ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(`tsd ${args.join(' ')}: ${(stderr + stdout).slice(0, 3000)}`);
}
