import type { EntityManager } from 'typeorm';
import { may, PERMISSIONS, type Permission } from '../access/permissions.js';
import type { Actor } from '../shared/actor.js';
import { Forbidden } from '../shared/errors.js';
import type { Issue } from '../shared/issue.js';
import type { Catalogue } from './catalogue.view.js';
import { noProvince } from './refusals.js';
import type { ColumnPlaces } from './reading/places.js';
import type { ResolvedRow } from './resolve.plan.js';
import type { SheetKind, Work } from './sheet-kind.js';

/** Where the actor may post people; null = anywhere. */
export interface Scope {
  readonly unitIds: ReadonlySet<number> | null;
  readonly positionCodes: ReadonlySet<string> | null;
}

/** Whether the transaction's actor sees the whole province. */
export async function isWide(manager: EntityManager): Promise<boolean> {
  const [found] = await manager.query<{ wide: boolean }[]>(
    `SELECT current_setting('bo_tri.wide', true) = 'on' AS wide`,
  );
  return found?.wide === true;
}

/** @throws Conflict `roster.no-province` before the units of the province were loaded. */
export async function mustHaveProvince(
  manager: EntityManager,
  { provinceCode }: Actor,
): Promise<void> {
  const found = await manager.query<object[]>('SELECT 1 FROM provinces WHERE code = $1', [
    provinceCode,
  ]);
  if (found.length === 0) throw noProvince();
}

/** @throws Forbidden `roster.province-sends` where only the whole province may send such sheets. */
export async function mustBeWide(
  manager: EntityManager,
  { byProvince }: { readonly byProvince: boolean },
): Promise<void> {
  if (!byProvince || (await isWide(manager))) return;
  throw new Forbidden(
    'roster.province-sends',
    'Bảng đơn vị, vị trí, chỉ tiêu, biên chế, phương án sáp nhập và tham số quy định chỉ do cán bộ phụ trách toàn tỉnh nhập.',
  );
}

/** @throws as `mustBeWide`; Forbidden `roster.kind-not-allowed` where what the sheets write needs another right. */
export async function mustBeSender(
  manager: EntityManager,
  actor: Actor,
  kind: Pick<SheetKind, 'byProvince' | 'permission'>,
): Promise<void> {
  await mustBeWide(manager, kind);
  mustHaveRight(actor, kind.permission);
}

/** @throws Forbidden `roster.kind-not-allowed` */
export function mustHaveRight({ role }: Pick<Actor, 'role'>, permission?: Permission): void {
  if (permission === undefined || role === 'operator') return;
  if (role !== 'gate' && may(permission, role, null)) return;
  throw new Forbidden(
    'roster.kind-not-allowed',
    `Loại bảng này cần quyền "${PERMISSIONS[permission].what}".`,
    { permission },
  );
}

/** As the database will decide when the rows are written. */
export async function scopeOf({ manager }: Work): Promise<Scope> {
  const [found] = await manager.query<
    { wide: boolean; block: string | null; units: (string | number)[]; codes: string[] }[]
  >(
    `SELECT current_setting('bo_tri.wide', true) = 'on' AS wide, acting_block() AS block, acting_units() AS units,
       ARRAY (SELECT acting_position_codes()) AS codes`,
  );
  if (found === undefined || found.wide) return { unitIds: null, positionCodes: null };
  return found.block === null
    ? { unitIds: new Set(found.units.map(Number)), positionCodes: null }
    : { unitIds: null, positionCodes: new Set(found.codes) };
}

/** Rows of units or positions that are not the sender's to write. */
export function outOfScope(
  rows: readonly ResolvedRow[],
  {
    places,
    catalogue,
    scope,
  }: {
    readonly places: ColumnPlaces;
    readonly catalogue: Pick<Catalogue, 'unitId'>;
    readonly scope: Scope;
  },
): Issue[] {
  return rows.flatMap(({ record, unitCode, positionCode }): Issue[] => {
    const unit = unitCode === null ? undefined : catalogue.unitId(unitCode);
    const foreignUnit = scope.unitIds !== null && unit !== undefined && !scope.unitIds.has(unit);
    const foreignPosition =
      scope.positionCodes !== null &&
      positionCode !== null &&
      !scope.positionCodes.has(positionCode);
    if (!foreignUnit && !foreignPosition) return [];
    const { file, sheet, row } = record;
    return [
      {
        ...{ file, sheet, row },
        column: places.lettersOf(record, foreignUnit ? 'unit' : 'position'),
        code: 'roster.out-of-scope',
        severity: 'error',
        message: `${foreignUnit ? 'Đơn vị' : 'Chức danh'} của dòng này nằm ngoài phạm vi của tài khoản. Hãy sửa ô này, để riêng dòng này, hoặc nhờ cán bộ tỉnh nhập.`,
      },
    ];
  });
}
