import { Injectable } from '@nestjs/common';
import { QueryFailedError, type EntityManager } from 'typeorm';
import type { Actor } from '../shared/actor.js';
import { Conflict } from '../shared/errors.js';
import type { NumberBlock } from './letter.js';

const SELECT = `SELECT id, year, symbol, first, last, next, issuer FROM number_blocks WHERE province_code = $1`;
const OVERLAP = '23P01';

/** Table `number_blocks`. */
@Injectable()
export class NumberBlockStore {
  list(manager: EntityManager, actor: Actor): Promise<NumberBlock[]> {
    return manager.query<NumberBlock[]>(`${SELECT} ORDER BY year DESC, symbol, first`, [
      actor.provinceCode,
    ]);
  }

  /** Nobody else takes a number before the transaction ends. */
  async findLocked(manager: EntityManager, actor: Actor, id: number): Promise<NumberBlock | null> {
    const [block] = await manager.query<NumberBlock[]>(`${SELECT} AND id = $2 FOR UPDATE`, [
      actor.provinceCode,
      id,
    ]);
    return block ?? null;
  }

  /** The block that a number of a symbol and year lies in. */
  async findHolding(
    manager: EntityManager,
    actor: Actor,
    {
      year,
      symbol,
      number,
    }: { readonly year: number; readonly symbol: string; readonly number: number },
  ): Promise<NumberBlock | null> {
    const [block] = await manager.query<NumberBlock[]>(
      `${SELECT} AND year = $2 AND symbol = $3 AND $4 BETWEEN first AND last`,
      [actor.provinceCode, year, symbol, number],
    );
    return block ?? null;
  }

  /** @throws Conflict `letter.block-overlaps` */
  async add(
    manager: EntityManager,
    actor: Actor,
    block: Omit<NumberBlock, 'id' | 'next'>,
  ): Promise<number> {
    const { year, symbol, first, last, issuer } = block;
    try {
      const [row] = await manager.query<{ id: number }[]>(
        `INSERT INTO number_blocks (province_code, year, symbol, first, last, next, issuer, created_by)
         VALUES ($1, $2, $3, $4, $5, $4, $6, $7) RETURNING id`,
        [actor.provinceCode, year, symbol, first, last, JSON.stringify(issuer), actor.id],
      );
      return Number(row?.id);
    } catch (error) {
      if (!isOverlap(error)) throw error;
      throw new Conflict(
        'letter.block-overlaps',
        `Dải số ${first}–${last} của ${symbol} năm ${year} chồng lên một dải đã mở. Hãy chọn các số chưa dùng.`,
        { year, symbol, first, last },
      );
    }
  }

  async setNext(
    manager: EntityManager,
    actor: Actor,
    { id, next }: Pick<NumberBlock, 'id' | 'next'>,
  ): Promise<void> {
    await manager.query('UPDATE number_blocks SET next = $3 WHERE province_code = $1 AND id = $2', [
      actor.provinceCode,
      id,
      next,
    ]);
  }
}

function isOverlap(error: unknown): boolean {
  if (!(error instanceof QueryFailedError)) return false;
  return (error.driverError as { code?: string }).code === OVERLAP;
}
