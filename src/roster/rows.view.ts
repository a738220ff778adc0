import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { hasClosedScope } from '../access/fields/closed-scope.js';
import type { SeenValue } from '../access/fields/fields.rules.js';
import type { Actor } from '../shared/actor.js';
import type { Issue, Severity } from '../shared/issue.js';
import { withoutNumbersDeep } from '../shared/masking.js';
import { folded } from '../shared/text.js';
import { SET_ASIDE, type BatchHead, type Question, type RowState } from './batch.js';
import { BatchRowsStore } from './batch-rows.store.js';
import { ColumnPlaces } from './reading/places.js';
import type { RowPlace } from './record.js';
import { seenText, type Secrecy, type Viewer } from './seen.js';
import { SheetKinds } from './sheet-kinds.js';

/** Which rows of a batch; null = all. */
export interface RowsAsked {
  readonly batchId: number;
  readonly state: RowState | null;
  readonly severity: Severity | null;
  readonly code: string | null;
  /** Looked for in names, units and positions; without case and diacritics. */
  readonly text: string | null;
  readonly offset: number;
  readonly limit: number;
}

export interface ShownRow extends RowPlace {
  readonly state: RowState;
  /** By column letters; empty cells are left out, hidden ones stand there without their text. */
  readonly cells: Readonly<Record<string, SeenValue>>;
  /** Letters of cells that were typed anew. */
  readonly corrected: readonly string[];
  readonly issues: readonly Pick<Issue, 'column' | 'code' | 'severity' | 'message'>[];
  readonly questions: readonly Question[];
  /** Why it was set aside. */
  readonly reason: string | null;
}

interface StoredRow extends Omit<ShownRow, 'cells'> {
  readonly cells: Readonly<Record<string, string>>;
  /** The title is managed by the Party committee, or nobody knows yet which it is. */
  readonly managed: boolean;
}

const UNKNOWN: Secrecy = { classes: ['free-text'], closed: false };

/** The rows of a batch as a grid shows them, protected cells masked. */
@Injectable()
export class RowsView {
  constructor(
    private readonly rows: BatchRowsStore,
    private readonly kinds: SheetKinds,
  ) {}

  async page(
    manager: EntityManager,
    actor: Actor,
    { head, asked }: { readonly head: BatchHead; readonly asked: RowsAsked },
  ): Promise<{ readonly total: number; readonly items: ShownRow[] }> {
    const where = [
      ...[actor.provinceCode, asked.batchId, asked.state, asked.severity, asked.code],
      asked.text === null ? null : `%${folded(asked.text).replace(/[\\%_]/g, '\\$&')}%`,
    ];
    const [count] = await manager.query<{ total: number }[]>(
      `SELECT count(*) AS total FROM import_rows r WHERE ${WHERE}`,
      where,
    );
    const found = await manager.query<StoredRow[]>(PAGE, [
      ...where,
      ...[asked.offset, asked.limit, head.asOf],
    ]);
    const places = new ColumnPlaces<string>(await this.rows.sheets(manager, actor, head.id));
    const secrecy = this.secrecyOf(head, places);
    const viewer: Viewer = { role: actor.role, closedScope: await hasClosedScope(manager) };
    return {
      total: count?.total ?? 0,
      items: found.map(({ managed, ...row }) => ({
        ...row,
        issues: withoutNumbersDeep(row.issues),
        cells: Object.fromEntries(
          Object.entries(row.cells).map(([letters, text]) => {
            const { classes, closed } = secrecy(row, letters);
            return [letters, seenText(viewer, { classes, closed: closed && managed }, text)];
          }),
        ),
      })),
    };
  }

  private secrecyOf(
    { kind }: BatchHead,
    places: ColumnPlaces<string>,
  ): (row: RowPlace, letters: string) => Secrecy {
    const fields = new Map<string, Secrecy>(
      this.kinds.of(kind).fields.map((each) => [each.field, each]),
    );
    return (row, letters) => fields.get(places.fieldAt(row, letters) ?? '') ?? UNKNOWN;
  }
}

const SAME_ROW = (other: string): string =>
  `${other}.province_code = r.province_code AND ${other}.batch_id = r.batch_id AND ${other}.file = r.file
   AND ${other}.sheet = r.sheet AND ${other}.row_number = r.row_number`;

/** The open texts by which people look for a row: a protected one would tell by whether it is found. */
const LOOKED_AT = `folded(concat_ws(' ', r.record->'record'->>'fullName', r.record->'record'->>'unitText',
  r.record->'record'->>'positionText', r.record->'record'->>'subject'))`;

const WHERE = `r.province_code = $1 AND r.batch_id = $2 AND ($3::text IS NULL OR r.state = $3)
  AND (coalesce($4::text, $5) IS NULL OR EXISTS (
    SELECT 1 FROM import_issues i WHERE ${SAME_ROW('i')} AND ($4::text IS NULL OR i.severity = $4)
      AND ($5::text IS NULL OR i.code = $5)))
  AND ($6::text IS NULL OR ${LOOKED_AT} LIKE $6)`;

const PAGE = `
  SELECT r.file, r.sheet, r.row_number AS "row", r.state, r.cells, r.questions,
    ARRAY (SELECT c.column_letters FROM import_corrections c WHERE ${SAME_ROW('c')}) AS corrected,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('column', i.column_letters, 'code', i.code, 'severity', i.severity,
        'message', i.message) ORDER BY i.id), '[]') FROM import_issues i WHERE ${SAME_ROW('i')}) AS issues,
    (SELECT a.answer FROM import_answers a WHERE ${SAME_ROW('a')} AND a.question = '${SET_ASIDE}') AS reason,
    r.record->>'positionCode' IS NULL OR EXISTS (
      SELECT 1 FROM positions p WHERE p.province_code = $1 AND p.code = r.record->>'positionCode' AND p.party_managed
        AND p.starts_on <= $9 AND (p.ends_on IS NULL OR p.ends_on > $9)) AS managed
  FROM import_rows r WHERE ${WHERE}
  ORDER BY r.file, r.sheet, r.row_number OFFSET $7 LIMIT $8`;
