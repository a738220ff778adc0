import { dayBefore, dayText, type Day } from '../shared/day.js';
import { finding, findings, type Finding } from './finding.js';
import { isQualified } from './fit.rules.js';
import { isPlannedFor } from './leader.rules.js';
import { addMonths } from './months.js';
import { overNorm } from './norm.rules.js';
import { noGoContext, noGoOn, type Condition, type NoGoContext } from './no-go.rules.js';
import { booleanOf, textOf, wholeNumberOf, type ParameterValues } from './parameters.js';
import type { RetirementAnswer } from './retirement.rules.js';
import type { Fit, PositionGroup } from './vocabulary.js';

/** What the law of a day says about movements. */
export interface MovementContext {
  /** Against transfers. */
  readonly noGo: NoGoContext;
  readonly secondmentNoGo: NoGoContext;
  readonly secondment: { readonly maxMonths: number; readonly article: string };
  readonly hearing: { readonly required: boolean; readonly article: string };
  readonly rotation: { readonly minMonths: number; readonly article: string };
  readonly appointment: { readonly termMonths: number; readonly article: string };
  readonly receptionArticle: string;
  readonly retirementArticle: string;
}

interface Span {
  readonly startsOn: Day;
  /** The first day no longer in the new place. */
  readonly endsOn: Day;
}

export interface MovingPerson {
  readonly conditions: readonly Condition[];
}

export interface Secondment extends Span {
  /** The first day of an unbroken chain of secondments that this one goes on; null = it is the first. */
  readonly chainStartsOn: Day | null;
  /** The day on which the person was met, told the purpose and heard; null = not yet. */
  readonly heardOn: Day | null;
  readonly decidedOn: Day;
}

/** Reads the law once for many movements. @throws NotFound when a parameter is missing. */
export function movementContext(parameters: ParameterValues): MovementContext {
  return {
    noGo: noGoContext(parameters, 'transfer'),
    secondmentNoGo: noGoContext(parameters, 'secondment'),
    secondment: {
      maxMonths: wholeNumberOf(parameters, 'secondment.max-months'),
      article: textOf(parameters, 'secondment.article'),
    },
    hearing: {
      required: booleanOf(parameters, 'secondment.hearing-required'),
      article: textOf(parameters, 'secondment.hearing-article'),
    },
    rotation: {
      minMonths: wholeNumberOf(parameters, 'rotation.min-months'),
      article: textOf(parameters, 'rotation.article'),
    },
    appointment: {
      termMonths: wholeNumberOf(parameters, 'appointment.term-months'),
      article: textOf(parameters, 'appointment.article'),
    },
    receptionArticle: textOf(parameters, 'reception.article'),
    retirementArticle: textOf(parameters, 'retirement.article'),
  };
}

/**
 * A person in a no-go case of the day's law is not transferred; else a transfer has no limit of time.
 *
 * @source Decree 170/2025/NĐ-CP of 2025-06-30, art. 25, in force from 2025-07-01
 */
export function transferFindings(
  person: MovingPerson,
  startsOn: Day,
  context: Pick<MovementContext, 'noGo'>,
): Finding[] {
  return findings([standingNoGo(person, startsOn, context.noGo)]);
}

/**
 * A secondment needs a person without a no-go case who was heard before the decision, and lasts three years at most, all
 * extensions counted.
 *
 * @source Decree 170/2025/NĐ-CP of 2025-06-30, art. 26 and 27, in force from 2025-07-01
 */
export function secondmentFindings(
  person: MovingPerson,
  secondment: Secondment,
  context: MovementContext,
): Finding[] {
  return findings([
    standingNoGo(person, secondment.startsOn, context.secondmentNoGo),
    secondmentTooLong(secondment, context),
    personNotHeard(secondment, context),
  ]);
}

/**
 * A secondment with its extensions ends three years after its first day at the latest.
 *
 * @source Decree 170/2025/NĐ-CP of 2025-06-30, art. 26: not over three years unless a law of the sector says otherwise
 */
export function secondmentTooLong(
  secondment: Pick<Secondment, 'chainStartsOn' | 'startsOn' | 'endsOn'>,
  { secondment: law }: MovementContext,
): Finding | null {
  const latest = addMonths(secondment.chainStartsOn ?? secondment.startsOn, law.maxMonths);
  if (secondment.endsOn <= latest) return null;
  return finding(
    'movement.secondment-too-long',
    'error',
    law.article,
    `Biệt phái quá ${law.maxMonths} tháng, tính cả gia hạn: kết thúc chậm nhất ngày ${lastDay(latest)}`,
  );
}

/**
 * The head meets the person, says the purpose and hears proposals before deciding a secondment.
 *
 * @source Decree 170/2025/NĐ-CP of 2025-06-30, art. 26
 */
export function personNotHeard(
  secondment: Pick<Secondment, 'heardOn' | 'decidedOn'>,
  { hearing }: MovementContext,
): Finding | null {
  const { heardOn, decidedOn } = secondment;
  if (!hearing.required || (heardOn !== null && heardOn <= decidedOn)) return null;
  return finding(
    'movement.not-heard',
    'error',
    hearing.article,
    'Chưa gặp người được biệt phái để nêu mục đích và nghe đề xuất trước khi quyết định; hãy ghi ngày và ý kiến',
  );
}

/**
 * A rotation lasts three years at least each time, and serves those who are planned for leadership.
 *
 * @param rotation `endsOn` null = open, which is allowed.
 * @source Decree 170/2025/NĐ-CP of 2025-06-30, art. 47 to 51, in force from 2025-07-01
 */
