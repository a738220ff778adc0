import type { Degree } from '../../src/rules/vocabulary.js';
import type { Employment } from './plan/employment.js';
import { leads } from './plan/titles.js';
import type { Chance } from './random.js';

type Weights = readonly (readonly [Degree, number])[];

const QUALIFIED: Weights = [
  ['university', 91],
  ['master', 9],
];
const TRAINEE: Weights = [['college', 1]];
const IDLE: Weights = [
  ['university', 55],
  ['college', 25],
  ['intermediate', 20],
];
const LEAVER: Weights = [
  ['university', 55],
  ['college', 13],
  ['intermediate', 32],
];
const MIXED: Weights = [
  ['university', 64],
  ['college', 34],
  ['master', 2],
];

function weightsFor(who: Employment): Weights {
  if (who.role === 'leaver') return LEAVER;
  if (who.role === 'trainee') return TRAINEE;
  if (who.role === 'idle') return IDLE;
  const isMixed =
    who.role === 'staff' && who.block !== 'party' && !/^SN[12]$/.test(who.positionCode ?? '');
  return isMixed ? MIXED : QUALIFIED;
}

export function degreeFor(who: Employment, chance: Chance): Degree {
  return chance.weighted(weightsFor(who));
}

const FIRST_YEARS_OF_PRINCIPALS = 18;
const BELOW_UNIVERSITY: Readonly<Partial<Record<Degree, string>>> = {
  college: '01.004',
  intermediate: '01.005',
  primary: '01.005',
};

/** Rank by degree and work; a principal specialist has led or served for long at the district. */
export function rankFor(
  who: Employment,
  degree: Degree,
  yearsInService: number,
  chance: Chance,
): string {
  const low = BELOW_UNIVERSITY[degree];
  if (low !== undefined) return low;
  if (/^(O8|D7)$/.test(who.positionCode ?? '')) return '06.031';
  if (who.title === 'H-VP-VT') return '02.007';
  const mayBePrincipal = yearsInService >= FIRST_YEARS_OF_PRINCIPALS && leads(who.title);
  const share = who.origin === 'district' ? 0.8 : 0.15;
  return mayBePrincipal && chance.happens(share) ? '01.002' : '01.003';
}

/** Allowance coefficient of leading titles: of the order usual before July 2025, assumed. */
const ALLOWANCES: readonly (readonly [RegExp, number])[] = [
  [/^H-(BT|CT|PBT)$/, 0.7],
  [/^H-(PCT|PCT-HDND|CT-HDND)$/, 0.6],
  [/^H-(BAN-TB|DANG-TB|UBKT-CN|MT-CT|\w+-TP)$/, 0.4],
  [/^H-(SN-GD|TTCT-GD|\w+-CT)$/, 0.3],
  [/^H-.*(PB|PCN|PCT|PTP|PGD)$/, 0.25],
  [/^X-BT$/, 0.3],
  [/^X-(PBT|CT|CT-HDND)$/, 0.25],
  [/^X-(PCT|PCT-HDND|MT)$/, 0.2],
  [/^X-(DTN|PN|ND|CCB)$/, 0.15],
];

export function allowanceOf(title: string): number | null {
  return ALLOWANCES.find(([pattern]) => pattern.test(title))?.[1] ?? null;
}
