import { isInForce, type Day } from '../shared/day.js';
import { textOf, textsOf, type ParameterValues } from './parameters.js';
import { NO_GO_CASES, type NoGoCase } from './vocabulary.js';

/** A case that stands against moving a person, during a half-open span; no end = until told. */
export interface Condition {
  readonly case: NoGoCase;
  readonly startsOn: Day;
  readonly endsOn: Day | null;
  /** The person asked for the move in writing. */
  readonly liftedByRequest: boolean;
}

/** What the law of the day says about the cases. */
export interface NoGoContext {
  readonly cases: ReadonlySet<string>;
  readonly liftedByRequest: ReadonlySet<string>;
  readonly article: string;
}

/** Why a person may not be transferred or seconded now. */
export interface NoGo {
  readonly case: NoGoCase;
  /** The first day on which this case no longer stands; null = not known. */
  readonly endsOn: Day | null;
  readonly liftableByRequest: boolean;
  readonly article: string;
  /** Vietnamese, a whole sentence. */
  readonly message: string;
}

const SENTENCES: Readonly<Record<NoGoCase, string>> = {
  discipline: 'Đang trong thời gian xem xét, xử lý kỷ luật',
  prosecution:
    'Đang bị khởi tố, điều tra, truy tố, xét xử hoặc liên quan đến việc thanh tra, kiểm tra',
  'grave-illness': 'Đang điều trị bệnh hiểm nghèo',
  'study-or-seconded': 'Đang được cử đi học dài hạn hoặc đang biệt phái',
  maternity: 'Đang mang thai, nghỉ thai sản hoặc nuôi con dưới 36 tháng tuổi',
  'hard-circumstances': 'Có hoàn cảnh đặc biệt khó khăn, được thủ trưởng xác nhận',
  other: 'Trường hợp khác do người đứng đầu cơ quan có thẩm quyền quyết định',
};

const ONLY_ON_REQUEST = '; chỉ được điều động, biệt phái nếu người này tự nguyện đề nghị';
/** Instead of a case, for whoever may not know it. */
const PROTECTED = 'ó điều kiện riêng (được bảo vệ)';
const ANY_CASE = new RegExp(
  `(?:${Object.values(SENTENCES).join('|')})(?:${ONLY_ON_REQUEST})?(?: \\([^)]*\\))?`,
  'gu',
);

const MOVEMENTS = 'no-go.movements';

/** What a case may stand against. */
export type BarredMovement = 'transfer' | 'secondment';

/**
 * Reads the law once for many people: the cases against one kind of movement. The law before Decree 170/2025 knew them
 * against secondments only.
 *
 * @throws NotFound when a `no-go.*` parameter is missing.
 * @source Law on Cadres and Civil Servants 22/2008/QH12, art. 53; Decree 170/2025/NĐ-CP, art. 25 and 26, from 2025-07-01
 */
export function noGoContext(
  parameters: ParameterValues,
  movement: BarredMovement = 'transfer',
): NoGoContext {
  // facts that were frozen before the parameter existed are of the law that bars both
  const isBarred =
    !Object.hasOwn(parameters, MOVEMENTS) || textsOf(parameters, MOVEMENTS).includes(movement);
  return {
    cases: new Set(isBarred ? textsOf(parameters, 'no-go.cases') : []),
    liftedByRequest: new Set(textsOf(parameters, 'no-go.lifted-by-request')),
    article: textOf(parameters, 'no-go.article'),
  };
}

/**
 * A person in one of seven cases may not be transferred or seconded; maternity and hard circumstances give way to the
 * person's own request.
 *
 * @returns the case that stands longest on `day` (no known end before any end, then the law's order), or null.
 * @source Decree 170/2025/NĐ-CP of 2025-06-30, art. 25 and 26, in force from 2025-07-01
 */
export function noGoOn(
  conditions: readonly Condition[],
  day: Day,
  context: NoGoContext,
): NoGo | null {
  let worst: Condition | null = null;
  for (const condition of conditions) {
    if (!stands(condition, day, context)) continue;
    if (worst === null || byLength(condition, worst) < 0) worst = condition;
  }
  return worst && noGo(worst, context);
}

/**
 * A text in which no case can be read, nor whether a request would lift it: each becomes "có điều kiện riêng (được bảo vệ)".
 *
 * @param text that holds whole messages of `noGoOn`, with or without their full stop.
 * @source Law 91/2025/QH15: health, discipline and family are no reasons to tell to everybody
 */
export function withoutCases(text: string): string {
  return text.replace(ANY_CASE, (_case, at: number) => {
    const startsSentence = at === 0 || /[.\n] ?$/.test(text.slice(0, at));
    return (startsSentence ? 'C' : 'c') + PROTECTED;
  });
}

/** All cases that stand on `day`, each once, in the law's order. */
export function noGoCasesOn(
  conditions: readonly Condition[],
  day: Day,
  context: NoGoContext,
): readonly NoGoCase[] {
  const standing = new Set(
    conditions.filter((each) => stands(each, day, context)).map((each) => each.case),
  );
  return NO_GO_CASES.filter((each) => standing.has(each));
}

function stands(condition: Condition, day: Day, context: NoGoContext): boolean {
  if (!context.cases.has(condition.case) || !isInForce(condition, day)) return false;
  return !(condition.liftedByRequest && context.liftedByRequest.has(condition.case));
}

function byLength(a: Condition, b: Condition): number {
  if (a.endsOn === b.endsOn) return NO_GO_CASES.indexOf(a.case) - NO_GO_CASES.indexOf(b.case);
  if (a.endsOn === null) return -1;
  if (b.endsOn === null) return 1;
  return a.endsOn > b.endsOn ? -1 : 1;
}

function noGo(condition: Condition, context: NoGoContext): NoGo {
  const liftable = context.liftedByRequest.has(condition.case);
  const request = liftable ? ONLY_ON_REQUEST : '';
  return {
    case: condition.case,
    endsOn: condition.endsOn,
    liftableByRequest: liftable,
    article: context.article,
    message: `${SENTENCES[condition.case]}${request} (${context.article}).`,
  };
}
