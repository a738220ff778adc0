import { Injectable } from '@nestjs/common';
import { AnswersService } from '../placement/answers/answers.service.js';
import type { PriceBasis } from '../placement/answers/price.messages.js';
import { findCells } from '../gap/gap.view.js';
import type { Actor } from '../shared/actor.js';
import { inParts } from '../shared/in-parts.js';
import { Transactions } from '../shared/transactions.js';
import type { ExplainedPerson, ExplainedSeat } from '../placement/price/explained.js';
import type { PriceReport } from './price-report.js';
import { findProposals } from './report.view.js';

/** The next best places of a person, and people for an open seat, that a workbook tells. */
const MOST = { places: 2, people: 3 };
/** Asked together, so that others are answered between. */
const PEOPLE_AT_ONCE = 100;
const SEATS_AT_ONCE = 10;

/** Reads the prices of a whole run for its workbook, piece by piece, from the thread that answers questions. */
@Injectable()
export class PriceReader {
  constructor(
    private readonly transactions: Transactions,
    private readonly answers: AnswersService,
  ) {}

  /** @throws as `AnswersService.ask`: only for whoever may ask about runs. */
  async of(actor: Actor, runId: number): Promise<PriceReport> {
    const { staffIds, seats } = await this.asked(actor, runId);
    const people = new Map<number, ExplainedPerson>();
    const explained: ExplainedSeat[] = [];
    let basis: PriceBasis = 'exact';
    let unnamed: ReadonlySet<number> = new Set();
    for (const some of inParts(staffIds, PEOPLE_AT_ONCE)) {
      const question = { kind: 'explain-people', staffIds: some, most: MOST.places } as const;
      const told = await this.answers.ask(actor, runId, question);
      for (const each of told.answer) people.set(each.staffId, each);
      ({ basis, closed: unnamed } = told);
    }
    for (const some of inParts(seats, SEATS_AT_ONCE)) {
      const question = { kind: 'explain-seats', seats: some, most: MOST.people } as const;
      explained.push(...(await this.answers.ask(actor, runId, question)).answer);
    }
    return { basis, people, seats: explained, unnamed };
  }

  private asked(actor: Actor, runId: number) {
    return this.transactions.run(actor, async (manager) => {
      const proposals = await findProposals(manager, actor.provinceCode, runId);
      const cells = await findCells(manager, actor.provinceCode, { run: runId });
      return {
        staffIds: proposals.map(({ staffId }) => staffId),
        seats: cells
          .filter(({ shortage }) => shortage > 0)
          .map(({ communeCode, positionCode }) => ({ unitCode: communeCode, positionCode })),
      };
    });
  }
}
