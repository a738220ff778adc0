import type { EntityManager } from 'typeorm';
import { keptPlan } from '../../database/kept-plan.js';

const CLOSED = keptPlan(`SELECT current_setting('bo_tri.closed', true) = 'on' AS closed`);

/**
 * Whether the transaction's actor may know of plans, ratings and planned titles of people whose titles the Party committee
 * manages ("diện Ban Thường vụ Tỉnh ủy quản lý"). `act_as` found it in the account.
 */
export async function hasClosedScope(manager: EntityManager): Promise<boolean> {
  const [found] = await manager.query<{ closed: boolean }[]>(CLOSED);
  return found?.closed === true;
}
