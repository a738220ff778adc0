import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Trail } from '../../access/trail.js';
import { LawService } from '../../law/law.service.js';
import type { Actor } from '../../shared/actor.js';
import { addDays, type Day } from '../../shared/day.js';
import { SystemClock } from '../../shared/clock.js';
import { NotFound } from '../../shared/errors.js';
import { Transactions } from '../../shared/transactions.js';
import {
  findSubject,
  looksAt,
  rowsAbout,
  type DataSubject,
  type TableRows,
} from './person-tables.js';

const REPLY = 'personal-data.reply-working-days';

/** All that the database holds about one person, and who has looked at it. */
export interface PersonData {
  readonly subject: DataSubject;
  readonly at: Date;
  readonly tables: readonly TableRows[];
  readonly looks: TableRows;
  readonly reply: {
    readonly workingDays: number;
    readonly latestOn: Day;
    readonly source: string;
  };
}

/** The answer to a person who asks what is kept about them. @source Law 91/2025/QH15; Decree 356/2025/NĐ-CP */
@Injectable()
export class PersonDataService {
  private readonly clock = new SystemClock();

  constructor(
    private readonly transactions: Transactions,
    private readonly law: LawService,
    private readonly trail: Trail,
  ) {}

  /** @throws NotFound `person-data.unknown` */
  of(actor: Actor, personalNumber: string, purpose: string): Promise<PersonData> {
    return this.transactions.run(actor, async (manager) => {
      const subject = await findSubject(manager, actor, personalNumber);
      if (subject === null)
        throw new NotFound(
          'person-data.unknown',
          'Không có người nào mang số định danh này. Hãy kiểm tra đủ 12 chữ số, và đúng cơ sở dữ liệu.',
        );
      const tables = await rowsAbout(manager, actor, subject);
      const looks = await looksAt(manager, actor, subject);
      await this.trail.record(manager, actor, {
        action: 'person.data-given',
        subject: `person/${subject.staffId}`,
        kind: 'export',
        why: purpose,
        details: {
          rows: Object.fromEntries(tables.map(({ table, rows }) => [table, rows.length])),
        },
      });
      return {
        subject,
        at: this.clock.now(),
        tables,
        looks: { table: 'audit_entries', rows: looks },
        reply: await this.reply(manager, actor),
      };
    });
  }

  private async reply(manager: EntityManager, actor: Actor): Promise<PersonData['reply']> {
    const today = this.clock.today();
    const { rows } = await this.law.parametersOn(manager, actor.provinceCode, today);
    const row = rows.get(REPLY);
    if (row === undefined)
      throw new NotFound('person-data.no-deadline', `Thiếu tham số "${REPLY}" trong bộ quy định.`);
    const workingDays = Number(row.value);
    const { document } = row.source;
    return { workingDays, latestOn: afterWorkingDays(today, workingDays), source: document };
  }
}

/** The day so many working days after `day`; Saturdays and Sundays do not count, holidays are not known. */
export function afterWorkingDays(day: Day, count: number): Day {
  let reached = day;
  for (let left = count; left > 0;) {
    reached = addDays(reached, 1);
    const weekday = new Date(`${reached}T00:00:00Z`).getUTCDay();
    if (weekday !== 0 && weekday !== 6) left--;
  }
  return reached;
}
