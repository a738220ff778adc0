import { useQuery } from '@tanstack/react-query';
import { Checkbox } from 'antd';

import { Named } from '../../components/named.js';
import { Pages } from '../../components/pages.js';
import { Answered, Nothing } from '../../components/states.js';
import type { At } from '../../lib/api/at.js';
import { unitLimitsQuery } from '../../lib/api/limits.js';
import type { BlockCode } from '../../lib/api/shapes.js';
import { useFormat } from '../../lib/format.js';
import { pageOf } from '../../lib/page.js';
import { useQueryParams } from '../../lib/query-params.js';
import { useText } from '../../lib/text/define-text.js';
import { wordFor, words } from '../../lib/text/words.js';
import { limitsText } from './limits.text.js';
import { boardOf, LimitCells, LimitHeads } from './province-table.js';

const PAGE = 15;

interface Props {
  readonly at: At;
  readonly block: BlockCode | null;
}

/** Unit by unit; at first only what is over. */
export function UnitTable({ at, block }: Props) {
  const t = useText(limitsText);
  const w = useText(words);
  const { number } = useFormat();
  const params = useQueryParams();
  const overOnly = params.get('rows') !== 'all';
  const offset = (pageOf(params.get) - 1) * PAGE;
  const query = useQuery(unitLimitsQuery(at, block, { offset, limit: PAGE, overOnly }));
  return (
    <section className="card">
      <h2>{t.units}</h2>
      <Checkbox
        checked={overOnly}
        onChange={({ target }) => params.set({ rows: target.checked ? null : 'all', page: null })}
      >
        {t.overOnly}
      </Checkbox>
      <Answered query={query} rows={8}>
        {({ total, over, items }) =>
          total === 0 ? (
            <Nothing>{t.noUnits}</Nothing>
          ) : (
            <>
              <p>{t.unitsFound(number(total), number(over))}</p>
              <table className="list stack">
                <thead>
                  <tr>
                    <th>{t.unit}</th>
                    <th>{t.limit}</th>
                    <LimitHeads />
                  </tr>
                </thead>
                <tbody>
                  {items.map((limit) => (
                    <tr key={`${limit.unitCode} ${limit.code} ${limit.block ?? ''}`}>
                      <td>
                        <strong>{limit.communeName}</strong>
                        {limit.unitName !== limit.communeName && (
                          <div className="sub">
                            <Named of={[limit.unitName]} />
                          </div>
                        )}
                      </td>
                      <td data-label={t.limit}>
                        {wordFor(t, 'code', limit.code)}
                        {limit.block && (
                          <div className="sub">{wordFor(w, 'block', limit.block)}</div>
                        )}
                      </td>
                      <LimitCells
                        limit={limit}
                        to={boardOf(at, {
                          commune: limit.communeCode,
                          block: limit.block ?? 'all',
                        })}
                      />
                    </tr>
                  ))}
                </tbody>
              </table>
              <Pages total={total} pageSize={PAGE} />
            </>
          )
        }
      </Answered>
    </section>
  );
}
