import { type Diagnostic, error, warning } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/suggest.ts';
import type { Kenmerken, KenmerkenBestand, Vindplaats } from '../schema/generated/types.ts';
import type { KaderParts } from './build.ts';
import { withParts } from './build.ts';
import { checkVervallen } from './check-vervallen.ts';
import type { Kader, KaderCriterium, KaderItem, Plaats } from './model.ts';

/** Everything about the meaning of a kader that its schemas cannot say: ids, order, references, controlled lists. */
export function checkKader(kader: Kader, parts: KaderParts, kenmerken: KenmerkenBestand | undefined): Diagnostic[] {
  return [
    ...duplicateIds(kader, parts),
    ...themaOrder(parts),
    ...kader.criteria.flatMap((criterium) => checkCriterium(kader, criterium, kenmerken)),
    ...(parts.names ? moduleChoices(kader, [...parts.names]) : []),
    ...fileNames(parts),
    ...checkVervallen(kader, parts.kader.file),
    ...kader.definities.flatMap((definitie, index) =>
      vindplaatsExists(kader, definitie.vindplaats, { file: parts.definities?.file ?? '', pointer: `/definities/${index}` }),
    ),
  ];
}

/** Two with one id. The second of two themas is in no tree, so themas are compared as files. */
function duplicateIds(kader: Kader, { themas, definities }: KaderParts): Diagnostic[] {
  const all: KaderItem[] = [...kader.themas, ...kader.criteria.flatMap(withParts)];
  const doubles = all.flatMap((item) => {
    const first = kader.items.get(item.ref);
    return first === item || !first ? [] : [dubbel(`id '${item.bron.id}'`, item, first)];
  });
  const inFiles = themas.map(({ file, value: { id } }) => ({ id, file, pointer: '' }));
  const inModules = kader.modules.map(({ bron: { id }, file }) => ({ id, file, pointer: '' }));
  const terms = kader.definities.map(({ id }, index) => ({ id, file: definities?.file ?? '', pointer: `/definities/${index}` }));
  return [...doubles, ...repeated('thema', inFiles), ...repeated('module', inModules), ...repeated('definitie', terms)];
}

function repeated(soort: string, items: readonly (Plaats & { id: string })[]): Diagnostic[] {
  return items.flatMap((item, index) => {
    const first = items.find(({ id }) => id === item.id);
    return first && items.indexOf(first) < index ? [dubbel(`${soort} '${item.id}'`, item, first)] : [];
  });
}

function dubbel(wat: string, item: Plaats, first: Plaats): Diagnostic {
  const related = [{ message: 'eerste gebruik', file: first.file, pointer: `${first.pointer}/id` }];
  return error('kader/dubbele-id', `${wat} staat er al`, {
    file: item.file,
    pointer: `${item.pointer}/id`,
    related,
    help: 'geef een van beide een ander id',
  });
}

function themaOrder({ kader, themas, names }: KaderParts): Diagnostic[] {
  const ids = themas.map((thema) => thema.value.id);
  const unknown = kader.value.themas.flatMap((id, index) =>
    names?.has(id) !== false
      ? []
      : [
          error('kader/onbekend-thema', `thema '${id}' heeft geen bestand in themas/${didYouMean(id, ids)}`, {
            file: kader.file,
            pointer: `/themas/${index}`,
            help: `kies uit: ${ids.join(', ')}`,
          }),
        ],
  );
  const unlisted = themas.filter((thema) => !kader.value.themas.includes(thema.value.id));
  const missing = unlisted.map((thema) =>
    error('kader/volgorde', `thema '${thema.value.id}' staat niet in de volgorde van kader.yaml`, {
      file: thema.file,
      pointer: '/id',
      help: `zet '${thema.value.id}' onder themas in ${kader.file}`,
    }),
  );
  return [...unknown, ...missing];
}

