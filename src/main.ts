import 'reflect-metadata';
import { FIRST_LOGIN, FirstAccounts } from './access/account/first-accounts.js';
import { Installation } from './access/installation.js';
import { OldSeeds } from './access/session/old-seeds.js';
import { ProductionCheck } from './access/production/production-check.js';
import { hasAuditKey, openAudit, setWitnessAside } from './audit/open-audit.js';
import { loginFaults } from './access/production/production.rules.js';
import { loginRights } from './database/login-rights.js';
import { discardFolder, openDatabase, type OpenDatabase } from './database/open-database.js';
import { ENTITIES } from './entities.js';
import { httpApplication } from './http.js';
import { jobOptions } from './jobs/job-settings.js';
import { LawLoader } from './law/law.loader.js';
import {
  type Configuration,
  ConfigurationError,
  readConfiguration,
} from './shared/configuration.js';
import { Conflict } from './shared/errors.js';
import { type DataState, dataState, loadDemo } from './terminal/demo.js';
import { explain, STANDARD_OUTPUT } from './terminal/output.js';

async function main(): Promise<void> {
  const configuration = readConfiguration(process.env);
  const { host, port, reach } = configuration;
  const { database, state, unsafe } = await openSafely(configuration);
  const demo = state === 'demo' || (state === 'empty' && configuration.demo);
  const keyFaults = auditKeyFaults(configuration);
  const audit = await openAudit(configuration, true);
  const jobs = jobOptions(configuration, configuration.worksJobs);
  const app = await httpApplication(database, { ...configuration, demo, audit, jobs });
  stopWith(async () => {
    await app.close();
    await database.close();
  });
  if (reach.production)
    await mustBeSafe(
      [...unsafe, ...keyFaults, ...(await app.get(ProductionCheck).faults())],
      database,
    );
  await app.init();
  if (state === 'empty' && configuration.demo) {
    STANDARD_OUTPUT.err('Lần chạy đầu tiên: nạp dữ liệu minh họa của tỉnh Điện Biên …');
    await loadDemo(app, STANDARD_OUTPUT);
  } else {
    await app.get(LawLoader).load(app.get(Installation).operator());
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

/** Opens the database. What is not safe is known by then, and told even where the database does not answer. */
async function openSafely(
  configuration: Configuration,
): Promise<Opened & { readonly unsafe: readonly string[] }> {
  const unsafe = [...configuration.unsafe];
  const asWhom = async ({ source }: OpenDatabase): Promise<void> => {
    if (!configuration.reach.production) return;
    const rights = await loginRights(source);
    unsafe.push(...loginFaults(rights));
    if (!rights.actsAsApplication) throw new ConfigurationError(unsafe);
  };
  try {
    return { ...(await openWhole(configuration, asWhom)), unsafe };
  } catch (error) {
    if (unsafe.length === 0 || error instanceof ConfigurationError) throw error;
    throw new ConfigurationError([...unsafe, explain(error)]);
  }
}

/** Made anew by every program that has none, the key of a server's trail would be lost with a container's folder. */
function auditKeyFaults(configuration: Configuration): string[] {
  if (configuration.databaseUrl === null || hasAuditKey(configuration)) return [];
  return [
    'Chưa có khóa của nhật ký: đặt AUDIT_KEY (32 byte, cất giữ ngoài cơ sở dữ liệu), ví dụ tạo bằng: openssl rand -base64 32.',
  ];
}

/** @throws ConfigurationError with everything that is not safe, of the environment and of the database. */
async function mustBeSafe(faults: readonly string[], database: OpenDatabase): Promise<void> {
  if (faults.length === 0) return;
  await database.close();
  throw new ConfigurationError(faults);
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
      : '  Mở trang "Nhập danh sách" để gửi danh sách đầu tiên.',
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
