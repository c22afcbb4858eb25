import type { Choose } from './vullen-met.ts';

const MAANDEN = 'januari februari maart april mei juni juli augustus september oktober november december'.split(' ');
const WETTEN = ['Wmo 2015', 'Jeugdwet', 'Participatiewet', 'Awb', 'AVG', 'Wet gemeentelijke schuldhulpverlening', 'Wlz'];

const digits = (choose: Choose, count: number) => Array.from({ length: count }, () => choose.below(10)).join('');
const hex = (choose: Choose, count: number) => Array.from({ length: count }, () => '0123456789abcdef'[choose.below(16)]).join('');
const jaar = (choose: Choose) => String(1996 + choose.below(31));
const day = (choose: Choose) => 1 + choose.below(28);
const month = (choose: Choose) => 1 + choose.below(12);

/** What fills each slot of a sentence without personal data: what merely looks like it. */
export const VULLEN_ZONDER: Readonly<Record<string, (choose: Choose) => string>> = {
  jaar,
  maand: (choose) => choose.from(MAANDEN),
  code: (choose) =>
    choose.from([
      `c${digits(choose, 2)}`,
      `C-${digits(choose, 3)}`,
      `vd-c${digits(choose, 2)}`,
      `${choose.from(['A', 'B', 'K'])}${digits(choose, 1)}`,
    ]),
  id: (choose) => choose.from([`w-${hex(choose, 12)}`, `g-${digits(choose, 5)}`, `noord-${digits(choose, 3)}`]),
  hash: (choose) => hex(choose, 64),
  zaak: (choose) =>
    choose.from([
      `Z-${jaar(choose)}-${digits(choose, 5)}`,
      `Z/${jaar(choose).slice(2)}/${digits(choose, 6)}`,
      `${jaar(choose)}-${digits(choose, 5)}`,
      `${jaar(choose)}-${digits(choose, 6)}`,
      `${jaar(choose)}/${digits(choose, 4)}`,
      `WMO.${jaar(choose)}.${digits(choose, 4)}`,
      `D${digits(choose, 8)}`,
      `VNG-${digits(choose, 4)}-${digits(choose, 2)}`,
      `${digits(choose, 10)}`,
      `${digits(choose, 7)}`,
      `IGJ-${digits(choose, 7)}-${digits(choose, 3)}`,
      `12-34-${choose.from(['a', 'b'])}`,
    ]),
  acht: (choose) => digits(choose, 8),
  product: (choose) => choose.from([`45A${digits(choose, 2)}`, `02A${digits(choose, 2)}`, `54${digits(choose, 3)}`]),
  artikel: (choose) =>
    `${choose.from(['2.3.2', '2.3.5', '2.1', '7.3.1', '4.1.1', '9.1', '8', '6:7', '3:46', '1.1.1'])}${choose.from(['', ' lid 4', ', derde lid,', ' lid 2 onder a', ', vierde lid, onder b,'])} ${choose.from(['van de ', ''])}${choose.from(WETTEN)}`,
  kamerstuk: (choose) =>
    choose.from([
      `Kamerstukken II ${jaar(choose)}/${digits(choose, 2)}, ${choose.from(['33 841', '31 839', '34 477', '29 538'])}, nr. ${1 + choose.below(400)}`,
      `Kamerstuk ${choose.from(['33841', '31839', '34477'])}-${1 + choose.below(400)}`,
      `Handelingen II ${jaar(choose)}, ${digits(choose, 2)}-${digits(choose, 1)}-${digits(choose, 2)}`,
      `Kamerstukken I ${jaar(choose)}/${digits(choose, 2)}, ${choose.from(['33 841', '34 104'])}, G`,
    ]),
  bedrag: (choose) =>
    choose.from([
      `€ ${1 + choose.below(9)}.${digits(choose, 3)}.${digits(choose, 3)}`,
      `€ ${100 + choose.below(900)}.${digits(choose, 3)}.${digits(choose, 3)}`,
      `€ ${choose.below(900)},${digits(choose, 2)}`,
      `€${1 + choose.below(99)}.${digits(choose, 3)},-`,
      `${1 + choose.below(40)} miljoen euro`,
      `EUR ${1 + choose.below(99)}.${digits(choose, 3)}`,
      `${1 + choose.below(99)}.${digits(choose, 3)} euro`,
    ]),
  datum: (choose) =>
    choose.from([
      `${day(choose)} ${choose.from(MAANDEN)} ${jaar(choose)}`,
      `${day(choose)}-${month(choose)}-${jaar(choose)}`,
      `${jaar(choose)}-${String(month(choose)).padStart(2, '0')}-${String(day(choose)).padStart(2, '0')}`,
      `${day(choose)}/${month(choose)}/${jaar(choose)}`,
      `${day(choose)} ${choose.from(MAANDEN)}`,
    ]),
  tijd: (choose) => `${8 + choose.below(12)}.${choose.from(['00', '15', '30', '45'])}`,
  week: (choose) => String(1 + choose.below(52)),
  aantal: (choose) => String(2 + choose.below(300)),
  groot: (choose) =>
    choose
      .from([
        `${1 + choose.below(90)}.${digits(choose, 3)}`,
        `${digits(choose, 5)}`,
        `${1 + choose.below(90)} ${digits(choose, 3)}`,
      ])
      .replace(/^0/, '1'),
  percentage: (choose) =>
    choose.from([`${1 + choose.below(99)}%`, `${1 + choose.below(99)} procent`, `${1 + choose.below(99)},${digits(choose, 1)}%`]),
  paragraaf: (choose) =>
    choose.from([
      `${1 + choose.below(9)}.${1 + choose.below(9)}`,
      `${1 + choose.below(9)}.${1 + choose.below(9)}.${1 + choose.below(9)}`,
    ]),
  bestand: (choose) =>
    choose.from([
      `protocol_v${digits(choose, 1)}_${jaar(choose)}${digits(choose, 4)}.docx`,
      `verslag-${jaar(choose)}-${digits(choose, 2)}-${digits(choose, 2)}.pdf`,
      `IMG_${jaar(choose)}0${1 + choose.below(9)}${digits(choose, 2)}_${digits(choose, 6)}.jpg`,
    ]),
};
