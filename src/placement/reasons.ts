import type { PersonFact, PositionFact } from '../scenario/facts.js';
import type { Candidate } from './candidates.js';
import { wishRank } from './costs.js';
import { heldWords, oldUnitOf } from './held-units.rules.js';
import type { Pins } from './pins.js';
import { LEAVING_BY_DECISION, PINNED, PLACED } from './protected-words.js';
import type { Placed } from './proposals.js';
import { leftoverOf, surplusReason, type Leftover } from './surplus-reason.js';
import { degreeName, failedTestsText, kmText, unitName } from './words.js';
import type { World } from './world.js';

/**
 * Why each person is where they are, in Vietnamese sentences: the seat and how the person suits it, how they get there in
 * law, the wish, the way; or why no seat is left for them.
 *
 * @param placed in the order of the candidates.
 * @returns one text a person, in the same order.
 */
export function reasonsOf(world: World, pins: Pins, placed: readonly Placed[]): string[] {
  const leftover = leftoverOf(world, placed);
  return world.candidates.map((who, index) => {
    const each = placed[index];
    return each ? reasonOf(world, pins, leftover, who, each) : '';
  });
}

function reasonOf(
  world: World,
  pins: Pins,
  leftover: Leftover,
  who: Candidate,
  placed: Placed,
): string {
  const sentences = ((): string[] => {
    switch (placed.outcome) {
      case 'leaving':
        return leavingReason(world, pins, who.person);
      case 'surplus':
        return [
          ...heldReason(world, who),
          ...surplusReason(world, leftover, who, placed),
          ...wayReason(world, who, placed),
        ];
      case 'seated':
        return [
          ...pinReason(pins, who.person),
          ...(placed.pinned ? [] : heldReason(world, who)),
          ...seatReason(world, who.person, placed),
          ...movementReason(world, who.person, placed),
          ...wishReason(world, who.person, placed),
          ...wayReason(world, who, placed),
        ];
    }
  })();
  return sentences.join(' ');
}

function leavingReason(world: World, pins: Pins, person: PersonFact): string[] {
  const accepted = pins.leaving.get(person.key);
  if (accepted !== undefined) return [`${LEAVING_BY_DECISION}: ${stop(accepted)}`];
  const asked = person.wish?.kind === 'retire-early' ? 'nghỉ hưu trước tuổi' : 'thôi việc';
  const needed =
    world.options.kind === 'seniority'
      ? 'theo thâm niên, nguyện vọng được nhận trước'
      : 'không có vị trí bắt buộc nào cần người này ở lại';
  return [`Có nguyện vọng ${asked}; ${needed}. Cần cấp có thẩm quyền chấp thuận.`];
}

function pinReason(pins: Pins, person: PersonFact): string[] {
  const pinned = pins.seated.get(person.key);
  return pinned ? [`${PINNED}: ${stop(pinned.pin.reason)}`] : [];
}

/** Why the run has kept a person in the main successor. */
function heldReason({ options, territory }: World, { person, heldIn }: Candidate): string[] {
  if (heldIn === null) return [];
  const unitCode = oldUnitOf(person, territory);
  const held = options.held?.find((unit) => unit.unitCode === unitCode);
  return held ? [`Giữ ở đơn vị kế thừa chính: ${held.unitName} ${heldWords(held.why)}.`] : [];
}

function seatReason(world: World, person: PersonFact, placed: Placed): string[] {
  const position = world.positions.get(placed.positionCode ?? '');
  if (!position) return [];
  const name = `${position.name}, ${unitName(world, placed.unitCode ?? '')}`;
  const seat =
    placed.terms.requiredWeight > 0
      ? `${PLACED} vị trí bắt buộc ${name} (trọng số ưu tiên ${placed.terms.requiredWeight}).`
      : `${PLACED} ${name}.`;
  return [seat, fitReason(world, person, position, placed)];
}

function fitReason(
  world: World,
  person: PersonFact,
  position: PositionFact,
  placed: Placed,
): string {
  const studied = `${degreeName(person.degree)}, ngành ${majorName(world, person)}`;
  switch (placed.fit) {
    case 'exact':
      return position.majorGroups.length === 0
        ? `Đủ tiêu chuẩn vị trí (${studied}; vị trí không yêu cầu ngành riêng).`
        : `Đúng chuyên môn: ${studied}.`;
    case 'related':
      return `Chuyên môn gần: ${studied}.`;
    case 'after-training':
      return `Cần đào tạo thêm: ${failing(placed)} (${studied}).`;
    case 'out-of-field':
    case null:
      return `Trái chuyên môn: ${failing(placed)} (${studied}).`;
  }
}

function failing(placed: Placed): string {
  return failedTestsText(placed.failedTests);
}

function majorName(world: World, person: PersonFact): string {
  if (person.majorGroup === null) return 'chưa rõ';
  return world.options.majorGroupNames?.[person.majorGroup] ?? person.majorGroup;
}

/** How the person gets there in law. @source Decree 170/2025/NĐ-CP, art. 25 (transfer) and 35 (appointment) */
function movementReason(world: World, person: PersonFact, placed: Placed): string[] {
  const position = world.positions.get(placed.positionCode ?? '');
  const appointed = position?.group === 'leader' ? ', kèm quyết định bổ nhiệm' : '';
  const oldName = world.territory.rootBefore(person.unitCode)?.name ?? person.unitCode;
  if (placed.movement === 'transfer') {
    return [
      `Điều động ra ngoài đơn vị kế thừa của ${oldName} (Nghị định 170/2025/NĐ-CP, Điều 25)${appointed}.`,
    ];
  }
  return [`Theo ${oldName} sang đơn vị kế thừa theo nghị quyết, không phải điều động${appointed}.`];
}

function wishReason(world: World, person: PersonFact, placed: Placed): string[] {
  const { wish } = person;
  switch (wish?.kind) {
    case 'move': {
      const rank = wishRank(wish, world.territory.rootAfter(placed.unitCode ?? '')?.code ?? null);
      return [rank === null ? 'Không thuộc các xã đã đăng ký.' : `Đúng nguyện vọng ${rank}.`];
    }
    case 'stay':
      return [
        placed.terms.moved === 0 ? 'Đúng nguyện vọng ở lại.' : 'Không đúng nguyện vọng ở lại.',
      ];
    case 'retire-early':
    case 'leave':
      return ['Có nguyện vọng thôi làm việc, chưa được chấp thuận.'];
    case undefined:
      return [];
  }
}

function wayReason(world: World, who: Candidate, placed: Placed): string[] {
  if (placed.unitCode === null) return [];
  const hasTarget = (world.territory.rootAfter(placed.unitCode)?.point ?? null) !== null;
  if (!who.hasOrigin || !hasTarget) return ['Chưa tính được khoảng cách: thiếu tọa độ.'];
  const from = who.person.homePoint === null ? 'đơn vị cũ' : 'nhà';
  return [`Cách ${from} ${kmText(placed.terms.distanceKm)} km đường chim bay.`];
}

/** A reason as typed, ended by one full stop. */
function stop(text: string): string {
  return `${text.trim().replace(/[.\s]+$/u, '')}.`;
}
