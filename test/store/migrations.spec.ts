import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { ownerDatabase, type FreshDatabase } from '../support/fresh-database.js';
import { migrationClasses } from '../support/migration-classes.js';
import { othersOf, tablesOf } from '../support/schema-dump.js';

describe('the migrations', () => {
  let database: FreshDatabase;
  let source: DataSource;
  let count: number;

  beforeAll(async () => {
    database = await ownerDatabase();
    const migrations = await migrationClasses();
    count = migrations.length;
    source = new DataSource({ ...database.source.options, migrations });
    await source.initialize();
  });

  afterAll(async () => {
    await source.destroy();
    await database.close();
  });

  it('up, all down and up again leave the same schema', async () => {
    const before = await schema(source);
    await downAll(source, count);
    await source.runMigrations();
    expect(await schema(source)).toEqual(before);
  });

  it('all down leave nothing but their own list', async () => {
    await downAll(source, count);
    const rest = await schema(source);
    await source.runMigrations();
    expect(rest.filter((line) => !/\bmigrations(_|\b)/.test(line))).toEqual([]);
  });

  it('are all known to a migrated database', async () => {
    expect(await source.showMigrations()).toBe(false);
  });
});

async function schema(source: DataSource): Promise<string[]> {
  return [...(await tablesOf(source, 'public')), ...(await othersOf(source, 'public'))];
}

async function downAll(source: DataSource, count: number): Promise<void> {
  for (let done = 0; done < count; done++) await source.undoLastMigration();
}
