import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readOnderzoek } from '../../src/commands/read/onderzoek.ts';
import { findInReport, type ReportNumber, type ReportPlace } from '../../src/commands/report/trace-report.ts';
import { buildChain } from '../../src/oordeel/chain.ts';
import { readKlein } from '../oordeel/klein.ts';

const { dossier } = readKlein();
const chain = buildChain(dossier);

const find = (asked: Partial<ReportNumber>): ReportPlace =>
  findInReport({ map: 'west', nummer: '1', indeling: 'thema', ...asked }, dossier, chain);

const lying = (nummer: string, tekst: string) => ({
  printed: { format: 'md' as const, file: 'rapport/west/lokaal.md', text: `:::alinea{nr="${nummer}"}\n${tekst}\n:::\n` },
  nummer,
});

const sentenceOf = (place: ReportPlace): string => ('node' in place ? (/“(.*)”/.exec(place.feit)?.[1] ?? '') : '');

describe('findInReport', () => {
  it('says nothing when the report that lies there agrees', () => {
    expect(find(lying('1', sentenceOf(find({}))))).toMatchObject({ diagnostics: [] });
  });

  it('warns when the number is not in the report that lies there', () => {
    const [diagnostic] = (find({ ...lying('99', 'Iets.'), nummer: '1' }) as { diagnostics: unknown[] }).diagnostics;
    expect(diagnostic).toMatchObject({ severity: 'warning', message: expect.stringContaining('een nummer 1 staat er niet in') });
  });

  it('names what is printed at a number that a new report does not have', () => {
    const place = find(lying('99', 'Iets.'));
    expect(place).toMatchObject({ gone: { severity: 'error', message: expect.stringContaining('staat er “Iets.”') } });
    expect(place).toMatchObject({ gone: { message: expect.stringMatching(/in een nieuw rapport staat daar niets$/) } });
  });

  it('names the indeling when that is what differs', () => {
    const whole = readOnderzoek(join(import.meta.dirname, '../../examples/overgang-18-plus')).dossier;
    const asked = { map: 'voorbeelderdam', nummer: '12', indeling: 'deelvraag' as const };
    const tekst = sentenceOf(findInReport(asked, whole, buildChain(whole)));
    const place = findInReport({ ...asked, ...lying('12', tekst), indeling: 'thema' }, whole, buildChain(whole));
    const message = expect.stringMatching(/^dit rapport is ingedeeld per deelvraag/);
    expect(place).toMatchObject({ diagnostics: [{ message, help: 'geef --indeling deelvraag' }] });
  });
});
