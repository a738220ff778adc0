import { finding, findings, type Finding } from '../rules/finding.js';
import type { FitAnswer } from '../rules/fit.rules.js';
import {
  appointmentFindings,
  leavingFindings,
  receptionFindings,
  rotationFindings,
  secondmentFindings,
  transferFindings,
  type MovementContext,
} from '../rules/movement.rules.js';
import type { Condition } from '../rules/no-go.rules.js';
import type { RetirementAnswer } from '../rules/retirement.rules.js';
import { chainStart } from '../rules/secondment-chain.rules.js';
import { standardNotMet } from '../rules/standard.rules.js';
import type { PositionGroup } from '../rules/vocabulary.js';
import { isInForce, type Day } from '../shared/day.js';
import type { WantedMovement } from './movement.js';

/** The law of movements, and the article that sets the standards of positions. */
export interface MovementLaw extends MovementContext {
  readonly standardArticle: string;
}

interface Span {
  readonly startsOn: Day;
  readonly endsOn: Day | null;
}

export interface PlannedPerson {
  readonly plannedTitle: string | null;
  readonly conditions: readonly (Condition & { readonly id: number })[];
  readonly postings: readonly (Span & {
    readonly id: number;
    readonly kind: 'main' | 'concurrent' | 'seconded';
  })[];
}

/** Everything that one movement is judged by. */
export interface MovementFacts {
  readonly wanted: Omit<WantedMovement, 'unitCode' | 'positionCode' | 'staffId' | 'ofMovement'>;
  readonly person: PlannedPerson;
  /** Where it goes to; null where the kind has no place. */
  readonly place: {
    readonly group: PositionGroup;
    readonly fit: FitAnswer;
    /** A free seat is there, or the commune was never given seats. */
    readonly seated: boolean;
  } | null;
  /** The block of the commune that somebody is received into; null = not known. */
  readonly block: { readonly people: number; readonly norm: number | null } | null;
  readonly retirement: RetirementAnswer;
  /** The secondment that is extended or ended, with the rows that it wrote. */
  readonly secondment: (Span & SecondmentRows) | null;
  readonly heardOn: Day | null;
  /** The day of the decision; null = not decided yet, then the day of the plan. */
  readonly decidedOn: Day;
}

interface SecondmentRows {
  readonly postingIds: readonly number[];
  readonly conditionIds: readonly number[];
}

/** Sentences of the program itself, where no article stands behind them. */
const OURS = 'quy tắc ghi sổ của phần mềm';

/** What the law and the registry say to a movement; one error keeps it from being decided. */
export function movementFindings(facts: MovementFacts, law: MovementLaw): Finding[] {
  return [...registryFindings(facts), ...lawFindings(facts, law)];
}

function lawFindings(facts: MovementFacts, law: MovementLaw): Finding[] {
  const { wanted, person, place, block } = facts;
  const { startsOn, endsOn } = wanted;
  switch (wanted.kind) {
    case 'transfer':
      return [...transferFindings(person, startsOn, law), ...placeFindings(facts, law)];
    case 'secondment':
    case 'secondment-extension':
      return endsOn === null ? [] : seconded(facts, endsOn, law);
    case 'rotation':
      return [
        ...transferFindings(person, startsOn, law),
        ...rotationFindings(person, wanted, law),
        ...placeFindings(facts, law),
      ];
    case 'appointment':
      return place === null
        ? []
        : appointmentFindings({ group: place.group, fit: place.fit.fit }, wanted, law);
    case 'reception':
      return [
        ...receptionFindings(block ?? { people: 0, norm: null }, law),
        ...placeFindings(facts, law),
      ];
    case 'leaving':
      return leavingFindings(startsOn, facts.retirement, law);
    case 'secondment-end':
    case 'return':
      return [];
  }
}

/**
 * Extending a secondment is not stopped by the person being on that very secondment. One without an end lasts at least until
 * the movement begins, and its months count.
 */
