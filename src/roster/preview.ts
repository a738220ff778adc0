import type { ChangePlan, FieldChange, RowChange } from './change-plan.js';
import type { FieldChangeResponse, PreviewResponse } from './roster.responses.js';
import { seenText, type Viewer } from './seen.js';

export interface PreviewAsked {
  readonly batchId: number;
  /** null = all rows. */
  readonly state: RowChange['state'] | null;
  readonly offset: number;
  readonly limit: number;
}

/** A plan as a viewer may see it: what changes is told of a hidden field too, but neither what it was nor what it becomes. */
export function previewResponse(
  { plan, hash }: { readonly plan: ChangePlan; readonly hash: string },
  viewer: Viewer,
  { state, offset, limit }: PreviewAsked,
): PreviewResponse {
  const count = (wanted: RowChange['state']): number =>
    plan.rows.filter((row) => row.state === wanted).length;
  const asked = plan.rows.filter((row) => state === null || row.state === state);
  return {
    hash,
    added: count('added'),
    changed: count('changed'),
    unchanged: count('unchanged'),
    total: asked.length,
    items: asked.slice(offset, offset + limit).map((row) => ({
      ...{ file: row.file, sheet: row.sheet, row: row.row, state: row.state },
      subject: row.subject,
      changes: row.changes.map((change) => seenChange(viewer, change)),
    })),
    missing: plan.missing,
    questions: plan.questions,
    kept: (plan.kept ?? []).map(({ file, sheet, row, message }) => ({ file, sheet, row, message })),
  };
}

function seenChange(viewer: Viewer, change: FieldChange): FieldChangeResponse {
  const { field, label, before, after } = change;
  return {
    ...{ field, label },
    before: seenText(viewer, change, before),
    after: seenText(viewer, change, after),
  };
}
