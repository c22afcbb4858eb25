import { describe, expect, test } from 'vitest';
import { readOnderzoek } from '../../src/commands/read/onderzoek.ts';
import { xlsForm } from '../../src/formulier/xlsform.ts';
import { newOnderzoek } from '../waarneming/onderzoek.ts';

const { dossier } = readOnderzoek(newOnderzoek());
const LABEL = 'label::Nederlands (nl)';
const HINT = 'hint::Nederlands (nl)';

function form(scope: { gebieden?: string[]; respondenttypen?: string[] } = {}) {
  const { sheets } = xlsForm(dossier, { levering: 'noord', gebieden: [], ...scope });
  const rows = (name: string) => sheets.find((sheet) => sheet.name === name)?.rows ?? [];
  return { survey: rows('survey'), choices: rows('choices'), settings: rows('settings')[0] };
}

describe('een XLSForm', () => {
  const { survey, choices, settings } = form();
  const line = (name: string) => survey.find((row) => row.name === name);
  const list = (name: string) => choices.filter((row) => row.list_name === name).map((row) => row.name);

  test('draagt zijn versie, onderzoek, levering en de vingerafdruk in elk record', () => {
    expect(line('tsd_versie')).toEqual({ type: 'calculate', name: 'tsd_versie', calculation: "'1'" });
    expect(line('tsd_onderzoek')?.calculation).toBe("'proef'");
    expect(line('tsd_levering')?.calculation).toBe("'noord'");
    expect(line('tsd_vingerafdruk')?.calculation).toMatch(/^'v1:[0-9a-f]{64}'$/);
    expect(settings).toMatchObject({ form_id: 'tsd_proef__noord', default_language: 'Nederlands (nl)' });
  });

  test('vraagt per indicator, met de toegespitste vraag als uitleg', () => {
    const name = 'tekst_i_eigen__voorbereid__op_tijd';
    expect(line(name)).toMatchObject({ type: 'text', [HINT]: 'Is er een plan voor de zeventiende verjaardag?' });
    expect(line(name)?.[LABEL]).toMatch(/Op tijd begonnen$/);
    expect(line('strekking_i_eigen__voorbereid__op_tijd')?.relevant).toBe(`\${${name}} != ''`);
  });

  test('heeft per thema een groep, en daarin een herhaling voor meer', () => {
    expect(line('thema_eigen')?.type).toBe('begin_group');
    expect(line('m_eigen')?.type).toBe('begin_repeat');
    expect(line('indicator_m_eigen')).toMatchObject({ type: 'select_multiple indicator', choice_filter: "thema = 'eigen'" });
    expect(line('item_m')?.type).toBe('select_one item');
    const opened = survey.filter((row) => row.type?.startsWith('begin_')).length;
    expect(survey.filter((row) => row.type?.startsWith('end_')).length).toBe(opened);
  });

  test('verlangt wat een bron nodig heeft, en geen datum in de toekomst', () => {
    for (const name of ['bron_soort', 'bron_perspectief', 'bron_datum', 'bron_gebieden'])
      expect(line(name)?.required).toBe('yes');
    expect(line('bron_datum')?.constraint).toBe('. <= today()');
  });

  test('laat een lege herhaling toe, en verlangt een tekst zodra er iets is gekozen', () => {
    expect(line('tekst_m')?.required).toMatch(/^\$\{indicator_m\} != '' or \$\{item_m\} != ''$/);
    expect(line('tekst_m_eigen')?.required).toMatch(/^\$\{indicator_m_eigen\} != ''$/);
  });

  test('kent de keuzelijsten van dit onderzoek', () => {
    expect(list('gebied')).toEqual(['voorbeelderdam', 'fictiehove']);
    expect(list('partij')).toEqual(['gemeente_fictiehove']);
    expect(list('vastlegger')).toEqual(['igj', 'nla']);
    expect(list('item')).toEqual(['gj_1']);
    expect(list('indicator')).toHaveLength(3);
    expect(list('strekking')).not.toEqual([]);
  });

  test('noemt elke vraag met een naam en een opschrift die geen andere vraag heeft', () => {
    for (const column of ['name', LABEL]) {
      const values = survey.filter((row) => /^(text|date|select|calc)/.test(row.type ?? '')).flatMap((row) => row[column] ?? []);
      expect(new Set(values).size).toBe(values.length);
    }
  });
});

test('een XLSForm voor een gebied en een respondenttype vult die in, en vraagt alleen wat hun wordt gevraagd', () => {
  const { survey } = form({ gebieden: ['fictiehove'], respondenttypen: ['jongere'] });
  const names = survey.map((row) => row.name);
  expect(survey.find((row) => row.name === 'bron_gebieden')?.default).toBe('fictiehove');
  expect(survey.find((row) => row.name === 'bron_perspectief')?.default).toBe('burger');
  expect(names).toContain('tekst_i_eigen__voorbereid__op_tijd');
  expect(names).not.toContain('tekst_i_eigen__samen__regie');
  expect(names.some((name) => name?.startsWith('gebied_'))).toBe(false);
});

test('een ander XLSForm heeft een andere versie, hetzelfde dezelfde', () => {
  expect(form().settings?.version).toBe(form().settings?.version);
  expect(form({ gebieden: ['fictiehove'] }).settings?.version).not.toBe(form().settings?.version);
});
