import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { Installation } from '../../access/installation.js';
import { LawLoader } from '../../law/law.loader.js';
import { LetterCheckService, type Checked } from '../../letter/letter-check.service.js';
import { LetterIssueService, type Issued } from '../../letter/letter-issue.service.js';
import { LETTER_KINDS, type NumberBlock } from '../../letter/letter.js';
import { LetterService } from '../../letter/letter.service.js';
import { LetterTemplateService } from '../../letter/letter-template.service.js';
import type { Actor } from '../../shared/actor.js';
import { isDay } from '../../shared/day.js';
import { BadInput } from '../../shared/errors.js';
import { withInstalled } from '../installed.js';
import type { Output } from '../output.js';

export interface BlockOptions {
  readonly year: string;
  readonly symbol: string;
  readonly first: string;
  readonly last: string;
  readonly body: string;
  readonly place: string;
  readonly authority: string;
  readonly signerTitle: string;
  readonly superior: string;
  readonly signerName: string;
}

export interface CheckOptions {
  readonly scenario?: string;
  readonly movement?: string;
  readonly json: boolean;
}

export interface IssueOptions extends CheckOptions {
  readonly block: string;
  readonly on?: string;
  readonly unit?: string;
  readonly out?: string;
}

export interface TemplateOptions {
  readonly kind: string;
  readonly out?: string;
  readonly put?: string;
}

const DONE = 0;
const HAS_FAULTS = 1;
/** So many faults are printed; the rest is counted. */
const PRINTED = 50;
const PURPOSE = 'Tải văn bản quyết định bằng dòng lệnh';

function asOperator<T>(
  work: (app: INestApplicationContext, actor: Actor) => Promise<T>,
): Promise<T> {
  return withInstalled(async (app) => {
    const actor = app.get(Installation).operator('terminal');
    await app.get(LawLoader, { strict: false }).load(actor);
    return work(app, actor);
  });
}

export function openBlock(options: BlockOptions, output: Output): Promise<number> {
  const { symbol, body, place, authority, signerTitle, superior, signerName } = options;
  const [year, first, last] = [
    numberOf('year', options.year),
    numberOf('first', options.first),
    numberOf('last', options.last),
  ];
  if (last < first) throw new BadInput('letter.block-backwards', 'Số cuối phải từ số đầu trở lên.');
  const issuer = { superior, body, place, authority, signerTitle, signerName };
  return asOperator(async (app, actor) => {
    const block = { year, symbol, first, last, issuer };
    const id = await app.get(LetterService, { strict: false }).openBlock(actor, block);
    output.out(`Đã mở dải số thứ tự ${id}: ${first}–${last}/${symbol} năm ${year}.`);
    return DONE;
  });
}

export function listBlocks(output: Output): Promise<number> {
  return asOperator(async (app, actor) => {
    const blocks = await app.get(LetterService, { strict: false }).numberBlocks(actor);
    output.out(
      blocks.length === 0
        ? 'Chưa mở dải số nào.'
        : blocks.map((each) => blockLine(each)).join('\n'),
    );
    return DONE;
  });
}

function blockLine({ id, year, symbol, first, last, next }: NumberBlock): string {
  const state = next > last ? 'đã hết số' : `số tiếp theo ${next}`;
  return `${id}: ${first}–${last}/${symbol} năm ${year}, ${state}`;
}

/** Issues part by part until nothing is left. */
export function issue(options: IssueOptions, output: Output): Promise<number> {
  const { scenarioId, movementId } = scopeOf(options);
  if ((scenarioId === null) === (movementId === null))
    throw new BadInput('letter.source-missing', 'Cần --scenario hoặc --movement, một trong hai.');
  const blockId = numberOf('block', options.block);
  return asOperator(async (app, actor) => {
    const service = app.get(LetterIssueService, { strict: false });
    const done =
      movementId === null
        ? await issuePlan(service, actor, { ...options, scenarioId: scenarioId ?? 0, blockId })
        : await service.ofMovement(actor, { movementId, blockId });
    if (options.out !== undefined) {
      const filter = { scenarioId, movementId, all: false, search: '' };
      const file = await app.get(LetterService, { strict: false }).zip(actor, filter, PURPOSE);
      await writeFile(options.out, file.bytes, { mode: 0o600 });
    }
    const { issued, unchanged } = done;
    output.out(
      options.json
        ? JSON.stringify({ issued, unchanged, out: options.out ?? null })
        : `Đã lập ${issued} quyết định; ${unchanged} giữ nguyên.`,
    );
    return DONE;
  });
}

