import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../../src/app.module.js';
import { type Actor, operatorOf } from '../../src/shared/actor.js';
import { Stages } from '../../src/terminal/stages.js';
import { WholeJob, type JobResult } from '../../src/terminal/whole-job.js';
import { SMALL_PROVINCE, smallSources, type SmallProvince } from './demo-sources.js';
import { smallRoster } from './demo-sources-roster.js';
import type { FreshDatabase } from './fresh-database.js';

export const SMALL_ACTOR: Actor = operatorOf(SMALL_PROVINCE, 'officer-1');

/** The whole program over a test's database, in the small province, without HTTP. */
export function openApp(database: FreshDatabase): Promise<INestApplicationContext> {
  return NestFactory.createApplicationContext(
    AppModule.over(database, { provinceCode: SMALL_PROVINCE, demo: false }),
    { logger: false, abortOnError: false },
  );
}

/** Does the whole job in the small province: the baseline is applied afterwards. */
export async function smallJob(
  app: INestApplicationContext,
  changed: Partial<SmallProvince> = {},
): Promise<JobResult> {
  const sources = await smallSources([await smallRoster()], changed);
  return app.get(WholeJob).run(SMALL_ACTOR, sources, new Stages());
}

const OF_THE_REGISTRY = [
  'units',
  'unit_successions',
  'establishments',
  'norms',
  'staff',
  'staff_ratings',
  'staff_conditions',
  'wishes',
  'postings',
] as const;

export type Dump = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;

/** All rows of the registry, and of what was planned and promoted, in an order of their own; without surrogate ids. */
export async function registryDump(database: FreshDatabase): Promise<Dump> {
  const dump: Record<string, Record<string, unknown>[]> = {};
  for (const table of OF_THE_REGISTRY) {
    const rows = await database.query<{ row: Record<string, unknown> }[]>(
      `SELECT to_jsonb(t) - '{id,unit_id,parent_id,position_id,old_unit_id,new_unit_id}'::text[]
         || ${CODES[table] ?? `'{}'::jsonb`} AS row FROM ${table} t ORDER BY 1`,
    );
    dump[table] = rows.map(({ row }) => row);
  }
  return dump;
}

const unitCode = (column: string): string =>
  `(SELECT code || '/' || starts_on FROM units WHERE id = t.${column})`;
const positionCode = `(SELECT code FROM positions WHERE id = t.position_id)`;
const CODES: Readonly<Partial<Record<string, string>>> = {
  units: `jsonb_build_object('parent', ${unitCode('parent_id')})`,
  unit_successions: `jsonb_build_object('old', ${unitCode('old_unit_id')}, 'new', ${unitCode('new_unit_id')})`,
  establishments: `jsonb_build_object('unit', ${unitCode('unit_id')}, 'position', ${positionCode})`,
  norms: `jsonb_build_object('unit', ${unitCode('unit_id')})`,
  postings: `jsonb_build_object('unit', ${unitCode('unit_id')}, 'position', ${positionCode})`,
};

/** Actions of the trail, oldest first. */
export async function trail(
  database: FreshDatabase,
): Promise<{ action: string; subject: string }[]> {
  return database.query('SELECT action, subject FROM audit_entries ORDER BY id');
}
