import type { PlacementBreach } from '../placement/breach.js';
import type { ChangedFacts, ChangedThing } from '../placement/changes/facts-since.rules.js';
import type { Scenario } from '../scenario/scenario.js';
import { type Day, dayText, isInForce } from '../shared/day.js';
import type { PersonFact, ScenarioFacts } from '../scenario/facts.js';

export const CHECK_SEVERITIES = ['error', 'warning'] as const;

/** Something that applying would stumble over (error), or that one must know before (warning). */
export interface Check {
  readonly code: string;
  readonly severity: (typeof CHECK_SEVERITIES)[number];
  readonly count: number;
  readonly message: string;
}

/** The run that is decided on, as far as it may stand in the way. */
export interface DecidedOn {
  readonly pinsChanged: boolean;
  readonly breaches: readonly Pick<PlacementBreach, 'severity'>[];
}

export interface PreflightFacts {
  readonly scenario: Scenario;
  readonly run: DecidedOn | null;
  /** null = not approved yet, so that there is nothing to compare with. */
  readonly contentHolds: boolean | null;
  readonly changed: readonly ChangedFacts[];
  /** Units that the plan closes and that end already. */
  readonly unitsMerged: number;
  /** People for whom the registry holds something from the day on that applying would write over. */
  readonly decidedSince: number;
  /** Rows of seats whose position is not in force on the day. */
  readonly seatsGone: number;
  /** Absent people whose hand-over nobody has agreed. */
  readonly absent: number;
  readonly today: Day;
}

/** Changes of the registry that applying refuses; others are told only. */
const REFUSED: readonly ChangedThing[] = ['people-added', 'people-gone', 'people-changed', 'units'];

const CHANGES: Readonly<Partial<Record<ChangedThing, string>>> = {
  'people-added': 'người mới có trong sổ',
  'people-gone': 'người không còn trong sổ',
  'people-changed': 'người có thông tin khác khi lập phương án',
  units: 'đơn vị khác khi lập phương án',
  catalogue: 'vị trí, ngạch, ngành khác khi lập phương án',
  law: 'tham số quy định khác khi lập phương án',
};

/**
 * All that stands against applying a plan now, and all that should be known before; nothing is written.
 *
 * @returns errors first; empty = nothing stands against it.
 */
export function preflightChecks(facts: PreflightFacts): Check[] {
  const checks = [...stateChecks(facts), ...runChecks(facts), ...registryChecks(facts)];
  return [
    ...checks.filter(({ severity }) => severity === 'error'),
    ...checks.filter(({ severity }) => severity === 'warning'),
  ];
}

function stateChecks({ scenario, contentHolds, today }: PreflightFacts): Check[] {
  const { state, effectiveOn } = scenario;
  return [
    ...some(state !== 'approved', 'not-approved', 'Phương án chưa ở bước đã phê duyệt.'),
    ...some(
      contentHolds === false,
      'content-changed',
      'Nội dung phương án không còn như khi được phê duyệt.',
    ),
    ...some(
      effectiveOn > today,
      'before-day',
      `Ngày có hiệu lực ${dayText(effectiveOn)} chưa tới; áp dụng bây giờ là ghi trước vào sổ.`,
      { severity: 'warning' },
    ),
  ];
}

function runChecks({ run }: PreflightFacts): Check[] {
  if (run === null) return some(true, 'no-run', 'Phương án chưa có lần chạy bố trí.');
  const count = (severity: string): number =>
    run.breaches.filter((breach) => breach.severity === severity).length;
  return [
    ...some(
      run.pinsChanged,
      'run-stale',
      'Các chỉ định hoặc bản đồ sáp nhập đã thay đổi sau lần chạy được chọn.',
    ),
    ...counted(count('error'), 'breaches', (n) => `Lần chạy còn ${n} điểm trái quy định.`),
    ...counted(
      count('warning'),
      'breach-warnings',
      (n) => `Lần chạy có ${n} điểm cần lưu ý.`,
      'warning',
    ),
  ];
}

function registryChecks(facts: PreflightFacts): Check[] {
  const { changed, unitsMerged, decidedSince, seatsGone, absent } = facts;
  return [
    ...changed.flatMap(({ what, keys }): Check[] => {
      const words = CHANGES[what];
      if (words === undefined) return [];
      const severity = REFUSED.includes(what) ? 'error' : 'warning';
      return counted(keys.length, what, (n) => `${n} ${words}.`, severity);
    }),
    ...counted(
      unitsMerged,
      'units-merged',
      (n) => `${n} đơn vị đã được sắp xếp theo một phương án khác đang áp dụng.`,
    ),
    ...counted(
      decidedSince,
      'decided-since',
      (n) => `${n} người đã có vị trí hoặc thời hạn riêng ghi từ ngày áp dụng trở đi.`,
    ),
    ...counted(
      seatsGone,
      'seats-gone',
      (n) => `${n} dòng chỉ tiêu của vị trí không còn hiệu lực vào ngày áp dụng.`,
    ),
    ...counted(
      absent,
      'absent',
      (n) => `${n} người đang đi học, biệt phái hoặc nghỉ thai sản chưa thống nhất việc bàn giao.`,
      'warning',
    ),
  ];
}

function some(
  holds: boolean,
  code: string,
  message: string,
  { severity = 'error' }: { readonly severity?: Check['severity'] } = {},
): Check[] {
  return holds ? [{ code, severity, count: 1, message }] : [];
}

function counted(
  count: number,
  code: string,
  words: (count: number) => string,
  severity: Check['severity'] = 'error',
): Check[] {
  return count > 0 ? [{ code, severity, count, message: words(count) }] : [];
}

/**
 * People who are not at work on the day: in study or seconded, on maternity leave. Which of it is told to nobody here.
 *
 * @source issue 7, hand-over of work; the cases: Decree 170/2025/NĐ-CP, art. 25 and 26
 */
export function absentPeople(
  { people }: Pick<ScenarioFacts, 'people'>,
  day: Day,
): readonly PersonFact[] {
  return people.filter(({ conditions }) =>
    conditions.some(
      (each) =>
        (each.case === 'study-or-seconded' || each.case === 'maternity') && isInForce(each, day),
    ),
  );
}