export function rotationFindings(
  person: { readonly plannedTitle: string | null },
  rotation: { readonly startsOn: Day; readonly endsOn: Day | null },
  { rotation: law }: MovementContext,
): Finding[] {
  const earliest = addMonths(rotation.startsOn, law.minMonths);
  const tooShort = rotation.endsOn !== null && rotation.endsOn < earliest;
  return findings([
    tooShort
      ? finding(
          'movement.rotation-too-short',
          'error',
          law.article,
          `Luân chuyển ít nhất ${law.minMonths} tháng: kết thúc sớm nhất ngày ${lastDay(earliest)}`,
        )
      : null,
    isPlannedFor(person)
      ? null
      : finding(
          'movement.not-planned',
          'warning',
          law.article,
          'Luân chuyển để đào tạo theo quy hoạch, nhưng hồ sơ không ghi quy hoạch; hãy kiểm tra',
        ),
  ]);
}

/**
 * People are appointed to leading posts, for one term; whoever does not meet the standard of the post is named.
 *
 * @param term `endsOn` null = the full term.
 * @source Decree 170/2025/NĐ-CP of 2025-06-30, art. 35 (file); term of five years recalled
 */
export function appointmentFindings(
  post: { readonly group: PositionGroup; readonly fit: Fit },
  term: { readonly startsOn: Day; readonly endsOn: Day | null },
  { appointment: law }: MovementContext,
): Finding[] {
  const last = termEndsOn(term.startsOn, law.termMonths);
  const against = (code: string, severity: 'error' | 'warning', sentence: string) =>
    finding(code, severity, law.article, sentence);
  return findings([
    post.group === 'leader'
      ? null
      : against('movement.no-leading-post', 'error', 'Chỉ bổ nhiệm vào vị trí lãnh đạo, quản lý'),
    term.endsOn === null || term.endsOn <= last
      ? null
      : against(
          'movement.term-too-long',
          'error',
          `Thời hạn bổ nhiệm quá ${law.termMonths} tháng: kết thúc chậm nhất ngày ${lastDay(last)}`,
        ),
    isQualified(post.fit)
      ? null
      : against(
          'movement.standard-not-met',
          'warning',
          'Chưa đạt tiêu chuẩn của vị trí được bổ nhiệm; hãy xem các tiêu chuẩn chưa đạt',
        ),
  ]);
}

/**
 * An appointment ends with its term; the day is the first after it.
 *
 * @source term of five years, recalled: parameter `appointment.term-months`
 */
export function termEndsOn(startsOn: Day, termMonths: number): Day {
  return addMonths(startsOn, termMonths);
}

/**
 * People are received into the civil service within the quota that is not used.
 *
 * @param block people there now, and the norm; null = no norm is known.
 * @source Decree 170/2025/NĐ-CP of 2025-06-30 (reception within unused quota), in force from 2025-07-01
 */
export function receptionFindings(
  block: { readonly people: number; readonly norm: number | null },
  { receptionArticle: article }: MovementContext,
): Finding[] {
  if (block.norm === null) {
    const sentence =
      'Chưa biết biên chế được giao nên chưa biết còn chỉ tiêu hay không; hãy nhập biên chế';
    return [finding('movement.no-norm', 'warning', article, sentence)];
  }
  const over = overNorm(block.people + 1, block.norm);
  if (over <= 0) return [];
  const sentence = `Chỉ tiếp nhận trong biên chế chưa sử dụng; sau khi tiếp nhận sẽ vượt ${over}`;
  return [finding('movement.no-quota', 'error', article, sentence)];
}

/**
 * Who leaves before the age of retirement leaves early, and needs another basis; who stays beyond it, too.
 *
 * @param leavesOn the first day no longer in service.
 * @source Decree 135/2020/NĐ-CP of 2020-11-18, art. 3 to 5
 */
export function leavingFindings(
  leavesOn: Day,
  retirement: RetirementAnswer,
  { retirementArticle: article }: MovementContext,
): Finding[] {
  if (retirement.kind !== 'dated') {
    const sentence = 'Chưa tính được ngày đủ tuổi nghỉ hưu; hãy bổ sung ngày sinh, giới tính';
    return retirement.kind === 'unknown'
      ? [finding('movement.age-unknown', 'warning', article, sentence)]
      : [];
  }
  const { earliest, latest } = retirement;
  if (leavesOn < earliest.retiresOn) {
    const sentence = `Nghỉ trước ngày đủ tuổi (${lastDay(earliest.retiresOn)}): cần căn cứ khác, ví dụ nghỉ hưu trước tuổi hoặc thôi việc`;
    return [finding('movement.before-age', 'warning', article, sentence)];
  }
  if (leavesOn <= latest.retiresOn) return [];
  const sentence = `Nghỉ sau ngày đủ tuổi (${lastDay(latest.retiresOn)}): cần quyết định kéo dài`;
  return [finding('movement.after-age', 'warning', article, sentence)];
}

function standingNoGo(person: MovingPerson, day: Day, noGo: NoGoContext): Finding | null {
  const standing = noGoOn(person.conditions, day, noGo);
  if (standing === null) return null;
  const { article, message } = standing;
  return { code: `movement.no-go.${standing.case}`, severity: 'error', article, message };
}

function lastDay(endsOn: Day): string {
  return dayText(dayBefore(endsOn));
}
