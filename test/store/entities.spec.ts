import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Column, DataSource, Entity, PrimaryColumn, type DataSourceOptions } from 'typeorm';
import { ENTITIES } from '../../src/entities.js';
import { ownerDatabase, type FreshDatabase } from '../support/fresh-database.js';
import { tablesOf } from '../support/schema-dump.js';

@Entity('provinces')
class ProvinceWithFlag {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'provinces_pkey' })
  code!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text' })
  flag!: string;
}

describe('ENTITIES', () => {
  let database: FreshDatabase;

  beforeAll(async () => {
    database = await ownerDatabase();
  });

  afterAll(() => database.close());

  it('leave the schema builder nothing to do', async () => {
    expect(await changesFor(database.source)).toEqual([]);
  });

  it('with a column that no migration made give the schema builder work', async () => {
    const changes = await withSource(database.source, { entities: [ProvinceWithFlag] }, changesFor);
    expect(changes).toContainEqual(expect.stringContaining('ADD "flag" text NOT NULL'));
  });

  it('are all the tables', async () => {
    const rows = await database.source.query<{ tablename: string }[]>(
      `SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'migrations'`,
    );
    const named = database.source.entityMetadatas.map((entity) => entity.tableName);
    expect(named.sort()).toEqual(rows.map((row) => row.tablename).sort());
  });

  // The schema builder compares most constraints by their names only; the database compares all of them.
  it('make by themselves the same columns, constraints and indexes as the migrations', async () => {
    await database.source.query('CREATE SCHEMA mirror');
    const mirrored = await withSource(database.source, { schema: 'mirror' }, async (mirror) => {
      askInTurns(mirror);
      await mirror.synchronize();
      return tablesOf(mirror, 'mirror');
    });
    const migrated = await tablesOf(database.source, 'public');
    expect(mirrored).toEqual(migrated.filter((line) => !/\bmigrations(_|\b)/.test(line)));
    expect(mirrored.length).toBeGreaterThan(ENTITIES.length * 3);
  });
});

async function changesFor(source: DataSource): Promise<string[]> {
  askInTurns(source);
  const changes = await source.driver.createSchemaBuilder().log();
  return changes.upQueries.map((change) => change.query);
}

/** The schema builder of TypeORM 1.1 asks one connection several things at once, which `pg` 9 will refuse: they wait here. */
function askInTurns(source: DataSource): void {
  const create = source.createQueryRunner.bind(source);
  source.createQueryRunner = (mode) => {
    const runner = create(mode);
    const ask = runner.query.bind(runner) as (...asked: unknown[]) => Promise<unknown>;
    let before: Promise<unknown> = Promise.resolve();
    runner.query = ((...asked: unknown[]) => {
      const answer = before.then(() => ask(...asked));
      before = answer.catch(() => undefined);
      return answer;
    }) as typeof runner.query;
    return runner;
  };
}

async function withSource<T>(
  like: DataSource,
  options: Partial<DataSourceOptions>,
  use: (source: DataSource) => Promise<T>,
): Promise<T> {
  const source = new DataSource({ ...like.options, ...options } as DataSourceOptions);
  await source.initialize();
  try {
    return await use(source);
  } finally {
    await source.destroy();
  }
}
