import 'reflect-metadata';
import { openDatabase } from './database/open-database.js';
import { ENTITIES } from './entities.js';
import { httpApplication } from './http.js';
import { ConfigurationError, readConfiguration } from './shared/configuration.js';
import { dataState, loadDemo } from './terminal/demo.js';
import { explain, STANDARD_OUTPUT } from './terminal/output.js';

async function main(): Promise<void> {
  const configuration = readConfiguration(process.env);
  const { host, port, provinceCode } = configuration;
  const database = await openDatabase(configuration, ENTITIES);
  const state = await dataState(database, provinceCode);
  const demo = state === 'demo' || (state === 'empty' && configuration.demo);
  const app = await httpApplication(database, { provinceCode, demo });
  if (state === 'empty' && configuration.demo) {
    STANDARD_OUTPUT.err('Lần chạy đầu tiên: nạp dữ liệu minh họa của tỉnh Điện Biên …');
    await app.init();
    await loadDemo(app, STANDARD_OUTPUT);
  }
  stopWith(async () => {
    await app.close();
    await database.close();
  });
  await app.listen(port, host);
  STANDARD_OUTPUT.out(welcome(await app.getUrl(), demo));
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
