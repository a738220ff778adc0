import type { NoGoCase, Sex } from '../../src/rules/vocabulary.js';
import type { Day, PartialDay } from '../../src/shared/day.js';
import { EVE, yearsBetween } from './careers.js';
import type { DemoCondition } from './person.js';
import type { Chance } from './random.js';

/** What a roster's cell says of a day: the day, at times only the month or the year. */
export function shownDay(day: Day, chance: Chance): PartialDay {
  return chance.weighted([
    [day, 97],
    [day.slice(0, 7), 2],
    [day.slice(0, 4), 1],
  ]);
}

/** Ratings of 2022, 2023 and 2024; none before the first whole half-year in service. */
export function ratingsOf(
  recruitedOn: Day,
  chance: Chance,
): readonly [string | null, string | null, string | null] {
  const good = chance.happens(0.75);
  const one = (year: number): string | null => {
    const rating = chance.weighted([
      ['Hoàn thành xuất sắc nhiệm vụ', good ? 20 : 5],
      ['Hoàn thành tốt nhiệm vụ', good ? 76 : 60],
      ['Hoàn thành nhiệm vụ', good ? 4 : 33],
      ['Không hoàn thành nhiệm vụ', good ? 0 : 2],
    ]);
    return recruitedOn > `${year}-06-30` ? null : rating;
  };
  return [one(2022), one(2023), one(2024)];
}

/** Whole years of compulsory insurance: nearly all of them in service. */
export function insuranceYearsOf(recruitedOn: Day, chance: Chance): number {
  return Math.max(0, yearsBetween(recruitedOn, EVE) + chance.between(-1, 1));
}

const CASES: readonly (readonly [NoGoCase, string, number])[] = [
  ['discipline', 'Đang trong thời gian xem xét, xử lý kỷ luật', 10],
  ['prosecution', 'Đang bị thanh tra, kiểm tra, điều tra', 6],
  ['grave-illness', 'Đang điều trị bệnh hiểm nghèo', 14],
  ['hard-circumstances', 'Hoàn cảnh gia đình đặc biệt khó khăn', 20],
];
const CHILD: readonly [NoGoCase, string, number] = [
  'maternity',
  'Đang nuôi con dưới 36 tháng tuổi',
  120,
];
const LIFTABLE: readonly NoGoCase[] = ['maternity', 'hard-circumstances'];
const ASKED = ' (tự nguyện, có đơn đề nghị điều động)';

/** A case of Decree 170/2025/NĐ-CP, art. 25; the last two that a person's own request lifts carry it at times. */
export function conditionOf(
  person: { readonly sex: Sex; readonly bornOn: Day },
  chance: Chance,
): DemoCondition {
  const mayNurse = person.sex === 'female' && person.bornOn > '1983';
  const [noGoCase, text] = chance.weighted(
    [...CASES, ...(mayNurse ? [CHILD] : [])].map((row) => [row, row[2]] as const),
  );
  const lifted = LIFTABLE.includes(noGoCase) && chance.happens(0.2);
  return { case: noGoCase, liftedByRequest: lifted, text: lifted ? text + ASKED : text };
}
