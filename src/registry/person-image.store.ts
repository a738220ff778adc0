import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../shared/actor.js';

/** All rows of the registry about one person, by part: whole rows, ids too, so that they can be given back as they were. */
export type PersonImage = Readonly<Record<ImagePart, unknown>>;

/** Tables about a person besides `staff`, by what a reader calls them. */
const DETAILS = {
  ratings: 'staff_ratings',
  languages: 'staff_languages',
  conditions: 'staff_conditions',
  wishes: 'wishes',
  postings: 'postings',
} as const;
export type DetailPart = keyof typeof DETAILS;
export type ImagePart = 'staff' | DetailPart;

const PARTS = Object.entries(DETAILS);

/** Each part as JSON, in one order, so that equal rows give equal texts. */
const IMAGES = `
  SELECT s.id AS "staffId", to_jsonb(s) AS staff,
    ${PARTS.map(([part, table]) => `coalesce(${table}.rows, '[]') AS ${part}`).join(', ')}
  FROM staff s
  ${PARTS.map(
    ([, table]) => `LEFT JOIN (
    SELECT t.staff_id, jsonb_agg(to_jsonb(t) ORDER BY to_jsonb(t)::text) AS rows FROM ${table} t
    WHERE t.province_code = $1 AND t.staff_id = ANY ($2) GROUP BY t.staff_id) ${table} ON ${table}.staff_id = s.id`,
  ).join('\n  ')}
  WHERE s.province_code = $1 AND s.id = ANY ($2)`;

/** Begins every hash of a row's own text; those of earlier versions are of its JSON and begin without it. */
const OF_ROWS = 'r';

/** A hash of each part, of the rows' own text: a third of the work of turning them into JSON first. */
const ROW_HASHES = `
  SELECT s.id AS "staffId", jsonb_build_object('staff', '${OF_ROWS}' || md5(s::text),
    ${PARTS.map(([part, table]) => `'${part}', '${OF_ROWS}' || coalesce(${table}.hash, '')`).join(', ')}) AS given
  FROM staff s
  ${PARTS.map(
    ([, table]) => `LEFT JOIN (
    SELECT t.staff_id, md5(string_agg(t::text, ' ' ORDER BY t::text)) AS hash FROM ${table} t
    WHERE t.province_code = $1 AND t.staff_id = ANY ($2) GROUP BY t.staff_id) ${table} ON ${table}.staff_id = s.id`,
  ).join('\n  ')}
  WHERE s.province_code = $1 AND s.id = ANY ($2)`;

const NAMES = ['staff', ...PARTS.map(([part]) => part)];

interface ToHash {
  readonly staffIds: readonly number[];
  readonly like?: Readonly<Record<string, string>> | null;
}

/** @param pairs of the object that is asked of each image */
function ofImages(pairs: string): string {
  return `SELECT image."staffId", jsonb_build_object(${pairs}) AS given FROM (${IMAGES}) image`;
}

/**
 * Hashes of rows as `PersonImageStore.hashes` gives them, inside a statement: "staffId" and `given`, of the people $2 of the
 * province $1.
 */
export async function hashedRows<T>(
  manager: EntityManager,
  ask: (sql: string) => Promise<T>,
): Promise<T> {
  // the text of a day follows a setting of the session
  await manager.query(`SELECT set_config('datestyle', 'ISO, DMY', true)`);
  return ask(ROW_HASHES);
}

/** Takes and gives back everything that the registry has of people: `staff`, its details and `postings`. */
@Injectable()
export class PersonImageStore {
  /** By staff id. */
  async take(
    manager: EntityManager,
    actor: Actor,
    staffIds: readonly number[],
  ): Promise<Map<number, PersonImage>> {
    const pairs = NAMES.map((part) => `'${part}', image.${part}`).join(', ');
    return this.read(manager, actor, { staffIds, sql: ofImages(pairs) });
  }

