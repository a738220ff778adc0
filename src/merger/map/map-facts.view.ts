import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../shared/actor.js';
import type { Day } from '../../shared/day.js';
import type { MapFacts } from './map-rows.js';

const KINDS = ['unit', 'succession', 'seat', 'position', 'parameter'];

interface Stored {
  readonly kind: string;
  readonly fact: unknown;
}

/** Read-only: what a map is drawn on, without the people's files, so that each stroke is answered at once. */
@Injectable()
export class MapFactsView {
  async of(
    manager: EntityManager,
    actor: Actor,
    scenario: { readonly id: number; readonly effectiveOn: Day },
  ): Promise<MapFacts> {
    const { id, effectiveOn } = scenario;
    const rows = await manager.query<Stored[]>(
      `SELECT kind, fact FROM scenario_facts
       WHERE province_code = $1 AND scenario_id = $2 AND kind = ANY($3)
       ORDER BY kind COLLATE "C", key COLLATE "C"`,
      [actor.provinceCode, id, KINDS],
    );
    const people = await manager.query<{ unitCode: string }[]>(
      `SELECT fact->>'unitCode' AS "unitCode" FROM scenario_facts
       WHERE province_code = $1 AND scenario_id = $2 AND kind = 'person'`,
      [actor.provinceCode, id],
    );
    const of = <T>(kind: string): T[] =>
      rows.filter((row) => row.kind === kind).map(({ fact }) => fact as T);
    return {
      ...{ effectiveOn, people },
      units: of('unit'),
      successions: of('succession'),
      seats: of('seat'),
      positions: of('position'),
      parameters: Object.fromEntries(of<[string, unknown]>('parameter')),
    };
  }
}
