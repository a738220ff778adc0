import { Injectable } from '@nestjs/common';
import { refreshStatistics } from '../../../database/statistics.js';
import { RegistryRowsStore, type RegistryRow } from '../../../registry/registry-rows.store.js';
import type { RegistryTable } from '../../../registry/registry-rows.store.js';
import { StandsOn } from '../../../registry/stands-on.js';
import { addDays, type Day, dayBefore } from '../../../shared/day.js';
import type { RowOutcome } from '../../batch.js';
import { registryMoved } from '../../roster-writer.js';
import type { Work } from '../../sheet-kind.js';
import { ThingContextView } from './thing-context.view.js';
import type { ThingChange } from './thing-rows.js';
import type { ThingSheet } from './thing-sheet.js';
import type { ThingNames } from './thing-names.js';

/** What a row replaced, and what it made, for the undo. */
interface ThingImage {
  readonly table: RegistryTable;
  readonly was: readonly RegistryRow[];
  readonly made: readonly number[];
}

/** Units, positions, seats and norms of sheets becoming the registry, and the registry given back. */
@Injectable()
export class ThingWriter {
  constructor(
    private readonly context: ThingContextView,
    private readonly rows: RegistryRowsStore,
    private readonly standsOn: StandsOn,
  ) {}

  /** One table: what stands there first, so that spans are free, then what is new; then superiors among the new ones. */
  async write(
    work: Work,
    thing: ThingSheet,
    changes: readonly ThingChange[],
  ): Promise<RowOutcome[]> {
    const { manager, actor, batch } = work;
    const { table } = thing;
    const touched = changes.filter(({ state }) => state !== 'unchanged');
    const names = await this.context.names(manager, actor);
    const known = await this.rows.all(manager, actor, { table, lock: true });
    const rowOf = new Map(known.map((row) => [row.id, row]));
    const standing = touched.flatMap((each) => replaced(each, rowOf, names));
    const updated = await this.rows.update(manager, actor, { table, rows: standing });
    if (updated !== standing.length) throw registryMoved(batch.id);
    const fresh = touched.filter(({ step }) => step.before === null || step.continues);
    const ids = await this.rows.insert(manager, actor, {
      table,
      rows: fresh.map(({ step }) => ({ ...thing.begins, ...thing.rowOf(step.after, names) })),
    });
    const idOf = new Map(fresh.map((each, index) => [each, ids[index] ?? 0]));
    if (table === 'units') await this.superiors(work, thing, touched, idOf);
    const written = [...standing.map(({ id }) => id), ...ids];
    const hashes = await this.rows.hashes(manager, actor, { table, ids: written });
    if (touched.length > 0) await refreshStatistics(manager, [table]);
    return changes.map((change): RowOutcome => {
      const { file, sheet, row, state } = change;
      const place = { ...{ file, sheet, row, state }, staffId: null };
      if (state === 'unchanged') return { ...place, before: null, after: null };
      const [made, before] = [idOf.get(change), change.step.before];
      const was = before === null ? [] : [rowOf.get(before.id) ?? gone(batch.id)];
      const own = [...was.map(({ id }) => id), ...(made === undefined ? [] : [made])];
      const image: ThingImage = { table, was, made: made === undefined ? [] : [made] };
      const after = Object.fromEntries(own.map((id) => [`${table}:${id}`, hashes.get(id) ?? '']));
      return { ...place, before: image, after };
    });
  }

  private async superiors(
    { manager, actor }: Work,
    thing: ThingSheet,
    touched: readonly ThingChange[],
    idOf: ReadonlyMap<ThingChange, number>,
  ): Promise<void> {
    const { table } = thing;
    const names = await this.context.names(manager, actor);
    const now = await this.rows.all(manager, actor, { table, lock: true });
    const rowOf = new Map(now.map((row) => [row.id, row]));
    const rows = touched.flatMap((change) => {
      const row = rowOf.get(idOf.get(change) ?? change.step.before?.id ?? 0);
      if (row === undefined) return [];
      const { parent_id: parentId } = thing.rowOf(change.step.after, names);
      return row['parent_id'] === parentId ? [] : [{ ...row, parent_id: parentId }];
    });
    await this.rows.update(manager, actor, { table, rows });
  }

  /** One sentence a row that was changed since, or on which something stands. */
  async obstacles(
    { manager, actor }: Work,
    outcomes: readonly RowOutcome[],
  ): Promise<readonly string[]> {
    const sentences: string[] = [];
    const gone = Object.fromEntries(
      byTable(outcomes).map(([table, own]) => [
        table,
        own.flatMap(({ before }) => imageIn(before)?.made ?? []),
      ]),
    );
    for (const [table, own] of byTable(outcomes)) {
      const now = await this.rows.all(manager, actor, { table, lock: true });
      const rowOf = new Map(now.map((row) => [row.id, row]));
      const ids = own.flatMap(({ after }) => Object.keys(after ?? {}).map(idIn));
      const hashes = await this.rows.hashes(manager, actor, { table, ids });
      const ends = own.flatMap(({ before }) =>
        (imageIn(before)?.was ?? []).flatMap((was) => earlierEnd(was, rowOf.get(was.id))),
      );
      const standing = await this.standsOn.onThings(manager, actor, { table, gone, ends });
      const blocked = own.flatMap((outcome) => {
        const said = Object.entries(outcome.after ?? {}).flatMap(([key, hash]) => [
          ...(hashes.get(idIn(key)) === hash ? [] : ['đã được sửa sau đó']),
          ...(standing.has(idIn(key)) ? [`còn ${standing.get(idIn(key)) ?? ''}`] : []),
        ]);
        const { sheet, row } = outcome;
        return said.length === 0 ? [] : [`Sheet "${sheet}", dòng ${row}: ${said.join('; ')}.`];
      });
      sentences.push(...blocked, ...taken(table, own, now));
    }
    return sentences;
  }