  /**
   * A hash of each part; another one later = somebody has changed it.
   *
   * @param like hashes that were taken before: those that are compared with them are made in the same way.
   */
  async hashes(
    manager: EntityManager,
    actor: Actor,
    { staffIds, like = null }: ToHash,
  ): Promise<Map<number, Readonly<Record<ImagePart, string>>>> {
    const [before = OF_ROWS] = Object.values(like ?? {});
    if (before.startsWith(OF_ROWS))
      return hashedRows(manager, (sql) => this.read(manager, actor, { staffIds, sql }));
    const pairs = NAMES.map((part) => `'${part}', md5(image.${part}::text)`).join(', ');
    return this.read(manager, actor, { staffIds, sql: ofImages(pairs) });
  }

  private async read<T>(
    manager: EntityManager,
    actor: Actor,
    { staffIds, sql }: { readonly staffIds: readonly number[]; readonly sql: string },
  ): Promise<Map<number, T>> {
    if (staffIds.length === 0) return new Map();
    const rows = await manager.query<{ staffId: number; given: T }[]>(sql, [
      actor.provinceCode,
      staffIds,
    ]);
    return new Map(rows.map(({ staffId, given }) => [staffId, given]));
  }

  /** Gives people back as they were: their own row, and all rows of theirs in the place of those that stand there. */
  async restore(
    manager: EntityManager,
    actor: Actor,
    images: readonly PersonImage[],
  ): Promise<void> {
    if (images.length === 0) return;
    const people = JSON.stringify(images.map(({ staff }) => staff));
    const columns = await this.columns(manager);
    const ids = await manager.query<[unknown, number]>(
      `UPDATE staff SET (${columns}) = ROW (${columns.replaceAll(/\w+/g, 'was.$&')})
       FROM jsonb_populate_recordset(NULL::staff, $2) was
       WHERE staff.province_code = $1 AND staff.id = was.id`,
      [actor.provinceCode, people],
    );
    if (ids[1] !== images.length) throw new Error('not everybody is there to be given back');
    const staffIds = images.map(({ staff }) => (staff as { readonly id: number }).id);
    for (const part of Object.keys(DETAILS) as DetailPart[]) {
      const rows = images.flatMap((image) => image[part] as object[]);
      await this.restorePart(manager, actor, { part, staffIds, rows });
    }
  }

  /** Gives people one part back: these rows in the place of all that stand there. */
  async restorePart(
    manager: EntityManager,
    actor: Actor,
    {
      part,
      staffIds,
      rows,
    }: {
      readonly part: DetailPart;
      readonly staffIds: readonly number[];
      readonly rows: readonly object[];
    },
  ): Promise<void> {
    const table = DETAILS[part];
    await manager.query(
      `DELETE FROM ${table} WHERE province_code = $1 AND staff_id = ANY ($2::bigint[])`,
      [actor.provinceCode, staffIds],
    );
    await manager.query(
      `INSERT INTO ${table} OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_recordset(NULL::${table}, $1)`,
      [JSON.stringify(rows)],
    );
  }

  /**
   * Removes people with all that the registry has of them. In one statement: whoever sees people by their postings would
   * not see them any more in a second one.
   *
   * @returns how many there were.
   */
  async remove(manager: EntityManager, actor: Actor, staffIds: readonly number[]): Promise<number> {
    const gone = await manager.query<[unknown, number]>(
      `WITH posted AS (DELETE FROM postings WHERE province_code = $1 AND staff_id = ANY ($2))
       DELETE FROM staff WHERE province_code = $1 AND id = ANY ($2)`,
      [actor.provinceCode, staffIds],
    );
    return gone[1];
  }

  /** All columns of `staff` but its key, from the catalogue: a later one is not forgotten. */
  private async columns(manager: EntityManager): Promise<string> {
    const [found] = await manager.query<{ names: string }[]>(
      `SELECT string_agg(column_name, ', ' ORDER BY ordinal_position) AS names FROM information_schema.columns
       WHERE table_schema = 'public' AND table_name = 'staff' AND column_name NOT IN ('province_code', 'id')`,
    );
    return found?.names ?? '';
  }
}
