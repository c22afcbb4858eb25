import { type Diagnostic, error, warning } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/suggest.ts';
import type { KenmerkenBestand, OnderzoekBestand } from '../schema/generated/types.ts';
import { codeHelp, codeProblem, type Registers, STANDAARDREGISTER } from './register.ts';
import { publicationProblems } from './tooi.ts';

/** An onderzoek.yaml that is valid by its schema, with its name for messages. */
export interface TePlannen {
  file: string;
  value: OnderzoekBestand;
}

type Report = (pointer: string, message: string, help?: string) => Diagnostic;

/** Everything about the meaning of a plan that its schema cannot say: ids, the lead, codes, parties, planning. */
export function checkPlan(onderzoek: TePlannen, registers: Registers, kenmerken?: KenmerkenBestand): Diagnostic[] {
  const { file, value } = onderzoek;
  const wrong: Report = (pointer, message, help) =>
    error('onderzoek/plan', message, { file, pointer, ...(help ? { help } : {}) });
  return [
    ...uniqueIds(value, wrong),
    ...oneLead(value, wrong),
    ...gebieden(onderzoek, registers, wrong),
    ...partijen(value, wrong),
    ...planning(value, wrong),
    ...doelgroep(value, kenmerken, wrong),
    ...reactie(value, wrong),
    ...publicationProblems(value, wrong),
  ];
}

/** Ids are unique in their list; those of inspecties and partners together, because both say who recorded something. */
function uniqueIds(value: OnderzoekBestand, wrong: Report): Diagnostic[] {
  const at = (list: string, items: readonly { id: string }[] = []) =>
    items.map(({ id }, index) => ({ id, pointer: `/${list}/${index}/id` }));
  const groups = [
    at('deelvragen', value.deelvragen),
    [...at('inspecties', value.inspecties), ...at('partners', value.partners)],
    at('gebieden', value.gebieden),
    at('partijen', value.partijen),
  ];
  const doubles = groups.flatMap((items) =>
    items
      .filter(({ id }, index) => items.findIndex((other) => other.id === id) < index)
      .map(({ id, pointer }) => wrong(pointer, `id '${id}' staat er al`, 'geef elk een eigen id')),
  );
  const reserved = at('gebieden', value.gebieden).filter(({ id }) => id === 'overkoepelend');
  return [
    ...doubles,
    ...reserved.map(({ pointer }) =>
      wrong(pointer, "een gebied kan niet 'overkoepelend' heten; zo heet het oordeel over alle gebieden"),
    ),
  ];
}

function oneLead({ inspecties }: OnderzoekBestand, wrong: Report): Diagnostic[] {
  const leads = inspecties.filter(({ rol }) => rol === 'leidend');
  if (leads.length === 1) return [];
  const found =
    leads.length === 0 ? 'geen enkele inspectie is leidend' : `${leads.map(({ id }) => id).join(' en ')} zijn allebei leidend`;
  return [
    wrong(
      '/inspecties',
      `${found}; het moet er precies één zijn`,
      'zet rol: leidend bij één inspectie, en rol: deelnemend bij de andere',
    ),
  ];
}

function gebieden({ file, value }: TePlannen, registers: Registers, wrong: Report): Diagnostic[] {
  const name = value.register ?? STANDAARDREGISTER;
  const register = registers.lijsten.get(name);
  if (!register) {
    const known = [...registers.lijsten.keys()];
    return [wrong('/register', `register '${name}' bestaat niet${didYouMean(name, known)}`, `registers: ${known.join(', ')}`)];
  }
  return value.gebieden.flatMap(({ code, soort, naam }, index): Diagnostic[] => {
    const pointer = `/gebieden/${index}`;
    if (code === undefined)
      return soort === 'gemeente'
        ? [wrong(pointer, `bij gemeente '${naam}' ontbreekt de code`, `zoek haar op in framework/registers/${name}.csv`)]
        : [];
    const problem = codeProblem(code, register, registers);
    if (problem) return [wrong(`${pointer}/code`, problem, codeHelp(code, name, registers))];
    if (value.gebieden.findIndex((other) => other.code === code) < index)
      return [wrong(`${pointer}/code`, `code ${code} staat er al`)];
    const official = register.get(code);
    if (soort !== 'gemeente' || official === naam) return [];
    const message = `het register noemt ${code} '${official}', hier staat '${naam}'`;
    return [warning('onderzoek/naam', message, { file, pointer: `${pointer}/naam` })];
  });
}

function partijen({ partijen: list = [], gebieden: places }: OnderzoekBestand, wrong: Report): Diagnostic[] {
  const known = places.map(({ id }) => id);
  return list.flatMap((partij, index) =>
    partij.gebieden.flatMap((gebied, place) =>
      known.includes(gebied)
        ? []
        : [
            wrong(
              `/partijen/${index}/gebieden/${place}`,
              `gebied '${gebied}' bestaat niet${didYouMean(gebied, known)}`,
              `gebieden: ${known.join(', ')}`,
            ),
          ],
    ),
  );
}

function planning({ planning: steps = [] }: OnderzoekBestand, wrong: Report): Diagnostic[] {
  return steps.flatMap(({ stap, van, tot }, index) =>
    tot !== undefined && tot < van
      ? [wrong(`/planning/${index}/tot`, `'${stap}' eindigt (${tot}) voordat het begint (${van})`)]
      : [],
  );
}

function doelgroep({ doelgroep: group }: OnderzoekBestand, lists: KenmerkenBestand | undefined, wrong: Report): Diagnostic[] {
  if (!lists) return [];
  const known = lists.doelgroep.map(({ id }) => id);
  return (group.kenmerken ?? []).flatMap((id, index) =>
    known.includes(id)
      ? []
      : [
          wrong(
            `/doelgroep/kenmerken/${index}`,
            `doelgroep '${id}' staat niet in de vaste lijst${didYouMean(id, known)}`,
            `kies uit: ${known.join(', ')}`,
          ),
        ],
  );
}

/** Who may reply to a concept does so before the report is out, and to the report afterwards. */
function reactie({ reactie, datum }: OnderzoekBestand, wrong: Report): Diagnostic[] {
  const { wederhoor_tot: concept, rapport_tot: rapport } = reactie ?? {};
  const late = concept !== undefined && concept > datum;
  const early = rapport !== undefined && rapport < datum;
  return [
    ...(late ? [wrong('/reactie/wederhoor_tot', `wederhoor tot ${concept} eindigt na de datum van het rapport, ${datum}`)] : []),
    ...(early
      ? [wrong('/reactie/rapport_tot', `een reactie op het rapport tot ${rapport} ligt voor de datum ervan, ${datum}`)]
      : []),
  ];
}
