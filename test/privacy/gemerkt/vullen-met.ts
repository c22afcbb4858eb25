/** Chooses the next of a list, or a number below a limit, the same on every run. */
export interface Choose {
  below(limit: number): number;
  from<T>(list: readonly T[]): T;
}

/** A linear congruential generator (Numerical Recipes): this set must not change between machines. */
export function chooser(seed: number): Choose {
  let state = seed >>> 0;
  const below = (limit: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  return { below, from: (list) => list[below(list.length)] as (typeof list)[number] };
}

const VOORNAMEN =
  'Samira Daan Noor Youssef Lotte Emre Sanne Bilal Fleur Jayden Mirthe Ömer Zoë Chiara Gijs Dewi Ruben Aaliyah Björn Naomi Kees Femke Ibrahim Roos Thijs Esmée Mohamed Jet Semih Anouk Levi Romy Tygo Selin Wout Amina'.split(
    ' ',
  );
const ACHTERNAMEN = [
  'Jansen',
  'De Vries',
  'Bakker',
  'Van den Berg',
  'El Amrani',
  'Yılmaz',
  'Visser',
  'Nieuwenhuis',
  'Van der Meulen',
  'Kok',
  "'t Hart",
  'Özdemir',
  'De Wit-Smeets',
  'Postma',
  'Ter Braak',
  'Van Beek',
  'Hendriks',
  'Ben Haddou',
  'Van ’t Veer',
  'Kaya',
  'Schouten',
  'De la Cruz',
  'Timmermans',
  'Op den Camp',
  'Wójcik',
  "D'Hondt",
  'Ali',
  'Van Leeuwen',
  'Pinas',
  'Huisman',
  'Da Silva',
  'Willemsen',
  'Van Rossum',
  'Hoekstra',
  'Martina',
  'Scholten',
];
const STRATEN = [
  'Verzonnenlaan',
  'Denkbeeldstraat',
  'Nergensweg',
  'Lindenhof',
  'Burgemeester Proefstraat',
  'Fictiekade',
  'Prins Bernhardlaan',
  'Oude Zandweg',
  'Kerkpad',
  'Meidoornplantsoen',
  'Dr. Schaepmanstraat',
  'Van Goghlaan',
  'Laan van Nergens',
  'Achterom',
  'Zuidwal',
  "'t Hofje",
  'Jan van der Proefweg',
];
const LETTERS = 'BDFGHJKLMNPRSTVXZ';

const digits = (choose: Choose, count: number) => Array.from({ length: count }, () => choose.below(10)).join('');
const letters = (choose: Choose, count: number) =>
  Array.from({ length: count }, () => LETTERS[choose.below(LETTERS.length)]).join('');

/** A burgerservicenummer of the range that is used in tests (9999…), which passes the elfproef. */
function bsnDigits(choose: Choose, start = '9999', length = 9): string {
  for (;;) {
    const number = start + digits(choose, length - start.length);
    const padded = number.padStart(9, '0');
    const sum = [...padded].reduce((total, digit, index) => total + Number(digit) * (index === 8 ? -1 : 9 - index), 0);
    if (sum % 11 === 0) return number;
  }
}

function bsn(choose: Choose): string {
  const n = bsnDigits(choose);
  const three = `${n.slice(0, 3)} ${n.slice(3, 6)} ${n.slice(6)}`;
  return choose.from([
    n,
    n,
    n,
    three,
    three.replaceAll(' ', '.'),
    `${n.slice(0, 4)}.${n.slice(4, 6)}.${n.slice(6)}`,
    three.replaceAll(' ', '-'),
  ]);
}

function bsn8(choose: Choose): string {
  const n = bsnDigits(choose, '9999', 8);
  return choose.from([n, n, `${n.slice(0, 4)} ${n.slice(4)}`, `${n.slice(0, 2)}.${n.slice(2, 5)}.${n.slice(5)}`]);
}

function iban(choose: Choose): string {
  const [country, body] = choose.from([
    ['NL', `${choose.from(['FICT', 'VERZ', 'PROE'])}0${digits(choose, 9)}`],
    ['NL', `TEST${digits(choose, 10)}`],
    ['BE', digits(choose, 12)],
    ['DE', digits(choose, 18)],
  ] as const);
  const numeric = [...`${body}${country}00`].map((char) => Number.parseInt(char, 36)).join('');
  const check = 98n - (BigInt(numeric) % 97n);
  const whole = `${country}${String(check).padStart(2, '0')}${body}`;
  return choose.from([whole, whole.replace(/(.{4})(?=.)/g, '$1 '), whole.replace(/(.{4})(?=.)/g, '$1 '), whole.toLowerCase()]);
}

function telefoon(choose: Choose): string {
  const mobile = `0${digits(choose, 7)}`;
  const line = `1${digits(choose, 6)}`;
  const [two, three] = [
    choose.from(['10', '20', '30', '40', '50', '70', '85', '88']),
    choose.from(['118', '172', '251', '343', '411', '485', '515', '570', '592']),
  ];
  return choose.from([
    `06-${mobile}`,
    `06${mobile}`,
    `06 ${mobile.replace(/(..)(?=.)/g, '$1 ')}`,
    `06 - ${mobile.slice(0, 4)} ${mobile.slice(4)}`,
    `+31 6 ${mobile}`,
    `+31 (0)6 ${mobile.slice(0, 4)} ${mobile.slice(4)}`,
    `00316${mobile}`,
    `0${two}-${line}`,
    `0${two} - ${line.slice(0, 3)} ${line.slice(3, 5)} ${line.slice(5)}`,
    `(0${two}) ${line.slice(0, 3)} ${line.slice(3)}`,
    `0${three}-${line.slice(0, 6)}`,
    `0${three} ${line.slice(0, 2)} ${line.slice(2, 4)} ${line.slice(4, 6)}`,
    `+31 ${two} ${line.slice(0, 3)} ${line.slice(3)}`,
    `06.${mobile.replace(/(..)(?=.)/g, '$1.')}`,
    `0800-${digits(choose, 4)}`,
    `06 – ${mobile.slice(0, 4)} ${mobile.slice(4)}`,
    `+31-6-${mobile}`,
    `0031 (0)${two} ${line}`,
    `06/${mobile}`,
  ]);
}

function geboortedatum(choose: Choose): string {
  const [day, month, year] = [1 + choose.below(28), 1 + choose.below(12), 1935 + choose.below(85)];
  const two = (n: number) => String(n).padStart(2, '0');
  const named = 'januari februari maart april mei juni juli augustus september oktober november december'.split(' ')[month - 1];
  return choose.from([
    `${day}-${month}-${year}`,
    `${two(day)}-${two(month)}-${year}`,
    `${day} ${named} ${year}`,
    `${day} ${named} ${year}`,
    `${day}/${month}/${year}`,
    `${two(day)}.${two(month)}.${year}`,
    `${year}-${two(month)}-${two(day)}`,
    `${two(day)}-${two(month)}-${two(year % 100)}`,
    `${day} ${named?.slice(0, 3)} ${year}`.replace('maa', 'mrt'),
    `${day} ${named} '${two(year % 100)}`,
    `${day}-${month}-'${two(year % 100)}`,
  ]);
}

function adres(choose: Choose): string {
  const number = `${1 + choose.below(240)}${choose.from(['', '', '', '', 'a', '-2', ' B', ' hs'])}`;
  const [four, two] = [`${1 + choose.below(9)}${digits(choose, 3)}`, letters(choose, 2).replace('SS', 'SB')];
  return `${choose.from(STRATEN)} ${number}${choose.from([', ', ' ', ', ', ' te ', '; '])}${four}${choose.from([' ', ' ', ' ', ''])}${two}`.replace(
    ' te ',
    ', ',
  );
}

/** Letters and digits by sidecode, L and 9 standing for them. */
const SIDECODES = [
  'LL-99-99',
  '99-99-LL',
  '99-LL-99',
  'LL-99-LL',
  'LL-LL-99',
  '99-LL-LL',
  '99-LLL-9',
  '9-LLL-99',
  'LL-999-L',
  'L-999-LL',
  'LLL-99-L',
  'L-99-LLL',
  '9-LL-999',
  '999-LL-9',
];

function kenteken(choose: Choose): string {
  return choose
    .from(SIDECODES)
    .replace(/L/g, () => letters(choose, 1))
    .replace(/9/g, () => digits(choose, 1));
}

function naamNaTitel(choose: Choose): string {
  const surname = choose.from(ACHTERNAMEN);
  const lower = surname.replace(/^(?:De|Van|El|Ter|Ben|Op|Da|D)(?= )|^Van (?:den|der)/, (particle) => particle.toLowerCase());
  const initials = `${choose.from(VOORNAMEN)[0]}.${choose.below(3) === 0 ? `${choose.from(VOORNAMEN)[0]}.` : ''}`;
  return choose.from([surname, surname, surname, lower, `${initials} ${lower}`, `${choose.from(VOORNAMEN)} ${lower}`]);
}

/** What fills each slot of a sentence. */
export const VULLEN: Readonly<Record<string, { kind: string; make: (choose: Choose) => string }>> = {
  'naam!': { kind: 'naam', make: naamNaTitel },
  naam: {
    kind: 'naam',
    make: (choose) =>
      choose.from([choose.from(ACHTERNAMEN), `${choose.from(VOORNAMEN)} ${choose.from(ACHTERNAMEN)}`, choose.from(VOORNAMEN)]),
  },
  vol: { kind: 'naam', make: (choose) => `${choose.from(VOORNAMEN)} ${choose.from(ACHTERNAMEN)}` },
  klein: { kind: 'naam', make: (choose) => choose.from(ACHTERNAMEN).toLowerCase() },
  postcode: {
    kind: 'adres',
    make: (choose) => {
      const code = `${1 + choose.below(9)}${digits(choose, 3)}${choose.from([' ', ''])}${letters(choose, 2).replace('SS', 'SB')}`;
      return `${code}${choose.from([', nummer ', ' nr. ', ', huisnummer ', '-', ' '])}${1 + choose.below(180)}`;
    },
  },
  voornaam: { kind: 'naam', make: (choose) => choose.from(VOORNAMEN) },
  bsn: { kind: 'bsn', make: bsn },
  bsn8: { kind: 'bsn', make: bsn8 },
  iban: { kind: 'iban', make: iban },
  'e-mail': {
    kind: 'e-mail',
    make: (choose) => {
      const [first, last] = [
        choose.from(['samira', 'd', 'noor', 'y.', 'lotte_', 'emre']),
        choose.from(['jansen', 'devries', 'bakker', 'amrani', 'kok', 'van.beek']),
      ];
      return `${first}${choose.from(['.', '', '-']).replace(/\./, first.endsWith('.') ? '' : '.')}${last}${choose.from(['', '', '87', '+tsd'])}@${choose.from(['voorbeelderdam.example', 'mail.example', 'zorg-fictie.example', 'post.fictiehove.example'])}`;
    },
  },
  telefoon: { kind: 'telefoon', make: telefoon },
  adres: { kind: 'adres', make: adres },
  geboortedatum: { kind: 'geboortedatum', make: geboortedatum },
  kenteken: { kind: 'kenteken', make: kenteken },
  kentekenLos: {
    kind: 'kenteken',
    make: (choose) =>
      choose.from([kenteken(choose).replaceAll('-', ''), kenteken(choose).replaceAll('-', ' '), kenteken(choose).toLowerCase()]),
  },
};
