import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { Command } from 'commander';
import { keyFile } from '../access/audit-key.js';
import { Installation } from '../access/installation.js';
import { AppModule } from '../app.module.js';
import { AnchorService, printedAnchor } from '../audit/anchor.service.js';
import { FAULT_NAMES } from '../audit/faults.js';
import { openAudit } from '../audit/open-audit.js';
import { groupedSeal, readPaperAnchor } from '../audit/paper-anchor.js';
import { type Verification, VerificationService } from '../audit/verification.service.js';
import { openDatabase, type OpenDatabase } from '../database/open-database.js';
import { ENTITIES } from '../entities.js';
import { type Configuration, readConfiguration } from '../shared/configuration.js';
import { isDay } from '../shared/day.js';
import { BadInput, Conflict } from '../shared/errors.js';
import type { Output } from './output.js';

const TAMPERED = 2;

interface Ending {
  readonly output: Output;
  /** Sets the exit code. */
  readonly finish: (code: number) => void;
}

/** `bo-tri audit verify|anchor` */
export function addAudit(
  audit: Command,
  child: (name: string) => Command,
  { output, finish }: Ending,
): void {
  child('verify')
    .description('Kiểm tra toàn bộ chuỗi niêm phong; mã thoát 2 nếu nhật ký bị can thiệp')
    .option('--anchor <mục:niêm phong>', 'mốc đọc từ giấy')
    .option('--json', 'chỉ in một đối tượng JSON', false)
    .action(async (options: { anchor?: string; json: boolean }) => {
      finish(await verify(options, output));
    });
  child('anchor')
    .description('In mốc của một ngày')
    .option('--day <ngày>', 'yyyy-mm-dd (mặc định: hôm nay)')
    .option('--json', 'chỉ in một đối tượng JSON', false)
    .action(async (options: { day?: string; json: boolean }) => {
      finish(await printAnchor(options, output));
    });
}

/** @returns the exit code: 0 intact, 2 tampered with. @throws AppError where it cannot look */
async function verify(
  { anchor, json }: { readonly anchor?: string; readonly json: boolean },
  output: Output,
): Promise<number> {
  const paper = anchor === undefined ? null : readPaperAnchor(anchor);
  const found = await overData((app) =>
    app.get(VerificationService).verify(app.get(Installation).operator('terminal'), paper),
  );
  if (json) output.out(JSON.stringify(found));
  else for (const line of verificationLines(found)) output.out(line);
  return found.intact ? 0 : TAMPERED;
}

/** Prints the anchor of a day and keeps it. */
async function printAnchor(
  { day, json }: { readonly day?: string; readonly json: boolean },
  output: Output,
): Promise<number> {
  if (day !== undefined && !isDay(day))
    throw new BadInput('terminal.day', `--day "${day}": cần ngày dạng yyyy-mm-dd.`);
  const anchor = await overData((app) => {
    const anchors = app.get(AnchorService);
    return anchors.keep(app.get(Installation).operator('terminal'), day ?? anchors.today());
  });
  output.out(json ? JSON.stringify(anchor) : printedAnchor(anchor));
  return 0;
}

/** Opens the data that the environment names, as a program that only looks: it does not seal. */
async function overData<T>(work: (app: INestApplicationContext) => Promise<T>): Promise<T> {
  const configuration = readConfiguration(process.env);
  const database = await existing(configuration);
  try {
    const audit = await openAudit(configuration, false);
    const { provinceCode } = configuration;
    const app = await NestFactory.createApplicationContext(
      AppModule.over(database, { provinceCode, demo: false, audit }),
      { logger: ['error', 'warn'], abortOnError: false },
    );
    try {
      return await work(app);
    } finally {
      await app.close();
    }
  } finally {
    await database.close();
  }
}

/** @throws BadInput `audit.no-data`, `audit.no-key`; Conflict `database.folder-in-use` saying what to do instead */
async function existing(configuration: Configuration): Promise<OpenDatabase> {
  const { databaseUrl, dataDir, auditKey } = configuration;
  if (databaseUrl === null && !existsSync(join(dataDir, 'postgres')))
    throw new BadInput(
      'audit.no-data',
      `Thư mục ${dataDir} không có dữ liệu. Hãy đặt DATA_DIR, hoặc DATABASE_URL.`,
    );
  if (auditKey === null && !existsSync(keyFile(dataDir)))
    throw new BadInput(
      'audit.no-key',
      `Không có khóa nhật ký ${keyFile(dataDir)}. Hãy đặt DATA_DIR đúng thư mục của chương trình, hoặc AUDIT_KEY.`,
    );
  try {
    // Without the owner's login: whoever looks does not migrate.
    return await openDatabase({ ...configuration, databaseOwnerUrl: null }, ENTITIES);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    throw new Conflict(
      error.code,
      `${error.message} Khi chương trình đang chạy, kiểm toán viên kiểm tra tại trang Nhật ký (GET /api/audit/verification).`,
      error.details,
    );
  }
}

function verificationLines(found: Verification): string[] {
  const { intact, faults, entries, sealed, unsealed, oldestUnsealedSeconds, last } = found;
  const oldest = Math.round(oldestUnsealedSeconds ?? 0);
  return [
    intact
      ? 'Nhật ký nguyên vẹn: mọi niêm phong đều đúng.'
      : `NHẬT KÝ ĐÃ BỊ CAN THIỆP: ${faults.length} dấu hiệu.`,
    ...faults.map(({ kind, message }) => `  - ${FAULT_NAMES[kind]} (${kind}): ${message}`),
    `Số mục: ${entries}; đã niêm phong: ${sealed}; đã đối chiếu với ${found.compared} mốc ngoài chuỗi.`,
    ...(last ? [`Cuối chuỗi: mục ${last.entryId}, niêm phong ${groupedSeal(last.seal)}.`] : []),
    unsealed === 0
      ? 'Không có mục nào chờ niêm phong.'
      : `Chờ niêm phong: ${unsealed} mục, cũ nhất ${oldest} giây.`,
  ];
}
