import { seesWhole, sightOf } from '../access/fields/fields.rules.js';
import { withoutCases } from '../rules/no-go.rules.js';
import { GIVEN_TITLE, LEAVING_ACCEPTED } from '../scenario/pins.plan.js';
import type { Actor } from '../shared/actor.js';
import { withoutNumbers } from '../shared/masking.js';

type Role = Actor['role'];

/** How a reason begins where somebody typed the rest of it: `reasons.ts`. */
export const LEAVING_BY_DECISION = 'Thôi làm việc theo quyết định';
export const PINNED = 'Được chỉ định';
export const PLACED = 'Bố trí vào';

/** Words of the program itself, which may stay where typed ones may not. */
const OUR_WORDS = [GIVEN_TITLE, LEAVING_ACCEPTED].join('|');
const TYPED_LEAVING = new RegExp(`${LEAVING_BY_DECISION}: (?!${OUR_WORDS}).*$`, 'su');
const TYPED_PIN = new RegExp(`${PINNED}: (?!${OUR_WORDS}).*(?= ${PLACED} )`, 'su');

/** The reason of a proposal as a role may read it: without cases that stand against a move and without typed words. */
export function reasonFor(role: Role, reason: string): string {
  return seesWhole(role, 'proposals', 'reason') ? reason : protectedReason(reason);
}

/** A reason that tells no case, no typed word and no personal number. */
export function protectedReason(reason: string): string {
  return protectedMessage(
    reason.replace(TYPED_LEAVING, `${LEAVING_BY_DECISION}.`).replace(TYPED_PIN, `${PINNED}.`),
  );
}

/** A sentence of ours, as of a breach, without cases and personal numbers. */
export function protectedMessage(message: string): string {
  return withoutNumbers(withoutCases(message));
}

/** The key of a person: their personal number, or the place of their row in a roster, which stays. */
export function keyFor(role: Role, personKey: string): string {
  return sightOf(role, 'personal-number') === 'shown' ? personKey : withoutNumbers(personKey);
}
