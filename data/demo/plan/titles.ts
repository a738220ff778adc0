/** Old titles that people of an old commune with such work hold, likeliest first. */
const COMMUNE_WORK: Readonly<Record<string, readonly string[]>> = {
  C6: ['X-VPTK', 'X-VHXH'],
  E7: ['X-VPTK', 'X-TCKT'],
  E2: ['X-VPTK', 'X-TCKT'],
  C4: ['X-VHXH'],
  C8: ['X-VHXH'],
  C2: ['X-VHXH'],
  C1: ['X-VHXH', 'X-VPTK'],
  E5: ['X-DCXD'],
  E6: ['X-DCXD'],
  E8: ['X-DCXD'],
  E10: ['X-DCXD'],
  E1: ['X-TCKT'],
  O8: ['X-TCKT'],
  O10: ['X-TPHT'],
  O6: ['X-TPHT'],
  O11: ['X-TPHT', 'X-VPTK'],
  O1: ['X-VPTK', 'X-TPHT'],
  O5: ['X-VPTK'],
  P1: ['X-VPTK', 'X-TPHT'],
};
/** The civil servants of an old commune, the military commander apart. */
export const ANY_CIVIL_SERVANT = ['X-VPTK', 'X-DCXD', 'X-TCKT', 'X-TPHT', 'X-VHXH'] as const;

/** What people out of field do: seldom land and building, whose majors are wanted. */
const ANY_COMMUNE_WORK = ['X-VHXH', 'X-VPTK', 'X-TPHT', 'X-TCKT'] as const;

export function communeWorkOf(positionCode: string | null): readonly string[] {
  return COMMUNE_WORK[positionCode ?? ''] ?? ANY_COMMUNE_WORK;
}

/** Leading titles of an old commune by block, in the order in which they are filled. */
export const COMMUNE_LEADERS = {
  government: ['X-PCT', 'X-PCT-HDND', 'X-PCT'],
  party: ['X-BT', 'X-CT', 'X-PBT', 'X-CT-HDND', 'X-PBT'],
  front: ['X-MT', 'X-PN', 'X-ND', 'X-DTN', 'X-CCB'],
} as const;

/** The new title that an old one of the Front is nearest to. */
export const FRONT_TITLE: Readonly<Record<string, string>> = {
  F1: 'X-MT',
  F2: 'X-PN',
  F3: 'X-ND',
  F4: 'X-CCB',
  F5: 'X-DTN',
};

const ECONOMIC = ['H-TCKH', 'H-NNMT', 'H-KTHT'];
const SOCIAL = ['H-NV', 'H-VHKHTT', 'H-GDDT', 'H-DTTG', 'H-YTE'];
const OFFICE = ['H-VP', 'H-TP', 'H-TTR'];
const ALL = [...OFFICE, ...ECONOMIC, ...SOCIAL];

const heads = (of: readonly string[]): string[] => of.map((one) => `${one}-TP`);
const deputies = (of: readonly string[]): string[] => of.map((one) => `${one}-PTP`);
const specialists = (of: readonly string[]): string[] => of.map((one) => `${one}-CV`);

