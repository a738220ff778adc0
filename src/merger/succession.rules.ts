import { unitsWithoutOneMain, unitsWithWrongShares } from '../rules/succession.rules.js';
import type { SuccessionFact, UnitFact } from '../scenario/facts.js';
import { type MergerBreach, mergerError } from './breach.js';
import { bySuccession, rowsByOldUnit } from './succession-rows.js';

type Shared = Pick<SuccessionFact, 'oldCode' | 'newCode' | 'kind' | 'share' | 'main'>;
type Coded = Pick<UnitFact, 'code' | 'name'>;

/**
 * Only a unit in force on the eve can be merged.
 *
 * @param inForce the units in force on the eve.
 * @returns one breach an old code that is not in force.
 * @source Resolution 76/2025/UBTVQH15 of 2025-04-14 (a unit is formed from units that exist)
 */
export function oldUnitsMustBeInForce(
  successions: readonly Shared[],
  inForce: readonly Pick<Coded, 'code'>[],
): MergerBreach[] {
  const codes = new Set(inForce.map((unit) => unit.code));
  return [...rowsByOldUnit(successions).keys()]
    .filter((code) => !codes.has(code))
    .map((code) =>
      mergerError(
        'merger.unit-not-in-force',
        code,
        `Đơn vị cũ ${code} không tồn tại vào ngày trước khi sắp xếp. Kiểm tra lại mã ở bảng sáp nhập.`,
      ),
    );
}

/**
 * Every successor must be a unit that the merger creates, or one that goes on.
 *
 * @param afterwards the units that stand on the effective day.
 * @returns one breach a succession row with an unknown new code.
 * @source product decision: a succession into nothing would lose people
 */
export function successorsMustExist(
  successions: readonly Shared[],
  afterwards: readonly Pick<Coded, 'code'>[],
): MergerBreach[] {
  const codes = new Set(afterwards.map((unit) => unit.code));
  return [...successions]
    .sort(bySuccession)
    .filter((row) => !codes.has(row.newCode))
    .map((row) =>
      mergerError(
        'merger.unknown-new-unit',
        row.newCode,
        `Đơn vị cũ ${row.oldCode} được nhập vào ${row.newCode}, nhưng ${row.newCode} không có trong danh sách đơn vị mới. Thêm đơn vị này hoặc sửa mã.`,
      ),
    );
}

/**
 * A unit that is closed must have a successor, or its people and files would belong to nobody.
 *
 * @param closed the units that end with the merger.
 * @source Resolution 76/2025/UBTVQH15 of 2025-04-14; Law 72/2025/QH15 of 2025-06-16 (two levels only)
 */
export function closedUnitsMustHaveSuccessors(
  closed: readonly Coded[],
  successions: readonly Shared[],
): MergerBreach[] {
  const rows = rowsByOldUnit(successions);
  return closed
    .filter((unit) => !rows.get(unit.code)?.some((row) => row.share !== 0))
    .map((unit) =>
      mergerError(
        'merger.no-successor',
        unit.code,
        `${unit.name} (${unit.code}) kết thúc hoạt động nhưng chưa có đơn vị kế thừa. Thêm dòng cho ${unit.code} vào bảng sáp nhập.`,
      ),
    );
}

/**
 * Exactly one successor of an old unit is the main one: its people follow it until somebody decides otherwise.
 *
 * @returns `merger.no-main` or `merger.two-mains`, one breach an old unit.
 * @source product decision, `docs/decisions`
 */
export function oneSuccessorIsMain(successions: readonly Shared[]): MergerBreach[] {
  const rows = rowsByOldUnit(successions);
  return unitsWithoutOneMain(successions).map((code) => {
    const own = rows.get(code) ?? [];
    const mains = own.filter((row) => row.main).map((row) => row.newCode);
    return mains.length === 0 ? noMain(code, own) : twoMains(code, mains);
  });
}

function noMain(code: string, rows: readonly Shared[]): MergerBreach {
  const choices = rows.map((row) => row.newCode).join(', ');
  return mergerError(
    'merger.no-main',
    code,
    `Đơn vị cũ ${code} chưa có đơn vị kế thừa chính. Đánh dấu một trong các đơn vị: ${choices}.`,
  );
}

function twoMains(code: string, mains: readonly string[]): MergerBreach {
  return mergerError(
    'merger.two-mains',
    code,
    `Đơn vị cũ ${code} có ${mains.length} đơn vị kế thừa chính (${mains.join(', ')}). Chỉ giữ lại một.`,
  );
}

/**
 * The shares of an old unit's population add up to the whole; checked only where all of them are known.
 *
 * @returns one breach an old unit whose known shares lie outside 0 to 1 or do not add up to 1.
 * @source product decision: shares are shares of the population, `data/SOURCES.md`
 */
export function sharesMustAddUp(successions: readonly Shared[]): MergerBreach[] {
  const wrong = new Set(unitsWithWrongShares(successions));
  return [...rowsByOldUnit(successions)]
    .filter(([code, rows]) => wrong.has(code) || rows.some(isOutOfRange))
    .map(([code, rows]) =>
      mergerError(
        'merger.shares-do-not-add-up',
        code,
        `Tỷ lệ dân số của đơn vị cũ ${code} chuyển sang các đơn vị mới là ${rows.map(percent).join(' + ')}; mỗi tỷ lệ từ 0 đến 100 %, cộng lại bằng 100 %. Sửa tỷ lệ hoặc để trống nếu chưa biết.`,
      ),
    );
}

function isOutOfRange({ share }: Shared): boolean {
  return share !== null && !(share >= 0 && share <= 1);
}

function percent({ share }: Shared): string {
  if (share === null) return 'chưa biết';
  return `${String(Math.round(share * 10_000) / 100).replace('.', ',')} %`;
}

/**
 * A unit that passes whole has one successor only, and no pair of units is listed twice.
 *
 * @returns `merger.whole-not-alone` or `merger.succession-twice`, one breach an old unit.
 * @source product decision: a unit that goes to several units is given by parts
 */
export function wholeUnitsPassOnce(successions: readonly Shared[]): MergerBreach[] {
  const breaches: MergerBreach[] = [];
  for (const [code, rows] of rowsByOldUnit(successions)) {
    const targets = new Set(rows.map((row) => row.newCode));
    if (targets.size < rows.length) {
      breaches.push(
        mergerError(
          'merger.succession-twice',
          code,
          `Bảng sáp nhập ghi hai lần cùng một đơn vị mới cho đơn vị cũ ${code}. Xóa dòng thừa.`,
        ),
      );
    } else if (rows.length > 1 && rows.some((row) => row.kind === 'whole')) {
      breaches.push(
        mergerError(
          'merger.whole-not-alone',
          code,
          `Đơn vị cũ ${code} ghi "nhập toàn bộ" nhưng lại có ${rows.length} đơn vị kế thừa. Ghi rõ từng phần.`,
        ),
      );
    }
  }
  return breaches;
}
