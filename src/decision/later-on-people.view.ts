import type { EntityManager } from 'typeorm';
import type { WrittenPeople } from '../registry/stands-on.js';
import type { Actor } from '../shared/actor.js';
import { grouped } from '../shared/grouped.js';

type Kind = 'batch' | 'scenario' | 'decision';

interface Later {
  readonly staffId: number;
  readonly kind: Kind;
  readonly id: number;
  /** null = not for this actor to know. */
  readonly name: string | null;
}

const PARTS: Readonly<Record<string, string>> = {
  staff: 'thông tin hồ sơ',
  ratings: 'xếp loại',
  languages: 'tiếng dân tộc',
  conditions: 'trường hợp chưa được điều động',
  wishes: 'nguyện vọng',
  postings: 'vị trí công tác',
};

/** One sentence a person: who, what stands on them, and what of theirs has been changed since. */
export async function laterOnPeople(
  manager: EntityManager,
  actor: Actor,
  { batchId, people }: WrittenPeople,
): Promise<string[]> {
  const touched = people.map(({ staffId }) => staffId);
  const added = people.filter((each) => each.added).map(({ staffId }) => staffId);
  const found = await manager.query<Later[]>(LATER, [actor.provinceCode, batchId, touched, added]);
  const laterOn = grouped(found, ({ staffId }) => staffId);
  const names = await namesOf(manager, actor, touched);
  return people.flatMap(({ staffId, changed }) => {
    const later = (laterOn.get(staffId) ?? []).filter(
      ({ kind }) => kind === 'batch' || changed.includes('postings') || added.includes(staffId),
    );
    if (later.length === 0 && changed.length === 0) return [];
    const acts = [...new Set(later.map(wordsOf))];
    const parts = changed.map((part) => PARTS[part] ?? part).join(', ');
    const edits = changed.length === 0 ? [] : [`đã được sửa sau đó: ${parts}`];
    return [
      `${names.get(staffId) ?? 'Một người ngoài phạm vi'}: ${[...acts, ...edits].join('; ')}.`,
    ];
  });
}

function wordsOf({ kind, id, name }: Later): string {
  if (kind === 'batch')
    return name === null ? 'có trong một lần nhập khác' : `có trong lần nhập số ${id} (${name})`;
  if (kind === 'scenario')
    return name === null ? 'có trong một phương án của tỉnh' : `có trong phương án "${name}"`;
  return 'đã có quyết định riêng';
}

async function namesOf(
  manager: EntityManager,
  actor: Actor,
  staffIds: readonly number[],
): Promise<Map<number, string>> {
  const rows = await manager.query<{ id: number; name: string }[]>(
    `SELECT id, full_name AS name FROM staff WHERE province_code = $1 AND id = ANY ($2)`,
    [actor.provinceCode, staffIds],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}

const LATER = `
  SELECT later.staff_id AS "staffId", later.kind, later.id, coalesce(batch.sender, scenario.name) AS name
  FROM later_on_people($2, $3, $4) later
  LEFT JOIN import_batches batch ON batch.province_code = $1 AND later.kind = 'batch' AND batch.id = later.id
  LEFT JOIN scenarios scenario ON scenario.province_code = $1 AND later.kind = 'scenario' AND scenario.id = later.id
  ORDER BY later.staff_id, later.kind, later.id`;