/** Old district titles that lead to a new position, best first; the last ones are without limit. */
const DISTRICT_WAYS: Readonly<Record<string, readonly string[]>> = {
  'CT-HDND-PCT': ['H-PCT-HDND', 'H-BAN-TB', ...heads(ALL), ...deputies(ALL), ...specialists(ALL)],
  'BAN-PT': ['H-BAN-TB', 'H-BAN-PB', ...deputies(ALL), ...heads(ALL), ...specialists(ALL)],
  'UBND-PCT': ['H-PCT', ...heads(ALL), ...deputies(ALL), ...specialists(ALL)],
  L1: [...heads(OFFICE), ...deputies(OFFICE), ...specialists(OFFICE)],
  L2: [...deputies(OFFICE), ...specialists(OFFICE)],
  L5: [...deputies(OFFICE), ...deputies(SOCIAL), ...specialists(OFFICE)],
  L6: [...deputies(OFFICE), ...specialists(OFFICE)],
  'L3-KT': [...heads(ECONOMIC), ...deputies(ECONOMIC), ...specialists(ECONOMIC)],
  'L4-KT': [...deputies(ECONOMIC), ...specialists(ECONOMIC)],
  'L3-VX': [...heads(SOCIAL), ...deputies(SOCIAL), ...specialists(SOCIAL)],
  'L4-VX': [...deputies(SOCIAL), ...specialists(SOCIAL)],
  O1: ['H-VP-CV'],
  O5: ['H-VP-CV'],
  P1: ['H-VP-CV', 'H-TP-CV'],
  O6: ['H-TTR-CV', 'H-TP-CV'],
  O8: ['H-VP-KT', 'H-TCKH-CV'],
  O10: ['H-TP-CV'],
  O11: ['H-VP-CV'],
  E1: ['H-TCKH-CV'],
  E2: ['H-TCKH-CV'],
  E5: ['H-KTHT-CV'],
  E6: ['H-KTHT-CV'],
  E7: ['H-KTHT-CV'],
  E8: ['H-NNMT-CV'],
  E10: ['H-NNMT-CV'],
  C1: ['H-NV-CV', 'H-DTTG-CV'],
  C2: ['H-NV-CV'],
  C4: ['H-GDDT-CV'],
  C6: ['H-VHKHTT-CV'],
  C8: ['H-YTE-CV'],
  D1: ['H-BT', 'H-CT', 'H-PBT', 'H-UBKT-CN', 'H-DANG-TB', 'H-DANG-PB', 'H-DANG-CV'],
  D12: ['H-UBKT-PCN', 'H-DANG-PB', 'H-TTCT-GD', 'H-DANG-CV'],
  D6: ['H-DANG-CV'],
  D7: ['H-DANG-KT'],
  D11: ['H-TTCT-GV', 'H-DANG-CV'],
  D14: ['H-UBKT-UV'],
  F6: ['H-MT-CT', 'H-PN-CT', 'H-DTN-CT', 'H-ND-CT', 'H-MT-CV'],
  SN1: ['H-SN-GD', 'H-SN-PGD'],
  SN2: ['H-SN-PGD'],
  SN3: ['H-SN-NN'],
  SN4: ['H-SN-VH'],
  SN5: ['H-SN-DA'],
  SN6: ['H-SN-HC', 'H-SN-DN'],
};

/** Old district titles of those who leave, by block. */
const DISTRICT_LEAVERS: Readonly<Record<string, readonly string[]>> = {
  government: [...heads(ALL), ...deputies(ALL), ...specialists(ALL), 'H-VP-VT'],
  party: ['H-PBT', 'H-DANG-TB', 'H-DANG-PB', 'H-DANG-CV', 'H-UBKT-CN', 'H-UBKT-UV', 'H-TTCT-GD'],
  front: ['H-MT-PCT', 'H-CCB-CT', 'H-CCB-PCT', 'H-ND-PCT', 'H-PN-PCT', 'H-MT-CV'],
};

export function districtWaysOf(block: string, positionCode: string | null): readonly string[] {
  return positionCode === null
    ? (DISTRICT_LEAVERS[block] ?? [])
    : (DISTRICT_WAYS[positionCode] ?? []);
}

const LIMITS: readonly (readonly [RegExp, number])[] = [
  [/^H-(BT|PBT|CT|PCT-HDND|UBKT-CN|TTCT-GD|MT-CT|VP-KT)$/, 1],
  [/^H-(PCT|BAN-TB|BAN-PB|UBKT-PCN|MT-PCT)$/, 2],
  [/^H-(DANG-TB|DANG-PB|SN-GD)$/, 4],
  [/-(TP|CT|PCT)$/, 1],
  [/-PTP$/, 2],
];

/** How many people of a district hold a title at most. */
export function limitOf(title: string): number {
  return LIMITS.find(([pattern]) => pattern.test(title))?.[1] ?? Number.POSITIVE_INFINITY;
}

/** Old titles that lead; the planned ones may lead although they do not yet. */
const LEADS =
  /^(X-(BT|PBT|CT|CT-HDND|PCT-HDND|PCT|MT|DTN|PN|ND|CCB)|H-(BT|PBT|CT|CT-HDND|PCT|PCT-HDND|BAN-..|DANG-[TP]B|UBKT-CN|UBKT-PCN|TTCT-GD|SN-P?GD|\w+-P?TP|\w+-P?CT))$/;

export function leads(title: string): boolean {
  return LEADS.test(title);
}

export const LEADING_POSITIONS: ReadonlySet<string> = new Set([
  ...['L1', 'L2', 'L3-KT', 'L3-VX', 'L4-KT', 'L4-VX', 'L5', 'L6', 'L7', 'L8'],
  ...['D4', 'D5', 'D9', 'D12', 'D13', 'F2', 'F3', 'F4', 'F5', 'SN1', 'SN2'],
]);
