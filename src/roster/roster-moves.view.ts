import { Injectable } from '@nestjs/common';
import { LawService } from '../law/law.service.js';
import { ReferenceStore } from '../law/reference.store.js';
import { PositionStore } from '../registry/position.store.js';
import { fitContext, fitOf } from '../rules/fit.rules.js';
import { noGoContext, type Condition } from '../rules/no-go.rules.js';
import type { ParameterValues } from '../rules/parameters.js';
import type { MovesContext } from './moves.plan.js';
import type { ResolvedRow } from './resolve.plan.js';
import type { Work } from './sheet-kind.js';

/** What a roster's moves from one commune to another are judged by, on its day. */
@Injectable()
export class RosterMovesView {
  constructor(
    private readonly law: LawService,
    private readonly reference: ReferenceStore,
    private readonly positions: PositionStore,
  ) {}

  /** Null where nobody in the rows has a post on the day, or no law of transfers is known for it. */
  async on(work: Work, rows: readonly ResolvedRow[]): Promise<MovesContext | null> {
    const { manager, actor, batch } = work;
    const placed = await this.placed(work, rows);
    if (placed.size === 0) return null;
    const { values } = await this.law.parametersOn(manager, actor.provinceCode, batch.asOf);
    if (values['no-go.cases'] === undefined) return null;
    const article = values['fit.article'];
    return {
      asOf: batch.asOf,
      noGo: noGoContext(values),
      standardArticle: typeof article === 'string' ? article : null,
      placed,
      communeOf: await this.communes(work),
      fitOf: typeof article === 'string' ? await this.fits(work, values) : () => null,
    };
  }

  private async fits(
    { manager, actor, batch }: Work,
    values: ParameterValues,
  ): Promise<MovesContext['fitOf']> {
    const related = await this.reference.relatedMajors(manager);
    const context = fitContext(related, await this.reference.ranks(manager), values);
    const positions = await this.positions.inForceOn(manager, actor, batch.asOf);
    const positionOf = new Map(positions.map((position) => [position.code, position]));
    return ({ record, majorGroup, positionCode }) => {
      const position = positionOf.get(positionCode ?? '');
      const { degree, certificates, rank } = record;
      if (position === undefined) return null;
      return fitOf({ degree, majorGroup, rank, certificates }, position, context);
    };
  }

  private async placed(
    { manager, actor, batch }: Work,
    rows: readonly ResolvedRow[],
  ): Promise<MovesContext['placed']> {
    const numbers = rows.flatMap(({ record }) => record.personalNumber ?? []);
    if (numbers.length === 0) return new Map();
    const found = await manager.query<
      { number: string; communeCode: string; conditions: Condition[] }[]
    >(PLACED, [actor.provinceCode, batch.asOf, numbers]);
    return new Map(found.map(({ number, ...person }) => [number, person]));
  }

  private async communes({ manager, actor, batch }: Work): Promise<Map<string, string>> {
    const rows = await manager.query<{ code: string; commune: string }[]>(
      `SELECT u.code, ${COMMUNE} AS commune FROM units u
       LEFT JOIN units p ON p.province_code = u.province_code AND p.id = u.parent_id
       WHERE u.province_code = $1 AND u.starts_on <= $2 AND (u.ends_on IS NULL OR u.ends_on > $2)`,
      [actor.provinceCode, batch.asOf],
    );
    return new Map(rows.map(({ code, commune }) => [code, commune]));
  }
}

const COMMUNE = `CASE WHEN u.level = 'division' AND p.id IS NOT NULL THEN p.code ELSE u.code END`;

/** Only who is posted in a unit that stands on the day: following the own unit into its successor is no transfer. */
const PLACED = `
  SELECT s.personal_number AS number, ${COMMUNE} AS "communeCode", coalesce((
      SELECT jsonb_agg(jsonb_build_object('case', c.condition_case, 'startsOn', c.starts_on, 'endsOn', c.ends_on,
        'liftedByRequest', c.lifted_by_request))
      FROM staff_conditions c WHERE c.province_code = s.province_code AND c.staff_id = s.id), '[]') AS conditions
  FROM staff s
  JOIN postings h ON h.province_code = s.province_code AND h.staff_id = s.id AND h.kind = 'main'
    AND h.starts_on <= $2 AND (h.ends_on IS NULL OR h.ends_on > $2)
  JOIN units u ON u.province_code = h.province_code AND u.id = h.unit_id
    AND u.starts_on <= $2 AND (u.ends_on IS NULL OR u.ends_on > $2)
  LEFT JOIN units p ON p.province_code = u.province_code AND p.id = u.parent_id
  WHERE s.province_code = $1 AND s.personal_number = ANY ($3)`;
