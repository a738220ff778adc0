import 'reflect-metadata';
import { LocalActor } from './access/local-actor.js';
import { discardFolder, openDatabase, type OpenDatabase } from './database/open-database.js';
import { ENTITIES } from './entities.js';
import { httpApplication } from './http.js';
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
  const { host, port, provinceCode } = configuration;
  const { database, state } = await openWhole(configuration);
  const demo = state === 'demo' || (state === 'empty' && configuration.demo);
  const app = await httpApplication(database, { provinceCode, demo });
  stopWith(async () => {
    await app.close();
    await database.close();
  });
  await app.init();
  if (state === 'empty' && configuration.demo) {
    STANDARD_OUTPUT.err('Lần chạy đầu tiên: nạp dữ liệu minh họa của tỉnh Điện Biên …');
    await loadDemo(app, STANDARD_OUTPUT);
  } else {
    await app.get(LawLoader).load(app.get(LocalActor).current());
  }
  await app.listen(port, host);
  STANDARD_OUTPUT.out(welcome(await app.getUrl(), demo));
}

/** Opens the database; a demo whose loading was stopped half-way is thrown away and begins again. */
async function openWhole(
  configuration: Configuration,
): Promise<{ readonly database: OpenDatabase; readonly state: DataState }> {
  const database = await openDatabase(configuration, ENTITIES);
  const state = await dataState(database, configuration.provinceCode);
  if (state !== 'broken') return { database, state };
  await database.close();
  if (configuration.databaseUrl !== null) throw brokenOnServer();
  await discardFolder(configuration.dataDir);
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

function welcome(url: string, demo: boolean): string {
  const address = url.replace('[::1]', 'localhost').replace('127.0.0.1', 'localhost');
  return [
    '',
    `  Bố Trí đang chạy tại ${address}`,
    `  Mô tả API: ${address}/api/docs`,
    demo
      ? '  Dữ liệu minh họa: đơn vị là thật, người là hư cấu. Mở trang "Tổng quan" để bắt đầu.'
      : '  Mở trang "Nhập danh sách" để gửi danh sách đầu tiên.',
    '  Dừng chương trình: Ctrl+C',
    '',
  ].join('\n');
}

try {
  await main();
} catch (error) {
  STANDARD_OUTPUT.err(error instanceof ConfigurationError ? error.message : explain(error));
  process.exit(1);
}
