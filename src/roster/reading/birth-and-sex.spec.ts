import { describe, expect, it } from '@jest/globals';
import { gridWorkbook, type GridCell } from '../../../test/support/grid-workbook.js';
import { readRoster } from './read-roster.js';

const UNIT = 'Xã Mường Phăng';
const POST = 'Văn phòng – Thống kê';

/** A header of two rows with the birth date in parts, and a person a row. */
function inParts(
  parts: readonly string[],
  people: readonly (readonly GridCell[])[],
  merged = true,
) {
  const parent: GridCell[] = parts.map((_part, at) => (at === 0 ? 'Ngày, tháng, năm sinh' : null));
  const last = String.fromCharCode('B'.charCodeAt(0) + parts.length - 1);
  const book = gridWorkbook({
    rows: [
      ['Họ và tên', ...parent, 'Đơn vị công tác', 'Chức vụ'],
      [null, ...parts],
      ...people.map((cells, at) => [
        `Lò Văn ${['Ún', 'Hai', 'Ba', 'Bốn', 'Năm'][at]}`,
        ...cells,
        UNIT,
        POST,
      ]),
    ],
    ...(merged && { merges: ['A1:A2', `B1:${last}1`] }),
  });
  const { records, issues } = readRoster('a.xlsx', book);
  return {
    born: records.map(({ bornOn }) => bornOn),
    issues: issues.map(({ row, column, code }) => `${row} ${column} ${code}`),
  };
}

describe('a birth date in several columns', () => {
  const PEOPLE = [
    [12, 5, 1980],
    ['03', '11', '1975'],
    [null, 5, 1980],
    [null, null, 1980],
    ['00', '00', '1969'],
  ];
  const BORN = ['1980-05-12', '1975-11-03', '1980-05', '1980', '1969'];

  it('is read as one, as precise as its parts are, under a merged header and under a plain one', () => {
    for (const merged of [true, false])
      expect(inParts(['Ngày', 'Tháng', 'Năm'], PEOPLE, merged)).toEqual({ born: BORN, issues: [] });
  });

  it('is read without diacritics, in another order, and with labels of their own', () => {
    expect(inParts(['Ngay', 'Thang', 'Nam'], PEOPLE).born).toEqual(BORN);
    const turned = PEOPLE.map(([day = null, month = null, year = null]) => [year, month, day]);
    expect(inParts(['Năm', 'Tháng', 'Ngày'], turned).born).toEqual(BORN);
    const labels = [
      'Họ và tên',
      'Ngày sinh',
      'Tháng sinh',
      'Năm sinh',
      'Đơn vị công tác',
      'Chức vụ',
    ];
    const flat = gridWorkbook({ rows: [labels, ['Lò Văn Ún', 12, 5, 1980, UNIT, POST]] });
    expect(readRoster('a.xlsx', flat).records[0]?.bornOn).toBe('1980-05-12');
  });

  it('is read with day and month in one column', () => {
    const people = [
      ['12/5', 1980],
      ['3.11', 1975],
    ];
    expect(inParts(['Ngày, tháng', 'Năm'], people).born).toEqual(['1980-05-12', '1975-11-03']);
  });

  it('that no calendar has, or without its month, is told at the year and nothing is guessed', () => {
    const people = [
      [31, 2, 1980],
      [12, null, 1980],
      [5, 13, 1980],
      [12, 5, null],
      [12, 5, 80],
    ];
    expect(inParts(['Ngày', 'Tháng', 'Năm'], people)).toEqual({
      born: [null, null, null, null, '1980-05-12'],
      issues: [
        '3 D roster.date-impossible',
        '4 D roster.birth-month-missing',
        '5 D roster.date-month-first',
        '6 D roster.birth-missing',
        '7 D roster.date-short-year',
      ],
    });
  });

  it('is none where whole dates stand beside a year: the date counts', () => {
    const labels = ['Họ và tên', 'Ngày sinh', 'Năm sinh', 'Đơn vị công tác', 'Chức vụ'];
    const book = gridWorkbook({ rows: [labels, ['Lò Văn Ún', '12/5/1980', 1980, UNIT, POST]] });
    expect(readRoster('a.xlsx', book).records[0]?.bornOn).toBe('1980-05-12');
  });
});

