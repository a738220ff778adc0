import { Injectable } from '@nestjs/common';
import { refreshStatistics, type BulkTable } from '../database/statistics.js';
import type { DetailsChange } from '../registry/staff-row.js';
import { StandsOn } from '../registry/stands-on.js';
import { Conflict } from '../shared/errors.js';
import type { RowOutcome } from './batch.js';
import type { PersonImage } from '../registry/person-image.store.js';
import { postingChanges, type RosterChange } from './promotion.plan.js';
import { RegistryStores } from './registry-stores.js';
import type { Work } from './sheet-kind.js';

/** Tables that a roster fills. */
export const WRITTEN: readonly BulkTable[] = [
  'staff',
  'staff_ratings',
  'staff_languages',
  'staff_conditions',
  'wishes',
  'postings',
];

/** Rosters becoming the registry, and the registry given back. */
@Injectable()
export class RosterWriter {
  constructor(
    private readonly stores: RegistryStores,
    private readonly standsOn: StandsOn,
  ) {}

  /** Writes whoever of the people that the registry knows has changed; of the others nothing is touched. */
  async write(work: Work, rows: readonly RosterChange[]): Promise<RowOutcome[]> {
    const { manager, actor } = work;
    const { staff, images } = this.stores;
    const touched = rows.filter(({ state }) => state !== 'unchanged');
    const staffIds = touched.map(idOfPerson);
    const before = await images.take(manager, actor, staffIds);
    await staff.update(
      manager,
      actor,
      touched.map((each) => each.staff),
    );
    await this.writeDetails(work, touched);
    await this.writePostings(work, touched);
    const after = await images.hashes(manager, actor, { staffIds });
    return rows.map((each) => {
      const { file, sheet, row, state } = each;
      const staffId = idOfPerson(each);
      return {
        ...{ file, sheet, row, state, staffId },
        before: before.get(staffId) ?? null,
        after: after.get(staffId) ?? null,
      };
    });
  }

  private async writeDetails(
    { manager, actor, batch }: Work,
    rows: readonly RosterChange[],
  ): Promise<void> {
    const details = rows.flatMap((each): DetailsChange[] =>
      each.details === null ? [] : [{ staffId: idOfPerson(each), ...each.details }],
    );
    await this.stores.staff.saveDetails(manager, actor, { details, day: batch.asOf });
  }

  private async writePostings(
    { manager, actor, batch }: Work,
    rows: readonly RosterChange[],
  ): Promise<void> {
    const { postings } = this.stores;
    const day = batch.asOf;
    const staffIds = rows.map(idOfPerson);
    const next = await postings.nextStarts(manager, actor, { staffIds, day });
    const { end, begin } = postingChanges(rows, next);
    await postings.end(manager, actor, { ids: end, endsOn: day });
    const source = { startsOn: day, kind: 'roster' as const, id: batch.id };
    const written = await postings.insertMain(manager, actor, { postings: begin, source });
    if (written !== begin.length) throw registryMoved(batch.id);
  }

  async obstacles(work: Work, rows: readonly RowOutcome[]): Promise<readonly string[]> {
    const { manager, actor, batch } = work;
    const touched = rows.filter(({ state }) => state !== 'unchanged');
    const staffIds = touched.flatMap(({ staffId }) => staffId ?? []);
    const like = touched[0]?.after ?? null;
    const now = await this.stores.images.hashes(manager, actor, { staffIds, like });
    const people = touched.flatMap(({ staffId, state, after }) => {
      if (staffId === null) return [];
      const hashes: Readonly<Record<string, string>> = now.get(staffId) ?? {};
      const changed = Object.entries(after ?? {}).flatMap(([part, hash]) =>
        hashes[part] === hash ? [] : [part],
      );
      return [{ staffId, added: state === 'added', changed }];
    });
    return this.standsOn.onPeople(manager, actor, { batchId: batch.id, people });
  }

  /** @throws Conflict `roster.registry-moved` where not everybody is there or in the actor's scope any more. */
  async undo({ manager, actor, batch }: Work, rows: readonly RowOutcome[]): Promise<void> {
    const added = idsOf(rows, 'added');
    const removed = await this.stores.images.remove(manager, actor, added);
    if (removed !== added.length) throw registryMoved(batch.id);
    const changed = rows.filter(({ state }) => state === 'changed');
    await this.stores.images.restore(
      manager,
      actor,
      changed.map(({ before }) => before as PersonImage),
    );
    await refreshStatistics(manager, WRITTEN);
  }
}

/** @throws Error for somebody whom the registry does not know */
export function idOfPerson({ known }: RosterChange): number {
  if (known === null) throw new Error('a person of the plan has no id');
  return known.staff.id;
}

function idsOf(rows: readonly RowOutcome[], state: RowOutcome['state']): number[] {
  return rows.flatMap((row) => (row.state === state ? (row.staffId ?? []) : []));
}

export function registryMoved(id: number): Conflict {
  return new Conflict(
    'roster.registry-moved',
    `Sổ hồ sơ đã thay đổi kể từ khi đọc lần nhập số ${id} (đơn vị, vị trí hoặc người trong danh sách); chưa ghi gì. Hãy kiểm tra lại lần nhập rồi xem lại các thay đổi.`,
    { id },
  );
}