function seconded(facts: MovementFacts, endsOn: Day, law: MovementLaw): Finding[] {
  const { wanted, person, secondment, heardOn, decidedOn } = facts;
  const own = new Set(secondment?.conditionIds ?? []);
  const conditions = person.conditions.filter(({ id }) => !own.has(id));
  const earlier = person.postings.flatMap(({ kind, startsOn, endsOn: end }) =>
    kind === 'seconded' ? [{ startsOn, endsOn: end ?? wanted.startsOn }] : [],
  );
  const chainStartsOn = chainStart(earlier, wanted.startsOn);
  return secondmentFindings(
    { conditions },
    { startsOn: wanted.startsOn, endsOn, chainStartsOn, heardOn, decidedOn },
    law,
  );
}

function placeFindings({ place }: MovementFacts, law: MovementLaw): Finding[] {
  return findings([place === null ? null : standardNotMet(place.fit, law.standardArticle)]);
}

/** What the registry cannot hold, whatever the law says. */
export function registryFindings({ wanted, person, place, secondment }: MovementFacts): Finding[] {
  const { kind, startsOn, endsOn } = wanted;
  const main = person.postings.find((each) => each.kind === 'main' && isInForce(each, startsOn));
  const against = (code: string, sentence: string): Finding =>
    finding(code, 'error', OURS, sentence);
  const later = person.postings.some(
    (each) => each.startsOn >= startsOn && !(secondment?.postingIds ?? []).includes(each.id),
  );
  const needsEnd = kind === 'secondment' || kind === 'secondment-extension';
  return findings([
    kind !== 'reception' && main === undefined
      ? against('movement.no-main-posting', 'Người này không có vị trí công tác vào ngày thực hiện')
      : null,
    kind === 'reception' && main !== undefined
      ? against('movement.has-main-posting', 'Người này đang có vị trí công tác; hãy điều động')
      : null,
    later
      ? against(
          'movement.later-posting',
          'Sổ đã ghi vị trí công tác bắt đầu từ ngày này hoặc sau đó; hãy chọn ngày khác hoặc hoàn tác việc ghi đó',
        )
      : null,
    wanted.kind === 'secondment' || place === null || place.seated
      ? null
      : finding(
          'movement.no-seat',
          'warning',
          OURS,
          'Vị trí đến không còn chỉ tiêu trống; người này sẽ được tính là dôi dư',
        ),
    endsOn !== null && endsOn <= startsOn
      ? against('movement.span-reversed', 'Ngày kết thúc phải sau ngày bắt đầu')
      : null,
    needsEnd && endsOn === null
      ? against('movement.end-missing', 'Biệt phái phải có ngày kết thúc')
      : null,
    extensionFault(wanted, secondment, against),
  ]);
}

/**
 * An extension begins where the secondment ends, or inside it where no end was ever recorded, which it then sets; an early end
 * lies inside it.
 */
function extensionFault(
  { kind, startsOn, endsOn }: MovementFacts['wanted'],
  secondment: MovementFacts['secondment'],
  against: (code: string, sentence: string) => Finding,
): Finding | null {
  if (kind !== 'secondment-extension' && kind !== 'secondment-end') return null;
  if (secondment === null)
    return against('movement.no-secondment', 'Hãy chọn quyết định biệt phái đang có hiệu lực');
  if (kind === 'secondment-extension') {
    const follows =
      secondment.endsOn === null ? startsOn > secondment.startsOn : startsOn === secondment.endsOn;
    if (follows && endsOn !== null && endsOn > startsOn) return null;
    return secondment.endsOn === null
      ? against('movement.extension-apart', 'Gia hạn phải bắt đầu sau ngày bắt đầu biệt phái')
      : against('movement.extension-apart', 'Gia hạn phải bắt đầu đúng ngày thời hạn cũ kết thúc');
  }
  const inside =
    startsOn > secondment.startsOn && (secondment.endsOn === null || startsOn < secondment.endsOn);
  return inside
    ? null
    : against('movement.end-outside', 'Ngày kết thúc sớm phải nằm trong thời hạn biệt phái');
}
