import { DEGREE_NAMES } from '../registry/person/person-words.js';
import type { FailedTest } from '../rules/fit.rules.js';
import type { Block, Degree } from '../rules/vocabulary.js';
import type { Territory } from './territory.js';

const BLOCK_NAMES: Readonly<Record<Block, string>> = {
  government: 'khối chính quyền',
  party: 'khối Đảng',
  front: 'khối Mặt trận và đoàn thể',
  military: 'khối quân sự',
  'public-service': 'khối sự nghiệp công lập',
};

const FAILED_TESTS: Readonly<Record<FailedTest, string>> = {
  degree: 'trình độ thấp hơn yêu cầu',
  major: 'khác ngành',
  rank: 'ngạch chưa phù hợp',
  certificate: 'thiếu chứng chỉ',
};

export function blockName(block: Block): string {
  return BLOCK_NAMES[block];
}

/** Name of a degree; an unknown one is said to be unknown. */
export function degreeName(degree: Degree | null): string {
  return degree === null ? 'chưa rõ trình độ' : DEGREE_NAMES[degree];
}

/** The tests of a position that a person fails, as one phrase. */
export function failedTestsText(failed: readonly string[]): string {
  return failed.map((test) => (isFailedTest(test) ? FAILED_TESTS[test] : test)).join(', ');
}

function isFailedTest(test: string): test is FailedTest {
  return Object.hasOwn(FAILED_TESTS, test);
}

/** A unit of the effective day in words: the division with its commune, else the name; the code where it is unknown. */
export function unitName(world: { readonly territory: Territory }, code: string): string {
  const unit = world.territory.unitAfter(code);
  const root = world.territory.rootAfter(code);
  if (!unit) return code;
  return root && root !== unit ? `${unit.name}, ${root.name}` : unit.name;
}

/** Tenths of a kilometre the Vietnamese way: 12,3. */
export function kmText(km: number): string {
  return km.toFixed(1).replace('.', ',');
}
