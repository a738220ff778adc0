import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Trail } from '../access/trail.js';
import { readParameterPack, type ParameterPack } from '../rules/parameter-pack.js';
import type { Actor } from '../shared/actor.js';
import { dataPath } from '../shared/project-root.js';
import { Transactions } from '../shared/transactions.js';
import { readOwnTable } from '../sheet/own-table.js';
import { LawStore } from './law.store.js';
import { ReferenceStore, type ReferenceTable } from './reference.store.js';

type Rows = readonly Readonly<Record<string, string>>[];

/** File of `data/` → table; parents before children. */
const FILES: readonly (readonly [string, ReferenceTable])[] = [
  ['law_keys.csv', 'law_keys'],
  ['fields.csv', 'fields'],
  ['major_groups.csv', 'major_groups'],
  ['majors.csv', 'majors'],
  ['major_relations.csv', 'major_relations'],
  ['ranks.csv', 'ranks'],
  ['rank_steps.csv', 'rank_steps'],
];

/** Loads the law parameters and the reference data that ship in `data/`; what is there already stays as it is. */
@Injectable()
export class LawLoader {
  constructor(
    private readonly transactions: Transactions,
    private readonly law: LawStore,
    private readonly reference: ReferenceStore,
    private readonly trail: Trail,
  ) {}

  async load(actor: Actor): Promise<void> {
    const packs = await readPacks(dataPath('rules'));
    const tables = await Promise.all(
      FILES.map(async ([file, table]) => ({ table, rows: await readRows(file) })),
    );
    await this.transactions.run(actor, async (manager) => {
      const added = await this.addPacks(manager, packs);
      const reference: Partial<Record<ReferenceTable, number>> = {};
      for (const { table, rows } of tables) {
        const rowsAdded = await this.reference.add(manager, table, rows);
        if (rowsAdded > 0) reference[table] = rowsAdded;
      }
      if (added === 0 && Object.keys(reference).length === 0) return;
      await this.trail.record(manager, actor, {
        action: 'law.loaded',
        subject: 'law',
        after: { parameters: added, ...reference },
        details: { packs: packs.map((pack) => pack.pack) },
      });
    });
  }

  private async addPacks(manager: EntityManager, packs: readonly ParameterPack[]): Promise<number> {
    let added = 0;
    for (const pack of packs) added += await this.law.addPack(manager, pack);
    return added;
  }
}

async function readPacks(folder: string): Promise<ParameterPack[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  return Promise.all(
    names.map(async (name) =>
      readParameterPack(JSON.parse(await readFile(join(folder, name), 'utf8')) as unknown),
    ),
  );
}

async function readRows(file: string): Promise<Rows> {
  const table = await readOwnTable(file);
  return table.rows.map(({ values }) => ({ ...values, name: values['name_vi'] ?? '' }));
}
