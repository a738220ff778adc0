import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { MergerFactsView, personFact } from '../../merger/merger-facts.view.js';
import type { ScenarioFacts, SeatFact } from '../../scenario/facts.js';
import { pinsFromRoster, wishesOf } from '../../scenario/pins.plan.js';
import type { Actor } from '../../shared/actor.js';
import type { RegistryNow } from './conflict.js';

/** Read-only: what a plan is held against when it is made anew. */
@Injectable()
export class RebaseView {
  constructor(private readonly mergerFacts: MergerFactsView) {}

  /** The registry and the law of now, of the eve and the day of the law of a plan. */
  async now(manager: EntityManager, actor: Actor, frozen: ScenarioFacts): Promise<RegistryNow> {
    const { people, inForce, ...facts } = await this.mergerFacts.on(manager, actor, frozen);
    const units = [...inForce, ...frozen.units.filter(({ isNew }) => isNew)];
    const { wishes } = wishesOf(people, { units });
    const { pins } = pinsFromRoster(people, { units, positions: facts.positions });
    return {
      ...facts,
      units: inForce,
      people: people.map((person) => personFact(person, wishes.get(person.key) ?? null)),
      rosterPins: pins,
      seats: await manager.query<SeatFact[]>(SEATS, [actor.provinceCode, frozen.effectiveOn]),
    };
  }

  /** Pins of a plan that came with a roster, as text of person, kind and place. */
  async fromRoster(
    manager: EntityManager,
    actor: Actor,
    scenarioId: number,
  ): Promise<ReadonlySet<string>> {
    const rows = await manager.query<{ text: string }[]>(
      `SELECT concat_ws('|', person_key, kind,
         CASE WHEN kind <> 'leave' THEN coalesce(unit_code, '') END,
         CASE WHEN kind <> 'leave' THEN coalesce(position_code, '') END) AS text
       FROM pins WHERE province_code = $1 AND scenario_id = $2 AND set_by IS NULL`,
      [actor.provinceCode, scenarioId],
    );
    return new Set(rows.map(({ text }) => text));
  }

  /** Whose holders the actor must not be told of: titles that a Party committee manages, as migration 14 has it. */
  async unnamedTitles(manager: EntityManager, actor: Actor): Promise<ReadonlySet<string>> {
    const rows = await manager.query<{ code: string }[]>(
      `SELECT DISTINCT code FROM positions WHERE province_code = $1 AND party_managed
         AND coalesce(current_setting('bo_tri.closed', true), '') <> 'on'`,
      [actor.provinceCode],
    );
    return new Set(rows.map(({ code }) => code));
  }

  /** Who set a pin by hand stays with it in the plan made anew. */
  async keepSetters(
    manager: EntityManager,
    actor: Actor,
    { from, to }: { readonly from: number; readonly to: number },
  ): Promise<void> {
    await manager.query(
      `UPDATE pins SET set_by = was.set_by, set_at = was.set_at FROM pins was
       WHERE pins.province_code = $1 AND pins.scenario_id = $3 AND was.province_code = $1 AND was.scenario_id = $2
         AND was.person_key = pins.person_key AND was.kind = pins.kind
         AND was.unit_code IS NOT DISTINCT FROM pins.unit_code
         AND was.position_code IS NOT DISTINCT FROM pins.position_code`,
      [actor.provinceCode, from, to],
    );
  }
}

const SEATS = `
  SELECT unit.code AS "unitCode", position.code AS "positionCode", seat.seats, seat.required
  FROM establishments seat
  JOIN units unit ON unit.province_code = $1 AND unit.id = seat.unit_id
  JOIN positions position ON position.province_code = $1 AND position.id = seat.position_id
  WHERE seat.province_code = $1 AND seat.starts_on <= $2 AND (seat.ends_on IS NULL OR seat.ends_on > $2)`;
