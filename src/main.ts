import 'reflect-metadata';
import { FIRST_LOGIN, FirstAccounts } from './access/account/first-accounts.js';
import { Installation } from './access/installation.js';
import { OldSeeds } from './access/session/old-seeds.js';
import { openAudit, setWitnessAside } from './audit/open-audit.js';
import { discardFolder, openDatabase, type OpenDatabase } from './database/open-database.js';
import { ENTITIES } from './entities.js';
import { httpApplication } from './http.js';
import { jobOptions } from './jobs/job-settings.js';
import { LawLoader } from './law/law.loader.js';
import { SpellingLoader } from './registry/spelling.loader.js';
import { mustBeSafe, openLooked } from './safe-start.js';
import { type Configuration, readConfiguration } from './shared/configuration.js';
import { Conflict } from './shared/errors.js';
import { type DataState, dataState, loadDemo } from './terminal/demo.js';
import { explain, STANDARD_OUTPUT } from './terminal/output.js';

async function main(): Promise<void> {
  const configuration = readConfiguration(process.env);
  const { host, port, reach } = configuration;
  const { opened, faults } = await openLooked(configuration, (look) =>
    openWhole(configuration, look),
  );
  const { database, state } = opened;
  const demo = state === 'demo' || (state === 'empty' && configuration.demo);
  const audit = await openAudit(configuration, true);
  const jobs = jobOptions(configuration, configuration.worksJobs);
  const app = await httpApplication(database, { ...configuration, demo, audit, jobs });
  stopWith(async () => {
    await app.close();
    await database.close();
  });
  await mustBeSafe(configuration, app, { database, faults });
  await app.init();
  if (state === 'empty' && configuration.demo) {
    STANDARD_OUTPUT.err('Lần chạy đầu tiên: nạp dữ liệu minh họa của tỉnh Điện Biên …');
    await loadDemo(app, STANDARD_OUTPUT);
  } else {
    const operator = app.get(Installation).operator();
    await app.get(LawLoader).load(operator);
    await app.get(SpellingLoader).load(operator);
  }
  await app.get(OldSeeds).seal();
  const firstPassword = reach.production ? null : await app.get(FirstAccounts).make();
  await app.listen(port, host);
  STANDARD_OUTPUT.out(welcome(await app.getUrl(), { demo, publicUrl: reach.publicUrl }));
  if (firstPassword !== null) STANDARD_OUTPUT.out(firstSignIn(firstPassword));
}

interface Opened {
  readonly database: OpenDatabase;
  readonly state: DataState;
}

interface Opened {
  readonly database: OpenDatabase;
  readonly state: DataState;
}

/** Opens the database; a demo whose loading was stopped half-way is thrown away and begins again. */
async function openWhole(
  configuration: Configuration,
  look: (database: OpenDatabase) => Promise<void>,
): Promise<Opened> {
  const database = await openDatabase(configuration, ENTITIES);
  await look(database);
  const state = await dataState(database, configuration.provinceCode);
  if (state !== 'broken') return { database, state };
  await database.close();
  if (configuration.databaseUrl !== null) throw brokenOnServer();
  await discardFolder(configuration.dataDir);
  await setWitnessAside(configuration.dataDir);
  return { database: await openDatabase(configuration, ENTITIES), state: 'empty' };
}

function brokenOnServer(): Conflict {
  return new Conflict(
    'database.demo-half-loaded',
    'Lần nạp dữ liệu minh họa trước bị dừng giữa chừng. Hãy tạo lại cơ sở dữ liệu rỗng (DATABASE_URL) rồi chạy lại.',
  );
}

/** Closes once, whatever the signal: the folder's lock goes with the process that took it. */
function stopWith(close: () => Promise<void>): void {
  let closing = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => {
      if (closing) return;
      closing = true;
      void close().finally(() => process.exit(0));
    });
}

function welcome(
  url: string,
  { demo, publicUrl }: { readonly demo: boolean; readonly publicUrl: string | null },
): string {
  const own = url.replace('[::1]', 'localhost').replace('127.0.0.1', 'localhost');
  const address = publicUrl ?? own;
  return [
    '',
    `  Bố Trí đang chạy tại ${address}`,
    ...(publicUrl === null ? [] : [`  Cổng đang nghe: ${new URL(url).port}`]),
    `  Mô tả API: ${address}/api/docs`,
    demo
      ? '  Dữ liệu minh họa: đơn vị là thật, người là hư cấu. Trang đăng nhập có sẵn tài khoản cho từng vai.'
      : '  Lần đầu: quản trị viên tạo tài khoản; cán bộ toàn tỉnh nạp đơn vị ở trang Tổng quan, rồi nhập danh sách.',
    '  Dừng chương trình: Ctrl+C',
    '',
  ].join('\n');
}

/** Printed once; nobody can read it again. */
function firstSignIn(password: string): string {
  return [
    `  Tài khoản quản trị đầu tiên: ${FIRST_LOGIN}`,
    `  Mật khẩu dùng một lần:       ${password}`,
    '  Chỉ hiện lần này. Đăng nhập và đổi mật khẩu ngay.',
    '',
  ].join('\n');
}

try {
  await main();
} catch (error) {
  STANDARD_OUTPUT.err(explain(error));
  process.exit(1);
}
