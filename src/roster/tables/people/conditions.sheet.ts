import { Injectable } from '@nestjs/common';
import { CASE_NAMES } from '../../../registry/person/person-words.js';
import {
  StaffConditionStore,
  type ConditionSpan,
} from '../../../registry/staff-condition.store.js';
import { dayBefore, dayText } from '../../../shared/day.js';
import type { Facets } from '../../facets.js';
import type { Work } from '../../sheet-kind.js';
import type { SaidCondition } from './conditions.table.js';
import { SHEET_FIELDS } from './sheet-fields.js';
import type { Both, PersonSheet, Refused, Worded, Written } from './person-sheet.js';

/** What the mark of a row calls its case. */
export const CASE_MARK = 'case';

/** Cases in which people are not moved. A case that no row names stays as it is: it ends by its last day. */
@Injectable()
export class ConditionsSheet implements PersonSheet<SaidCondition, readonly SpokenSpan[]> {
  readonly kind = 'conditions';
  readonly fields = SHEET_FIELDS.conditions;
  readonly part = 'conditions';
  readonly ofItsDay = false;
  readonly once = false;
  readonly none = [];

  constructor(private readonly conditions: StaffConditionStore) {}

  load({ manager, actor }: Work, staffIds: readonly number[]) {
    return this.conditions.of(manager, actor, staffIds);
  }

  apply(known: readonly SpokenSpan[], said: SaidCondition) {
    return appliedCondition(known, said);
  }

  /** A row speaks of one case: it counts, or nothing of the row does. */
  keep(
    { before, after }: Both<readonly SpokenSpan[]>,
    facets: ReadonlySet<string>,
  ): readonly SpokenSpan[] {
    return facets.size > 0 ? before : after;
  }

  markName(): string {
    return CASE_MARK;
  }

  words(spans: readonly ConditionSpan[]): ReadonlyMap<string, Worded> {
    return new Map(
      spans.map((span) => [
        span.id === null ? `new:${span.case}:${span.startsOn}` : `condition:${span.id}`,
        { label: 'Trường hợp chưa được điều động', text: wordsOf(span), field: 'conditions' },
      ]),
    );
  }

  /** A roster speaks of all cases of a person at once. */
  asRosterSays(): Facets {
    return {};
  }

  async write(
    { manager, actor }: Work,
    people: readonly Written<readonly SpokenSpan[]>[],
  ): Promise<void> {
    const spans = people.flatMap(({ staffId, state }) =>
      state.flatMap((span) => (span.spoken === true ? [{ ...span, staffId }] : [])),
    );
    await this.conditions.save(manager, actor, spans);
  }
}

export function wordsOf({
  case: named,
  startsOn,
  endsOn,
  liftedByRequest,
  note,
}: ConditionSpan): string {
  const until = endsOn === null ? '' : ` đến hết ${dayText(dayBefore(endsOn))}`;
  return [
    `${CASE_NAMES[named]}, từ ${dayText(startsOn)}${until}`,
    ...(liftedByRequest ? ['tự nguyện đề nghị'] : []),
    ...(note === '' ? [] : [note]),
  ].join('; ');
}

/** A case, and whether a row of the batch has spoken of it. */
export interface SpokenSpan extends ConditionSpan {
  readonly spoken?: true;
}

/**
 * A row is the case of that kind that it overlaps, else a new one. Where it overlaps several, or one of which another row
 * speaks, nobody but the sender knows which is meant.
 */
export function appliedCondition(
  known: readonly SpokenSpan[],
  said: SaidCondition,
): readonly SpokenSpan[] | Refused {
  const alike = known.filter((span) => span.case === said.case && overlap(span, said));
  const [found = null] = alike;
  if (alike.length > 1 || found?.spoken === true) return { refused: AMBIGUOUS };
  const span: SpokenSpan = {
    id: found?.id ?? null,
    ...{ case: said.case, startsOn: said.startsOn, endsOn: said.endsOn },
    liftedByRequest: said.liftedByRequest,
    note: said.note ?? found?.note ?? said.text,
    spoken: true,
  };
  return found === null ? [...known, span] : known.map((each) => (each === found ? span : each));
}

const AMBIGUOUS =
  'Thời gian ở dòng này trùng với một lần ghi khác của cùng trường hợp, cùng người. Hãy xem lại các ngày, hoặc bỏ bớt một dòng.';

function overlap(
  a: Pick<ConditionSpan, 'startsOn' | 'endsOn'>,
  b: Pick<ConditionSpan, 'startsOn' | 'endsOn'>,
): boolean {
  return (
    (a.endsOn === null || b.startsOn < a.endsOn) && (b.endsOn === null || a.startsOn < b.endsOn)
  );
}