  /** In the order opposite to that of the writing: spans keep their present ends until what came after them is gone. */
  async undo({ manager, actor, batch }: Work, outcomes: readonly RowOutcome[]): Promise<void> {
    for (const [table, own] of [...byTable(outcomes)].reverse()) {
      const now = new Map(
        (await this.rows.all(manager, actor, { table, lock: true })).map((row) => [row.id, row]),
      );
      const images = own.flatMap(({ before }) => imageIn(before) ?? []);
      const was = images.flatMap((image) => image.was);
      const made = images.flatMap((image) => image.made);
      const kept = was.map((row) => ({ ...row, ...endOf(now.get(row.id)) }));
      await this.rows.update(manager, actor, { table, rows: kept });
      const removed = await this.rows.remove(manager, actor, { table, ids: made });
      const back = await this.rows.update(manager, actor, { table, rows: was });
      if (removed !== made.length || back !== was.length) throw registryMoved(batch.id);
      await refreshStatistics(manager, [table]);
    }
  }

  /** Why spans cannot end where the rows say: by the id of what stands there. */
  async stays(
    { manager, actor }: Work,
    thing: ThingSheet,
    ends: readonly { readonly id: number; readonly endsOn: Day }[],
  ): Promise<ReadonlyMap<number, string>> {
    if (ends.length === 0) return new Map();
    return this.standsOn.onThings(manager, actor, { table: thing.table, gone: {}, ends });
  }
}

/** The row that stands there as it will be. */
function replaced(
  { step, thing }: ThingChange,
  rowOf: ReadonlyMap<number, RegistryRow>,
  names: ThingNames,
): RegistryRow[] {
  const row = step.before === null ? undefined : rowOf.get(step.before.id);
  if (row === undefined) return [];
  if (!step.continues) return [{ ...row, ...thing.rowOf(step.after, names) }];
  return [{ ...row, ends_on: step.after['starts_on'] }];
}

/** In the order in which they were written: rows name what stands in tables before theirs. */
const ORDER: readonly RegistryTable[] = [
  'units',
  'positions',
  'position_successions',
  'establishments',
  'norms',
];

function byTable(outcomes: readonly RowOutcome[]): (readonly [RegistryTable, RowOutcome[]])[] {
  return ORDER.flatMap((table) => {
    const own = outcomes.filter(({ before }) => imageIn(before)?.table === table);
    return own.length === 0 ? [] : [[table, own] as const];
  });
}

function imageIn(before: unknown): ThingImage | null {
  return before as ThingImage | null;
}

function idIn(key: string): number {
  return Number(key.slice(key.indexOf(':') + 1));
}

function endOf(row: RegistryRow | undefined): { readonly ends_on?: unknown } {
  return row !== undefined && 'ends_on' in row ? { ends_on: row['ends_on'] } : {};
}

/** Given back it would end earlier than it does now. */
function earlierEnd(was: RegistryRow, now: RegistryRow | undefined): { id: number; endsOn: Day }[] {
  const [before, after] = [was['ends_on'], now?.['ends_on']] as (Day | null | undefined)[];
  if (before == null || (after != null && after <= before)) return [];
  return [{ id: was.id, endsOn: before }];
}

/** A span that was shortened cannot be given back where another one of its code begins in the meantime. */
function taken(
  table: RegistryTable,
  own: readonly RowOutcome[],
  now: readonly RegistryRow[],
): string[] {
  const made = new Set(own.flatMap(({ before }) => imageIn(before)?.made ?? []));
  const key = ({ code, unit_id: unit, position_id: position, block }: RegistryRow): string =>
    [code, unit, position, block].join('|');
  return own.flatMap(({ before, sheet, row }) =>
    (imageIn(before)?.was ?? []).flatMap((was) => {
      const end = was['ends_on'] as Day | null | undefined;
      const later = now.filter(
        (each) =>
          each.id !== was.id &&
          !made.has(each.id) &&
          'starts_on' in each &&
          key(each) === key(was) &&
          String(each['starts_on']) > String(was['starts_on']) &&
          (end == null || String(each['starts_on']) < end),
      );
      const [first] = later;
      if (first === undefined) return [];
      const from = dayBefore(addDays(String(first['starts_on']), 1));
      return [
        `Sheet "${sheet}", dòng ${row}: từ ${from.split('-').reverse().join('/')} đã có một khoảng khác của cùng mã.`,
      ];
    }),
  );
}

function gone(batchId: number): never {
  throw registryMoved(batchId);
}
