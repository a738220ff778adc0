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

const NAMES = ['staff', ...PARTS.map(([part]) => part)];

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
    return this.read(manager, actor, { staffIds, what: `jsonb_build_object(${pairs})` });
  }

  /** A hash of each part; another one later = somebody has changed it. */
  async hashes(
    manager: EntityManager,
    actor: Actor,
    staffIds: readonly number[],
  ): Promise<Map<number, Readonly<Record<ImagePart, string>>>> {
    const pairs = NAMES.map((part) => `'${part}', md5(image.${part}::text)`).join(', ');
    return this.read(manager, actor, { staffIds, what: `jsonb_build_object(${pairs})` });
  }

  private async read<T>(
    manager: EntityManager,
    actor: Actor,
    { staffIds, what }: { readonly staffIds: readonly number[]; readonly what: string },
  ): Promise<Map<number, T>> {
    if (staffIds.length === 0) return new Map();
    const rows = await manager.query<{ staffId: number; given: T }[]>(
      `SELECT image."staffId", ${what} AS given FROM (${IMAGES}) image`,
      [actor.provinceCode, staffIds],
    );
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
