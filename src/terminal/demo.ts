import type { INestApplicationContext } from '@nestjs/common';
import { Installation } from '../access/installation.js';
import { operatorOf } from '../shared/actor.js';
import { Trail } from '../access/trail.js';
import type { OpenDatabase } from '../database/open-database.js';
import { Transactions } from '../shared/transactions.js';
import { TypeOrmTransactions } from '../database/typeorm-transactions.js';
import { demoSources } from './job-sources.js';
import { type Output, stageWatcher } from './output.js';
import { Stages } from './stages.js';
import { WholeJob } from './whole-job.js';

/** `broken` = the loading of the demo was stopped half-way; what is there is the demo's only. */
export type DataState = 'empty' | 'demo' | 'own' | 'broken';

/** What the province's database holds. */
export async function dataState(database: OpenDatabase, provinceCode: string): Promise<DataState> {
  const actor = operatorOf(provinceCode, 'start');
  const [found] = await new TypeOrmTransactions(database.source).run(actor, (manager) =>
    manager.query<{ loaded: boolean; begun: boolean; done: boolean }[]>(
      `SELECT EXISTS (SELECT 1 FROM provinces WHERE code = $1) AS loaded,
              EXISTS (SELECT 1 FROM audit_entries WHERE province_code = $1 AND action = 'demo.loading') AS begun,
              EXISTS (SELECT 1 FROM audit_entries WHERE province_code = $1 AND action = 'demo.loaded') AS done`,
      [provinceCode],
    ),
  );
  if (found?.done) return 'demo';
  if (found?.begun) return 'broken';
  return found?.loaded ? 'own' : 'empty';
}

/** Loads the demo of Điện Biên into an empty database. */
export async function loadDemo(app: INestApplicationContext, output: Output): Promise<void> {
  const actor = app.get(Installation).operator();
  const told = (action: string): Promise<void> =>
    app
      .get(Transactions)
      .run(actor, (manager) => app.get(Trail).record(manager, actor, { action, subject: 'demo' }));
  await told('demo.loading');
  await app.get(WholeJob).run(actor, await demoSources(), new Stages(stageWatcher(output)));
  await told('demo.loaded');
}
