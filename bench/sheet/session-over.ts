import { NestFactory } from '@nestjs/core';
import { AppModule } from '../../src/app.module.js';
import type { OpenDatabase } from '../../src/database/open-database.js';
import type { Session } from '../../src/terminal/session.js';

/** The program over an open database, without HTTP. */
export async function sessionOver(database: OpenDatabase): Promise<Session> {
  const options = { provinceCode: '11', demo: true };
  const app = await NestFactory.createApplicationContext(AppModule.over(database, options), {
    logger: ['error', 'warn'],
    abortOnError: false,
  });
  const close = async (): Promise<void> => {
    await app.close();
    await database.close();
  };
  return { app, close };
}
