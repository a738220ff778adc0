import pg from 'pg';
import { dropDatabase } from './drop-database.js';

const ROOT = new URL('../../', import.meta.url);

/** On a server: one migrated template database, and a copy of it for each loan. */
export class ServerDatabases {
  static async prepare(applicationUrl, ownerUrl) {
    if (!ownerUrl) throw new Error('DATABASE_URL is set but DATABASE_OWNER_URL is not: give both.');
    const { migrate } = await import(new URL('dist/src/database/migrate.js', ROOT).href);
    const databases = new ServerDatabases(applicationUrl, ownerUrl);
    await databases.execute(`CREATE DATABASE ${databases.template} TEMPLATE template0`);
    await migrate({ url: withDatabase(ownerUrl, databases.template) });
    return databases;
  }

  constructor(applicationUrl, ownerUrl) {
    this.urls = { application: applicationUrl, owner: ownerUrl };
    this.template = `bo_tri_test_${process.pid}`;
    this.count = 0;
    // Two copies of one template at the same time are refused.
    this.copying = Promise.resolve();
  }

  async lend(role) {
    const name = `${this.template}_${++this.count}`;
    const copy = () => this.execute(`CREATE DATABASE ${name} TEMPLATE ${this.template}`);
    this.copying = this.copying.then(copy, copy);
    await this.copying;
    return {
      connection: { url: withDatabase(this.urls[role], name) },
      giveBack: () => this.drop(name),
    };
  }

  async close() {
    // With those that tests filled and copied.
    const named = await this.execute(
      `SELECT datname FROM pg_database WHERE datname LIKE '${this.template}\\_%' OR datname = '${this.template}'`,
    );
    for (const { datname } of named.rows) await this.drop(datname);
  }

  drop(name) {
    return dropDatabase(this.urls.owner, name);
  }

  async execute(sql) {
    const client = new pg.Client({ connectionString: this.urls.owner });
    await client.connect();
    try {
      return await client.query(sql);
    } finally {
      await client.end();
    }
  }
}

function withDatabase(url, name) {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}