describe('a column for marks of a sex', () => {
  const notes = (labels: readonly string[], marks: readonly GridCell[][]) => {
    const book = gridWorkbook({
      rows: [
        ['Họ và tên', 'Ngày sinh', ...labels, 'Đơn vị công tác', 'Chức vụ'],
        ...marks.map((cells, at) => [
          `Lò Văn ${at === 0 ? 'Ún' : 'Hai'}`,
          `${at + 1}/5/1980`,
          ...cells,
          UNIT,
          POST,
        ]),
      ],
    });
    const { records, issues } = readRoster('a.xlsx', book);
    return [
      records.map(({ sex }) => sex),
      issues.map(({ row, column, code, severity }) => [row, column, code, severity]),
    ];
  };
  const UNMARKED = [1, 'C', 'roster.sex-unmarked', 'note'];

  it('says the other sex where it says that there is no mark', () => {
    expect(notes(['Nữ'], [['x'], ['-'], [0], [null]])[0]).toEqual([
      ...['female', 'male', 'male', 'male'],
    ]);
    expect(notes(['Nữ'], [['x'], ['?'], [null]])[0]).toEqual(['female', null, 'male']);
  });

  it('without any mark leaves the sex open, and a note says so', () => {
    expect(notes(['Nữ'], [[null], [null]])).toEqual([[null, null], [UNMARKED]]);
    expect(notes(['Nữ'], [['-'], [0]])).toEqual([[null, null], [UNMARKED]]);
    expect(
      notes(
        ['Nam', 'Nữ'],
        [
          [null, null],
          [null, null],
        ],
      ),
    ).toEqual([[null, null], [UNMARKED]]);
  });

  it('with a mark says what blanks mean instead; where a column of words tells nothing is said', () => {
    expect(notes(['Nữ'], [['x'], [null]])).toEqual([
      ['female', 'male'],
      [[1, 'C', 'roster.sex-by-blank', 'note']],
    ]);
    expect(
      notes(
        ['Nữ', 'Giới tính'],
        [
          [null, 'Nam'],
          [null, 'Nữ'],
        ],
      ),
    ).toEqual([['male', 'female'], []]);
  });
});

describe('a row that does not say the sex', () => {
  const sexes = (cells: readonly GridCell[][], head: readonly GridCell[]) => {
    const rows = cells.map((each, at) => [`Lò Văn ${'ABCDE'[at]}`, 1980, ...each, UNIT, POST]);
    const book = gridWorkbook({
      rows: [['Họ và tên', 'Năm sinh', ...head, 'Đơn vị công tác', 'Chức vụ'], ...rows],
    });
    const { records, issues } = readRoster('a.xlsx', book);
    return [
      records.map(({ sex }) => sex),
      issues.map(({ row, column, code, severity }) => `${row} ${column} ${code} ${severity}`),
    ];
  };

  it('is a gap where the others of its table say it', () => {
    expect(sexes([['Nam'], [null], ['Nữ']], ['Giới tính'])).toEqual([
      ['male', null, 'female'],
      ['3 C roster.sex-missing warning'],
    ]);
    expect(
      sexes(
        [
          ['x', null],
          [null, null],
          [null, '√'],
        ],
        ['Nam', 'Nữ'],
      ),
    ).toEqual([['male', null, 'female'], ['3 D roster.sex-missing warning']]);
  });

  it('is none where nobody says it', () => {
    expect(sexes([[null], [null]], ['Giới tính'])).toEqual([[null, null], []]);
  });

  it.each(['√', '×', '•', '✓'])('takes %s for a mark', (mark) => {
    expect(sexes([[mark, null]], ['Nam', 'Nữ'])).toEqual([['male'], []]);
  });
});

