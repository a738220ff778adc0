import { describe, expect, it } from '@jest/globals';
import type { NoGoCase } from '../rules/vocabulary.js';
import { movesAgainstTheLaw, type MovesContext } from './moves.plan.js';
import type { ResolvedRow } from './resolve.plan.js';

const NUMBER = '011085000001';
const ARTICLE = 'Điều 25, 26 Nghị định 170/2025/NĐ-CP';

function aRow(change: { readonly unitCode?: string; readonly own?: boolean } = {}): ResolvedRow {
  const conditions = change.own
    ? [{ case: 'maternity', liftedByRequest: false, text: 'nuôi con nhỏ' }]
    : [];
  return {
    record: {
      ...{ file: 'a.xlsx', sheet: 'A', row: 7, personalNumber: NUMBER, conditions },
    },
    ...{ unitCode: change.unitCode ?? 'C1.VP', positionCode: 'P0' },
  } as unknown as ResolvedRow;
}

function context(
  change: Partial<MovesContext> & { readonly case?: NoGoCase; readonly lifted?: boolean } = {},
): MovesContext {
  const conditions =
    change.case === undefined
      ? []
      : [
          {
            ...{ case: change.case, startsOn: '2026-01-01', endsOn: '2026-06-01' },
            liftedByRequest: change.lifted ?? false,
          },
        ];
  return {
    asOf: '2026-05-31',
    noGo: {
      cases: new Set(['discipline', 'maternity']),
      liftedByRequest: new Set(['maternity']),
      article: ARTICLE,
    },
    standardArticle: 'Nghị định 361/2025/NĐ-CP',
    placed: new Map([[NUMBER, { communeCode: 'C0', conditions }]]),
    communeOf: new Map([
      ['C0.VP', 'C0'],
      ['C1.VP', 'C1'],
    ]),
    fitOf: () => ({ fit: 'exact', failed: [] }),
    ...change,
  };
}

const found = (row: ResolvedRow, given: MovesContext) =>
  movesAgainstTheLaw([row], given, () => 'E').map(({ code, severity }) => [code, severity]);

describe('movesAgainstTheLaw', () => {
  it('is silent for who stays in the commune, for who is not known, and for a lawful move', () => {
    const discipline = context({ case: 'discipline' });
    expect(found(aRow({ unitCode: 'C0.VP' }), discipline)).toEqual([]);
    expect(found(aRow(), context({ case: 'discipline', placed: new Map() }))).toEqual([]);
    expect(found(aRow(), context())).toEqual([]);
  });

  it('names the article and not the case, by words or by code, at the unit’s cell', () => {
    const [issue] = movesAgainstTheLaw([aRow()], context({ case: 'discipline' }), () => 'E');
    expect(issue).toMatchObject({
      ...{ file: 'a.xlsx', sheet: 'A', row: 7, column: 'E' },
      ...{ code: 'movement.no-go', severity: 'error' },
    });
    expect(issue?.message).toContain('bảo vệ');
    expect(issue?.message).not.toContain('kỷ luật');
  });

  it('ends with the case, and gives way to a request', () => {
    expect(found(aRow(), context({ case: 'discipline', asOf: '2026-06-01' }))).toEqual([]);
    expect(found(aRow(), context({ case: 'maternity', lifted: true }))).toEqual([]);
    expect(found(aRow(), context({ case: 'maternity' }))).toHaveLength(1);
  });

  it('counts the case that the row itself tells', () => {
    expect(found(aRow({ own: true }), context())).toEqual([['movement.no-go', 'error']]);
  });

  it('warns where the standard is not met, as long as the law of standards is in force', () => {
    const low = context({ fitOf: () => ({ fit: 'out-of-field', failed: ['major'] }) });
    expect(found(aRow(), low)).toEqual([['movement.standard-not-met', 'warning']]);
    expect(found(aRow(), { ...low, standardArticle: null })).toEqual([]);
  });
});
