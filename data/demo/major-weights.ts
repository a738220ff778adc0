/** How often majors occur among people whose seat does not decide them: invented. */

export type Weights = readonly (readonly [string, number])[];

/** Majors of people whose position asks for none in particular, or who are out of field. */
export const LEADERS: Weights = [
  ['law', 26],
  ['public-administration', 24],
  ['economics', 12],
  ['politics', 10],
  ['accounting', 6],
  ['agronomy', 8],
  ['land', 4],
  ['construction', 3],
  ['culture', 4],
  ['forestry', 3],
];
export const IDLE: Weights = [
  ['culture', 26],
  ['law', 18],
  ['public-administration', 16],
  ['accounting', 9],
  ['economics', 9],
  ['office-management', 5],
  ['social-work', 4],
  ['finance', 4],
  ['politics', 3],
  ['social-science', 3],
  ['business-administration', 3],
  ['tourism', 2],
  ['sport', 2],
];
export const LEAVERS: Weights = [...LEADERS, ['pedagogy', 8], ['culture', 6], ['animal-health', 5]];
/** Majors of civil servants who leave or are idle, by old title. */
export const BY_TITLE: Readonly<Record<string, Weights>> = {
  'X-TCKT': [
    ['accounting', 50],
    ['finance', 20],
    ['economics', 20],
    ['business-administration', 10],
  ],
  'X-TPHT': [
    ['law', 85],
    ['public-administration', 15],
  ],
  'X-VPTK': [
    ['public-administration', 30],
    ['law', 20],
    ['office-management', 15],
    ['economics', 15],
    ['archives', 8],
    ['statistics', 6],
    ['business-administration', 6],
  ],
  'X-VHXH': [
    ['culture', 45],
    ['social-work', 12],
    ['public-administration', 12],
    ['social-science', 10],
    ['law', 8],
    ['tourism', 5],
    ['sport', 4],
    ['journalism', 2],
    ['ethnology-religion', 2],
  ],
  'X-DCXD': [
    ['land', 45],
    ['agronomy', 25],
    ['construction', 12],
    ['forestry', 8],
    ['animal-health', 6],
    ['environment', 4],
  ],
};
export const PARTY: Weights = [
  ['politics', 34],
  ['law', 24],
  ['public-administration', 24],
  ['economics', 6],
  ['agronomy', 6],
  ['pedagogy', 6],
];
export const FRONT: Weights = [
  ['politics', 24],
  ['law', 20],
  ['social-work', 14],
  ['public-administration', 18],
  ['social-science', 6],
  ['culture', 8],
  ['agronomy', 10],
];