function checkCriterium(kader: Kader, criterium: KaderCriterium, kenmerken: KenmerkenBestand | undefined): Diagnostic[] {
  const { bron } = criterium;
  const parent = bron.onderdeel_van;
  return [
    ...vindplaatsExists(kader, bron.vindplaats, criterium),
    ...(parent && !kader.items.has(`${kader.id}/${parent}`) && !kader.items.has(parent)
      ? [
          error('kader/onbekende-verwijzing', `'${parent}' bestaat niet in dit kader`, {
            file: criterium.file,
            pointer: `${criterium.pointer}/onderdeel_van`,
            help: 'noem het id van een criterium van dit kader',
          }),
        ]
      : []),
    ...(bron.duiding ?? []).flatMap((duiding, index) =>
      grondslagExists(kader, duiding.grondslag, {
        file: criterium.file,
        pointer: `${criterium.pointer}/duiding/${index}/grondslag`,
      }),
    ),
    ...knownKenmerken(bron.kenmerken, criterium, kenmerken),
    ...criterium.indicatoren.flatMap((indicator) => [
      ...(indicator.bron.vindplaats ? vindplaatsExists(kader, indicator.bron.vindplaats, indicator) : []),
      ...knownKenmerken(indicator.bron.kenmerken, indicator, kenmerken),
    ]),
  ];
}

function vindplaatsExists(kader: Kader, { document }: Vindplaats, at: Plaats): Diagnostic[] {
  const ids = kader.bron.documenten.map(({ id }) => id);
  if (ids.includes(document)) return [];
  return [
    error(
      'kader/onbekend-document',
      `document '${document}' staat niet onder documenten in kader.yaml${didYouMean(document, ids)}`,
      { file: at.file, pointer: `${at.pointer}/vindplaats/document`, help: `kies uit: ${ids.join(', ')}` },
    ),
  ];
}

function grondslagExists(kader: Kader, grondslag: string, at: Plaats): Diagnostic[] {
  const ids = kader.bron.grondslagen.map(({ id }) => id);
  return ids.includes(grondslag)
    ? []
    : [
        error('kader/onbekende-grondslag', `grondslag '${grondslag}' staat niet in kader.yaml${didYouMean(grondslag, ids)}`, {
          ...at,
          help: `kies uit: ${ids.join(', ')}`,
        }),
      ];
}

function knownKenmerken(used: Kenmerken | undefined, at: Plaats, lists: KenmerkenBestand | undefined): Diagnostic[] {
  if (!used || !lists) return [];
  return Object.entries(used).flatMap(([name, values]: [string, string[]]) => {
    const list = lists[name as keyof KenmerkenBestand] as { id: string }[] | undefined;
    // Of a list that does not exist the schema tells.
    if (!list) return [];
    const allowed = list.map(({ id }) => id);
    return values.flatMap((value, index) =>
      allowed.includes(value)
        ? []
        : [
            error('kader/onbekend-kenmerk', `'${value}' staat niet in de lijst '${name}'${didYouMean(value, allowed)}`, {
              file: at.file,
              pointer: `${at.pointer}/kenmerken/${name}/${index}`,
              help: `kies uit: ${allowed.join(', ')}`,
            }),
          ],
    );
  });
}

/** A file is found by its name, so its name is its id; a pinned copy of a kader lies in `<id>@<versie>`. */
function fileNames({ kader, themas, modules }: KaderParts): Diagnostic[] {
  const folder = kader.file.split('/').at(-2) ?? '';
  const wrongFolder =
    folder === '' || folder.split('@')[0] === kader.value.id ? [] : [misnamed(kader.file, `de map '${folder}'`, kader.value.id)];
  const named = [...themas, ...modules].flatMap(({ file, value }) => {
    const name = (file.split('/').at(-1) ?? '').replace(/\.ya?ml$/, '');
    return name === value.id ? [] : [misnamed(file, `het bestand '${name}'`, value.id)];
  });
  return [...wrongFolder, ...named];
}

function misnamed(file: string, what: string, id: string): Diagnostic {
  return error('kader/naam', `${what} heet anders dan de id '${id}'`, {
    file,
    pointer: '/id',
    help: 'geef beide dezelfde naam; een id die al gebruikt is, verandert niet',
  });
}

function moduleChoices(kader: Kader, refs: readonly string[]): Diagnostic[] {
  return kader.modules.flatMap((module) =>
    module.bron.keuze.flatMap((ref, index) => {
      const at = { file: module.file, pointer: `/keuze/${index}` };
      if (!refs.includes(ref))
        return [
          error('kader/onbekende-verwijzing', `'${ref}' bestaat niet in dit kader${didYouMean(ref, refs)}`, {
            ...at,
            help: 'noem een thema, criterium of indicator; tsd kader list toont ze',
          }),
        ];
      return module.bron.keuze.indexOf(ref) < index
        ? [warning('kader/dubbele-keuze', `'${ref}' staat al in deze module`, at)]
        : [];
    }),
  );
}
