import { Conflict } from '../shared/errors.js';
import { instantText } from '../shared/instant.js';
import type { Scenario } from './scenario.js';

/** Somebody else was faster: says who did what and when, as far as it is known. */
export function changedMeanwhile(scenario: Scenario, seen: number): Conflict {
  const { changedBy, changedAt, changedWhat, version: now } = scenario;
  const who =
    changedBy === null || changedAt === null
      ? 'Người khác vừa thay đổi phương án này.'
      : `${changedBy} vừa ${changedWhat ?? 'thay đổi phương án này'} lúc ${instantText(changedAt)}.`;
  return new Conflict('scenario.changed-meanwhile', `${who} Hãy tải lại rồi làm tiếp.`, {
    seen,
    now,
    changedBy,
    changedAt,
    changedWhat,
  });
}
