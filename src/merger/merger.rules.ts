import { districtsAfterTheirEnd } from '../rules/succession.rules.js';
import type { ParameterValues, UnitFact } from '../scenario/facts.js';
import type { Day } from '../shared/day.js';
import { byCodePoint } from '../shared/text.js';
import { type MergerBreach, mergerError } from './breach.js';

type Named = Pick<UnitFact, 'code' | 'name'>;

/**
 * A new unit is listed once.
 *
 * @source product decision: a unit's key is its code and its first day
 */
export function newUnitsMustBeUnique(newUnits: readonly Named[]): MergerBreach[] {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const { code } of newUnits) (seen.has(code) ? twice : seen).add(code);
  return [...twice]
    .sort(byCodePoint)
    .map((code) =>
      mergerError(
        'merger.new-unit-twice',
        code,
        `Đơn vị mới ${code} có hai dòng trong danh sách đơn vị mới. Xóa dòng thừa.`,
      ),
    );
}

/**
 * A new unit stands under a unit that exists on the effective day.
 *
 * @source Law 72/2025/QH15 of 2025-06-16 (province and commune)
 */
export function parentsMustExist(
  newUnits: readonly Pick<UnitFact, 'code' | 'name' | 'parentCode'>[],
  afterwards: readonly Pick<UnitFact, 'code'>[],
): MergerBreach[] {
  const codes = new Set(afterwards.map((unit) => unit.code));
  return newUnits
    .filter((unit) => unit.parentCode !== null && !codes.has(unit.parentCode))
    .map((unit) =>
      mergerError(
        'merger.unknown-parent',
        unit.code,
        `${unit.name} (${unit.code}) trực thuộc ${unit.parentCode ?? ''}, đơn vị này không còn hoặc không có vào ngày sắp xếp.`,
      ),
    );
}

/**
 * From the day that the law names no district goes on.
 *
 * @param goOn units in force on the eve that the merger does not close.
 * @source Law 72/2025/QH15 of 2025-06-16; the parameter `units.no-district-from`
 */
export function noDistrictGoesOn(
  goOn: readonly Pick<UnitFact, 'code' | 'name' | 'level'>[],
  effectiveOn: Day,
  parameters: ParameterValues,
): MergerBreach[] {
  const late = new Set(districtsAfterTheirEnd(goOn, effectiveOn, parameters));
  return goOn
    .filter((unit) => late.has(unit.code))
    .map((unit) =>
      mergerError(
        'merger.district-left-open',
        unit.code,
        `${unit.name} (${unit.code}) là cấp huyện, không còn hoạt động từ ngày sắp xếp. Thêm các xã kế thừa của ${unit.code} vào bảng sáp nhập.`,
      ),
    );
}

/**
 * People are counted in units in force on the eve.
 *
 * @source product decision: nobody may be lost on the way
 */
export function peopleNeedAUnit(
  people: readonly { readonly unitCode: string; readonly headcount: number }[],
  inForce: readonly Pick<UnitFact, 'code'>[],
): MergerBreach[] {
  const codes = new Set(inForce.map((unit) => unit.code));
  return people
    .filter((row) => row.headcount > 0 && !codes.has(row.unitCode))
    .map((row) =>
      mergerError(
        'merger.people-without-unit',
        row.unitCode,
        `${row.headcount} người có vị trí ở đơn vị ${row.unitCode}, đơn vị này không tồn tại vào ngày trước khi sắp xếp.`,
      ),
    );
}

/** A new unit that no old unit passes to is unusual: told as a warning. @source product decision */
export function newUnitsWithoutOrigin(
  newUnits: readonly Pick<UnitFact, 'code' | 'name' | 'level'>[],
  successions: readonly { readonly newCode: string }[],
): MergerBreach[] {
  const succeeded = new Set(successions.map((row) => row.newCode));
  return newUnits
    .filter((unit) => unit.level !== 'division' && !succeeded.has(unit.code))
    .map((unit) => ({
      code: 'merger.new-unit-without-origin',
      severity: 'warning',
      unitCode: unit.code,
      message: `${unit.name} (${unit.code}) được lập mới nhưng không có đơn vị cũ nào nhập vào.`,
    }));
}

/**
 * A code that passes to a unit of another name is told, because rosters joined on the code would mix the two.
 *
 * @source data of the statistics office: 21 of the 45 codes of Điện Biên meant a unit of another name before 2025-07-01
 */
export function codesThatChangeTheirName(
  newUnits: readonly Named[],
  closed: readonly Named[],
): MergerBreach[] {
  const oldNames = new Map(closed.map((unit) => [unit.code, unit.name]));
  return newUnits.flatMap((unit) => {
    const oldName = oldNames.get(unit.code);
    if (oldName === undefined || oldName === unit.name) return [];
    return [
      {
        code: 'merger.code-changes-name',
        severity: 'note' as const,
        unitCode: unit.code,
        message: `Mã ${unit.code} trước đây là ${oldName}, nay là ${unit.name}. Danh sách cũ và mới không được ghép theo mã này.`,
      },
    ];
  });
}
