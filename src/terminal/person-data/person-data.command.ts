import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from 'commander';
import { Installation } from '../../access/installation.js';
import { LawLoader } from '../../law/law.loader.js';
import { stampOf } from '../../access/stamp.js';
import { type Configuration, readConfiguration } from '../../shared/configuration.js';
import { BadInput, NotFound } from '../../shared/errors.js';
import { withInstalled } from '../installed.js';
import type { Output } from '../output.js';
import type { Finish } from '../program.js';
import { personDataBook } from './person-data-book.js';
import { type PersonData, PersonDataService } from './person-data.service.js';

interface PersonDataCommand {
  readonly number: string;
  readonly out: string;
  readonly json: boolean;
}

const PURPOSE = 'Yêu cầu của chính người có dữ liệu';

/** `bo-tri person-data` */
export function addPersonData(personData: Command, output: Output, finish: Finish): void {
  personData
    .requiredOption('--number <số định danh>', 'đủ 12 chữ số')
    .requiredOption('--out <tệp.xlsx>', 'nơi ghi bảng Excel')
    .option('--json', 'chỉ in một đối tượng JSON', false)
    .action(async (options: PersonDataCommand) => {
      finish(await personDataCommand(options, output));
    });
}

/** Writes all that the database of the installation holds about one person. @returns the exit code. */
async function personDataCommand(
  { number, out, json }: PersonDataCommand,
  output: Output,
): Promise<number> {
  if (!/^\d{12}$/.test(number))
    throw new BadInput('person-data.number', '--number: cần số định danh đủ 12 chữ số.');
  mustExist(readConfiguration(process.env));
  return withInstalled(async (app) => {
    const actor = app.get(Installation).operator('terminal');
    await app.get(LawLoader).load(actor);
    const data = await app.get(PersonDataService).of(actor, number, PURPOSE);
    const stamp = stampOf(null, { actor, at: data.at, purpose: PURPOSE });
    await writeFile(out, await personDataBook(data, stamp), { mode: 0o600 });
    output.out(json ? JSON.stringify(summaryOf(data, out)) : textOf(data, out));
    return 0;
  });
}

/** Opening a folder that is not there would make an empty database. */
function mustExist({ databaseUrl, dataDir }: Configuration): void {
  if (databaseUrl !== null || existsSync(join(dataDir, 'postgres'))) return;
  throw new NotFound(
    'person-data.no-database',
    `Không có cơ sở dữ liệu trong thư mục "${dataDir}". Hãy đặt DATA_DIR hoặc DATABASE_URL như khi chạy chương trình.`,
  );
}

/** Counts only: what a person's data say stands in the workbook and nowhere else. */
function summaryOf({ tables, looks, reply }: PersonData, file: string): object {
  return {
    file,
    rows: Object.fromEntries([...tables, looks].map(({ table, rows }) => [table, rows.length])),
    replyWorkingDays: reply.workingDays,
    replyLatestOn: reply.latestOn,
    source: reply.source,
  };
}

function textOf({ tables, looks, reply }: PersonData, file: string): string {
  const count = [...tables, looks].reduce((sum, { rows }) => sum + rows.length, 0);
  return [
    `Đã ghi ${count} mục vào ${file}.`,
    `Phải trả lời trong ${reply.workingDays} ngày làm việc (${reply.source}): chậm nhất ${reply.latestOn} nếu nhận yêu cầu hôm nay, chưa trừ ngày nghỉ lễ.`,
  ].join('\n');
}
