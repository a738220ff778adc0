import type { EntityManager } from 'typeorm';
import type { Block } from '../rules/vocabulary.js';
import { argumentsOf, type GapSource } from './gap-source.js';
import type {
  BlockFiguresResponse,
  CommuneFiguresResponse,
  FieldFiguresResponse,
  FiguresResponse,
  GapSummaryResponse,
  ZoneFiguresResponse,
} from './gap.responses.js';
import { FIGURES } from './gap.view.js';

type Level = 'total' | 'block' | 'field' | 'zone' | 'commune';

interface SummaryRow extends FiguresResponse {
  readonly level: Level;
  readonly block: string | null;
  readonly fieldCode: string | null;
  readonly zone: string | null;
  readonly communeCode: string | null;
  readonly headcount: number;
  readonly norm: number | null;
  readonly overNorm: number | null;
}

/**
 * The same cells added up by block, field, zone and commune, and altogether.
 *
 * @param block of the list of communes; `all` = every block. The other lists always hold all blocks.
 */
export async function findSummary(
  manager: EntityManager,
  provinceCode: string,
  source: GapSource,
  block: Block | 'all',
): Promise<GapSummaryResponse> {
  const rows = await manager.query<SummaryRow[]>(SUMMARY, [
    ...argumentsOf(provinceCode, source),
    block === 'all' ? null : block,
  ]);
  const at = (level: Level): SummaryRow[] => rows.filter((row) => row.level === level);
  return {
    total: figuresOf(at('total')[0]),
    blocks: at('block').map((row): BlockFiguresResponse => ({
      block: row.block ?? '',
      ...normedOf(row),
    })),
    fields: at('field').map((row): FieldFiguresResponse => ({
      fieldCode: row.fieldCode,
      block: row.block,
      ...figuresOf(row),
    })),
    zones: at('zone').map((row): ZoneFiguresResponse => ({ zone: row.zone, ...figuresOf(row) })),
    communes: at('commune').map((row): CommuneFiguresResponse => ({
      communeCode: row.communeCode ?? '',
      ...normedOf(row),
    })),
  };
}

/** Rows without cells (a block that has people but no seats) have zeros. */
const SUMMARY = `
  WITH cell AS MATERIALIZED (
    SELECT * FROM gap_cells($1, $2, $3)
  ), line AS MATERIALIZED (
    SELECT * FROM gap_blocks($1, $2, $3)
  ), added AS (
    SELECT CASE WHEN grouping(c.field_code) = 0 THEN 'field' WHEN grouping(c.block) = 0 THEN 'block'
        WHEN grouping(c.zone) = 0 THEN 'zone' ELSE 'total' END AS level,
      c.block, c.field_code, c.zone, NULL AS commune_code, ${FIGURES}
    FROM cell c GROUP BY GROUPING SETS ((), (c.block), (c.block, c.field_code), (c.zone))
    UNION ALL
    SELECT 'commune', NULL, NULL, NULL, c.commune_code, ${FIGURES}
    FROM cell c WHERE $4::text IS NULL OR c.block = $4 GROUP BY c.commune_code
  ), normed AS (
    SELECT 'block' AS level, n.block, NULL AS commune_code, sum(n.headcount)::integer AS headcount,
      sum(n.norm)::integer AS norm, sum(n.over_norm)::integer AS over_norm
    FROM line n GROUP BY n.block
    UNION ALL
    SELECT 'commune', NULL, n.commune_code, sum(n.headcount)::integer, sum(n.norm)::integer, sum(n.over_norm)::integer
    FROM line n WHERE $4::text IS NULL OR n.block = $4 GROUP BY n.commune_code
  )
  SELECT coalesce(a.level, n.level) AS level, coalesce(a.block, n.block) AS block, a.field_code AS "fieldCode", a.zone,
    coalesce(a.commune_code, n.commune_code) AS "communeCode",
    coalesce(n.headcount, 0) AS headcount, n.norm, n.over_norm AS "overNorm",
    coalesce(a.seats, 0) AS seats, coalesce(a.required, 0) AS required, coalesce(a.people, 0) AS people,
    coalesce(a.seated, 0) AS seated, coalesce(a.surplus, 0) AS surplus, coalesce(a.vacant, 0) AS vacant,
    coalesce(a.misfit, 0) AS misfit, coalesce(a.absent, 0) AS absent, coalesce(a.cover, 0) AS cover,
    coalesce(a.shortage, 0) AS shortage
  FROM added a
  FULL JOIN normed n ON n.level = a.level AND coalesce(n.block, n.commune_code) = coalesce(a.block, a.commune_code)
  ORDER BY array_position(ARRAY['government', 'party', 'front', 'military', 'public-service'], coalesce(a.block, n.block)),
    a.field_code COLLATE "C", a.zone, coalesce(a.commune_code, n.commune_code) COLLATE "C"`;

const NONE: FiguresResponse = {
  seats: 0,
  required: 0,
  people: 0,
  seated: 0,
  surplus: 0,
  vacant: 0,
  misfit: 0,
  absent: 0,
  cover: 0,
  shortage: 0,
};

function figuresOf(row: FiguresResponse = NONE): FiguresResponse {
  const keys = Object.keys(NONE) as (keyof FiguresResponse)[];
  return Object.fromEntries(keys.map((key) => [key, row[key] ?? 0])) as unknown as FiguresResponse;
}

function normedOf(row: SummaryRow): Omit<BlockFiguresResponse, 'block'> {
  const { headcount, norm, overNorm } = row;
  return { ...figuresOf(row), headcount, norm, overNorm };
}
