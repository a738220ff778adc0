import { Injectable } from '@nestjs/common';
import type { Actor } from '../shared/actor.js';
import { type Day, dayText } from '../shared/day.js';
import { BadInput } from '../shared/errors.js';
import { Transactions } from '../shared/transactions.js';
import { groupedSeal } from './paper-anchor.js';
import { type Anchor, SealStore } from './seal.store.js';
import { endOf, vietnamDay } from './vietnam-day.js';

/** Anchors: the end of the chain on a day, to be printed and signed. */
@Injectable()
export class AnchorService {
  constructor(
    private readonly transactions: Transactions,
    private readonly store: SealStore,
  ) {}

  today(): Day {
    return vietnamDay(new Date().toISOString());
  }

  /**
   * The last seal made until the end of a day in Vietnam; of today, until now.
   *
   * @throws BadInput `audit.nothing-sealed`, `audit.day-to-come`
   */
  read(actor: Actor, day: Day): Promise<Anchor> {
    return this.of(actor, day, false);
  }

  /** The same, kept in the database. @throws as `read` */
  keep(actor: Actor, day: Day): Promise<Anchor> {
    return this.of(actor, day, true);
  }

  private of(actor: Actor, day: Day, keep: boolean): Promise<Anchor> {
    if (day > this.today())
      throw new BadInput('audit.day-to-come', `Ngày ${dayText(day)} chưa đến nên chưa có mốc.`);
    return this.transactions.run(actor, async (manager) => {
      const seal = await this.store.lastBefore(manager, actor, endOf(day));
      if (seal === null)
        throw new BadInput(
          'audit.nothing-sealed',
          `Đến hết ngày ${dayText(day)} chưa có mục nào được niêm phong.`,
        );
      const anchor = { day, number: seal.number, entryId: seal.entryId, seal: seal.seal };
      if (keep) await this.store.addAnchor(manager, actor, anchor);
      return anchor;
    });
  }
}

/** An anchor as it is printed: to be signed by hand, and read again by `verify --anchor`. */
export function printedAnchor({ day, number, entryId, seal }: Anchor): string {
  return [
    `MỐC NHẬT KÝ NGÀY ${dayText(day)}`,
    `Số mục đã niêm phong: ${number}`,
    `Mục cuối:             ${entryId}`,
    `Niêm phong:           ${groupedSeal(seal)}`,
    `Kiểm tra bằng:        bo-tri audit verify --anchor "${entryId}:${groupedSeal(seal)}"`,
    '',
    'Người lập: …………………………   Người chứng kiến: …………………………',
  ].join('\n');
}
