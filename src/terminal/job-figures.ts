import { Injectable } from '@nestjs/common';
import { GapService } from '../gap/gap.service.js';
import { RunStore, type PlacementRun } from '../placement/run.store.js';
import type { Actor } from '../shared/actor.js';
import { Transactions } from '../shared/transactions.js';

/** What a run comes to. */
export interface RunFigures {
  readonly overNorm: number;
  readonly surplus: number;
  readonly vacant: number;
  readonly shortage: number;
  readonly misfit: number;
  readonly moved: number;
}

export interface RunSummary extends RunFigures {
  readonly allBlocks: RunFigures;
}

/** The figures of the summary, by the same queries as the page's. */
@Injectable()
export class JobFigures {
  constructor(
    private readonly transactions: Transactions,
    private readonly gap: GapService,
    private readonly runs: RunStore,
  ) {}

  async of(actor: Actor, run: PlacementRun): Promise<RunSummary> {
    const { blocks } = await this.gap.summary(actor, { run: run.id }, 'all');
    const moved = await this.transactions.run(actor, (manager) =>
      this.runs.movedByBlock(manager, actor, run.id),
    );
    const figures = blocks.map((row) => ({
      block: row.block,
      overNorm: row.overNorm ?? 0,
      surplus: row.surplus,
      vacant: row.vacant,
      shortage: row.shortage,
      misfit: row.misfit,
      moved: moved.get(row.block) ?? 0,
    }));
    return {
      ...added(figures.filter((row) => row.block === 'government')),
      allBlocks: added(figures),
    };
  }
}

function added(rows: readonly RunFigures[]): RunFigures {
  const sum = (of: (row: RunFigures) => number): number =>
    rows.reduce((total, row) => total + of(row), 0);
  return {
    overNorm: sum((row) => row.overNorm),
    surplus: sum((row) => row.surplus),
    vacant: sum((row) => row.vacant),
    shortage: sum((row) => row.shortage),
    misfit: sum((row) => row.misfit),
    moved: sum((row) => row.moved),
  };
}
