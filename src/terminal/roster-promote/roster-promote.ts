import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { Installation } from '../../access/installation.js';
import type { Batch } from '../../roster/batch.js';
import { PromotionService } from '../../roster/promotion.service.js';
import type { SentFile } from '../../roster/reading/read-files.js';
import { RosterService } from '../../roster/roster.service.js';
import { isDay } from '../../shared/day.js';
import { BadInput } from '../../shared/errors.js';
import type { Issue } from '../../shared/issue.js';
import { withInstalled } from '../installed.js';
import type { Output } from '../output.js';

const HAS_ERRORS = 1;
/** So many errors are printed; the rest is counted. */
const PRINTED = 200;

export interface PromoteOptions {
  readonly sender: string;
  readonly asOf: string;
  readonly json: boolean;
}

/** Stages rosters, and writes them to the registry where nothing is wrong. @returns the exit code */
export async function rosterPromote(
  paths: readonly string[],
  { sender, asOf, json }: PromoteOptions,
  output: Output,
): Promise<number> {
  if (!isDay(asOf))
    throw new BadInput(
      'terminal.day',
      `--as-of "${asOf}": cần ngày dạng yyyy-mm-dd, ví dụ 2025-06-30.`,
    );
  const files = await Promise.all(paths.map(sentFile));
  return withInstalled(async (app) => {
    const actor = app.get(Installation).operator('terminal');
    const rosters = app.get(RosterService, { strict: false });
    const staged = await rosters.stage(actor, { sender, asOf, files });
    const page = { batchId: staged.id, severity: 'error' as const, offset: 0, limit: PRINTED };
    const { items: errors } = await rosters.issues(actor, page);
    const batch =
      staged.errors > 0
        ? staged
        : await app.get(PromotionService, { strict: false }).promote(actor, staged.id);
    output.out(json ? JSON.stringify({ batch, errors }) : textOf(batch, errors));
    return batch.state === 'promoted' ? 0 : HAS_ERRORS;
  });
}

async function sentFile(path: string): Promise<SentFile> {
  try {
    return { name: basename(path), bytes: await readFile(path) };
  } catch {
    throw new BadInput('terminal.file-missing', `Không đọc được tệp "${path}".`, { path });
  }
}

function textOf(batch: Batch, errors: readonly Issue[]): string {
  const { id, rows, added, changed, unchanged, warnings, notes } = batch;
  const counted = `Lần nhập số ${id}: ${rows} dòng, ${batch.errors} lỗi, ${warnings} cảnh báo, ${notes} ghi chú.`;
  if (batch.state === 'promoted')
    return `${counted}\nĐã ghi vào sổ: thêm ${added}, thay đổi ${changed}, giữ nguyên ${unchanged}.`;
  const lines = errors.map(
    ({ file, sheet, row, column, message }) =>
      `  - ${[file, sheet, `${column}${row}`].filter((part) => part !== '').join(', ')}: ${message}`,
  );
  const more =
    batch.errors > errors.length ? [`  … và ${batch.errors - errors.length} lỗi nữa.`] : [];
  return [counted, 'Chưa ghi gì vào sổ. Hãy sửa trong trang Danh sách:', ...lines, ...more].join(
    '\n',
  );
}