async function issuePlan(
  service: LetterIssueService,
  actor: Actor,
  {
    on,
    unit,
    scenarioId,
    blockId,
  }: IssueOptions & { readonly scenarioId: number; readonly blockId: number },
): Promise<Issued> {
  if (on === undefined || !isDay(on))
    throw new BadInput('terminal.day', '--on: cần ngày dạng yyyy-mm-dd, ví dụ 2025-07-01.');
  const asked = { scenarioId, blockId, issuedOn: on, staffIds: null, unitCode: unit ?? null };
  let issued = 0;
  for (;;) {
    const part = await service.ofPlan(actor, asked);
    issued += part.issued;
    if (part.left === 0)
      return { issued, unchanged: part.unchanged - (issued - part.issued), left: 0 };
  }
}

export function check(options: CheckOptions, output: Output): Promise<number> {
  const scope = scopeOf(options);
  return asOperator(async (app, actor) => {
    const checked = await app.get(LetterCheckService, { strict: false }).check(actor, scope);
    output.out(options.json ? JSON.stringify(checked) : textOf(checked));
    return checked.faults.length === 0 ? DONE : HAS_FAULTS;
  });
}

function textOf({ letters, faults }: Checked): string {
  if (faults.length === 0) return `Đã đọc lại ${letters} quyết định: mọi trường khớp với dữ liệu.`;
  const lines = faults
    .slice(0, PRINTED)
    .map(({ numberText, code, where }) => `  - ${[numberText, code, ...where].join(', ')}`);
  const more = faults.length > PRINTED ? [`  … và ${faults.length - PRINTED} điểm nữa.`] : [];
  return [`${faults.length} điểm không khớp trong ${letters} quyết định:`, ...lines, ...more].join(
    '\n',
  );
}

export function template({ kind, out, put }: TemplateOptions, output: Output): Promise<number> {
  const known = LETTER_KINDS.find((each) => each === kind);
  if (known === undefined)
    throw new BadInput('letter.unknown-kind', `--kind: cần một trong ${LETTER_KINDS.join(', ')}.`);
  if ((out === undefined) === (put === undefined))
    throw new BadInput('letter.file-missing', 'Cần --out hoặc --put, một trong hai.');
  return asOperator(async (app, actor) => {
    const templates = app.get(LetterTemplateService, { strict: false });
    if (put !== undefined) {
      const file = await bytesOf(put);
      const version = await templates.add(actor, { kind: known, name: basename(put), file });
      output.out(`Đã nhận mẫu, phiên bản ${version}.`);
      return DONE;
    }
    const { file, version } = await templates.file(actor, known);
    await writeFile(out ?? '', file);
    output.out(`Đã ghi mẫu phiên bản ${version}${version === 0 ? ' (của phần mềm)' : ''}.`);
    return DONE;
  });
}

async function bytesOf(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch {
    throw new BadInput('terminal.file-missing', `Không đọc được tệp "${path}".`, { path });
  }
}

function scopeOf({ scenario, movement }: Pick<CheckOptions, 'scenario' | 'movement'>) {
  return {
    scenarioId: scenario === undefined ? null : numberOf('scenario', scenario),
    movementId: movement === undefined ? null : numberOf('movement', movement),
  };
}

function numberOf(option: string, text: string): number {
  if (/^[1-9]\d{0,14}$/.test(text)) return Number(text);
  throw new BadInput('terminal.number', `--${option} "${text}": cần một số nguyên dương.`);
}