describe('columns "Nam" and "Nữ" with counts among the dates', () => {
  const rows = [
    ['Tổng cộng', 1, 1, null, null],
    ['Lò Văn Ún', '12/5/1980', null, UNIT, POST],
    ['Cộng I', 1, null, null, null],
    ['Lò Thị Hai', null, 1981, UNIT, POST],
    ['Cộng II', null, 1, null, null],
  ];
  const BORN = [
    ['male', '1980-05-12'],
    ['female', '1981'],
  ];

  it.each([
    [
      'under "Ngày sinh"',
      [
        ['Họ và tên', 'Ngày sinh', null, 'Đơn vị', 'Chức vụ'],
        [null, 'Nam', 'Nữ'],
      ],
    ],
    ['alone', [['Họ và tên', 'Nam', 'Nữ', 'Đơn vị', 'Chức vụ']]],
  ])('hold dates: a "1" is no mark there, %s', (_where, head) => {
    const merges = head.length > 1 ? ['B1:C1'] : [];
    const book = gridWorkbook({ rows: [...head, ...rows], merges });
    const { records, issues } = readRoster('a.xlsx', book);
    expect(records.map(({ sex, bornOn }) => [sex, bornOn])).toEqual(BORN);
    expect(issues).toEqual([]);
  });
});

describe('a column of figures for the sex', () => {
  const sexes = (label: string) => {
    const rows = [
      ['Họ và tên', 'Năm sinh', label, 'Đơn vị', 'Chức vụ'],
      ['Lò Văn Ún', 1980, 1, UNIT, POST],
      ['Lò Thị Hai', 1981, 0, UNIT, POST],
    ];
    const { records, issues } = readRoster('a.xlsx', gridWorkbook({ rows }));
    return [records.map(({ sex }) => sex), issues.map(({ row, code }) => `${row} ${code}`)];
  };

  it.each([
    'Giới tính (Nam: 1, Nữ: 0)',
    'Nam = 1, Nữ = 0',
    'GIOI TINH (NAM 1; NU 0)',
    'Giới tính (1: Nam, 0: Nữ)',
    'Giới tính (0 = Nữ; 1 = Nam)',
  ])('is read where its label says what they mean: %s', (label) =>
    expect(sexes(label)).toEqual([['male', 'female'], []]),
  );

  it('is a question where nothing says so', () => {
    expect(sexes('Giới tính')).toEqual([
      [null, null],
      ['2 roster.sex-unknown', '3 roster.sex-unknown'],
    ]);
  });
});

describe('a column "Nữ" of counts beside the table', () => {
  it('says nothing of the sex, which a column of its own says', () => {
    const rows = [
      ['Họ và tên', 'Năm sinh', 'GT', 'Đơn vị', 'Chức vụ', null, 'Tổng số', 'Nữ'],
      ['Lò Văn Ún', 1980, 'Nam', UNIT, POST, null, 10, 4],
      ['Lò Thị Hai', 1981, 'Nữ', UNIT, POST],
    ];
    const { records, issues } = readRoster('a.xlsx', gridWorkbook({ rows }));
    expect(records.map(({ sex }) => sex)).toEqual(['male', 'female']);
    expect(issues).toEqual([]);
  });
});

describe('a sex in two languages', () => {
  it('is read where both say the same', () => {
    const words = ['Male/Nam', 'Nữ (Female)', 'Nam / Nữ'];
    const rows = words.map((sex, at) => [
      `Lò Văn ${['Ún', 'Hai', 'Ba'][at] ?? ''}`,
      1980,
      sex,
      UNIT,
      POST,
    ]);
    const head = ['Họ và tên', 'Năm sinh', 'Giới tính', 'Đơn vị', 'Chức vụ'];
    const { records } = readRoster('a.xlsx', gridWorkbook({ rows: [head, ...rows] }));
    expect(records.map(({ sex }) => sex)).toEqual(['male', 'female', null]);
  });
});
