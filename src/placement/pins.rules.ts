import { placementBreach, type PlacementBreach } from './breach.js';
import type { PinnedSeat } from './pinned-seat.js';
import { blocksKeepToThemselves } from './placement.model.js';
import { blockName, failedTestsText, unitName } from './words.js';
import type { World } from './world.js';

export type PinRule = (world: World, pinned: PinnedSeat) => PlacementBreach | null;

/** A pin needs a seat of the position in the unit. @source product decision */
export const pinNeedsASeat: PinRule = (world, { who, pin, position, cell }) =>
  cell !== null && cell.seats > 0
    ? null
    : placementBreach(
        'placement.pin-no-seat',
        'error',
        pin,
        `${who.person.fullName} được chỉ định vào ${position.name} ở ${unitName(world, pin.unitCode)}, nơi này không được giao chỉ tiêu của vị trí đó.`,
      );

/** A pin may put a person out of their field, with a warning. @source DESIGN "Placement", level 3 */
export const pinOutOfField: PinRule = (world, { who, pin, position }) => {
  const { fit, failed } = world.suitability.fit(who.person, position);
  if (fit !== 'out-of-field') return null;
  return placementBreach(
    'placement.pin-out-of-field',
    'warning',
    pin,
    `${who.person.fullName} được chỉ định vào ${position.name} trái chuyên môn: ${failedTestsText(failed)}.`,
  );
};

/** A leading seat given by hand to a person who may not lead is a warning; elected titles have rules of their own. */
export const pinNotEligible: PinRule = (world, { who, pin, position }) =>
  position.given || world.suitability.mayLead(who.person, position)
    ? null
    : placementBreach(
        'placement.pin-not-eligible',
        'warning',
        pin,
        `${who.person.fullName} được chỉ định làm ${position.name} nhưng chưa đủ điều kiện giữ chức vụ lãnh đạo, quản lý.`,
      );

/**
 * Nobody is transferred against a no-go case, by hand either.
 *
 * @source Decree 170/2025/NĐ-CP, art. 25, in force from 2025-07-01
 */
export const pinAgainstNoGo: PinRule = (world, { who, pin, inside }) =>
  inside || who.noGo === null
    ? null
    : placementBreach(
        'placement.pin-no-go',
        'error',
        pin,
        `${who.person.fullName} được chỉ định sang ${unitName(world, pin.unitCode)} nhưng không được điều động. ${who.noGo.message}`,
      );

/** A pin into a place that another pin keeps from the person is a warning. @source product decision, docs/decisions/0026-pins-by-hand.md */
export const pinAgainstForbid: PinRule = (world, { who, pin, position, cell }) =>
  cell !== null && who.forbidden?.[cell.index] === 1
    ? placementBreach(
        'placement.pin-forbidden',
        'warning',
        pin,
        `${who.person.fullName} vừa được chỉ định vào ${position.name} ở ${unitName(world, pin.unitCode)}, vừa có chỉ định không bố trí vào đó. Bỏ một trong hai.`,
      )
    : null;

/** A pin that takes a person from where the run holds them is a warning. @source product decision, docs/decisions/0071-signed-rosters-only.md */
export const pinOfHeld: PinRule = (world, { who, pin, cell }) =>
  cell !== null && who.heldIn?.[cell.index] === 0
    ? placementBreach(
        'placement.pin-held',
        'warning',
        pin,
        `${who.person.fullName} được chỉ định sang ${unitName(world, pin.unitCode)} trong khi danh sách của đơn vị cũ chưa được ký.`,
      )
    : null;

/** A pin across blocks that the scenario does not open is a warning. @source DESIGN "Placement" */
export const pinAcrossBlocks: PinRule = (world, { who, pin, position }) =>
  blocksKeepToThemselves.isBroken(world, who, position)
    ? placementBreach(
        'placement.pin-other-block',
        'warning',
        pin,
        `${who.person.fullName} thuộc ${blockName(who.person.block)} được chỉ định vào ${position.name} thuộc ${blockName(position.block)}.`,
      )
    : null;
