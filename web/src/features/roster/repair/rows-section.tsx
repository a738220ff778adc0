import { useQuery } from '@tanstack/react-query';

import { Nothing, Answered } from '../../../components/states.js';
import { importColumnsQuery, importRowsQuery } from '../../../lib/api/import-rows.js';
import type { Batch } from '../../../lib/api/shapes.js';
import { pageOf } from '../../../lib/page.js';
import { useQueryParams } from '../../../lib/query-params.js';
import { useText } from '../../../lib/text/define-text.js';
import { repairText } from './repair.text.js';
import { RepairPage } from './repair-page.js';
import { ROWS_A_PAGE, rowsFilterOf } from './row-filter.js';
import { RowFilters } from './row-filters.js';

/** The rows of a batch with their faulty cells marked; what is wrong is mended in place. */
export function RowsSection({ batch }: { readonly batch: Batch }) {
  const t = useText(repairText);
  const params = useQueryParams();
  const filter = rowsFilterOf(params);
  const asked = {
    ...filter,
    offset: (pageOf(params.get) - 1) * ROWS_A_PAGE,
    limit: ROWS_A_PAGE,
  };
  const rows = useQuery(importRowsQuery(batch.id, asked));
  const columns = useQuery(importColumnsQuery(batch.id));
  const isFiltered = Object.values(filter).some((each) => each !== null);
  return (
    <section className="card repair" aria-label={t.rowsPart}>
      <RowFilters batch={batch} />
      <Answered query={columns} rows={8}>
        {(known) => (
          <Answered query={rows} rows={8}>
            {({ total, items }) => (
              <>
                {total === 0 && (
                  <Nothing>
                    {batch.rows === 0 ? t.noRowsAtAll : isFiltered ? t.noneLeft : t.noRows}
                  </Nothing>
                )}
                <RepairPage
                  {...{ batch, total, items, asked }}
                  columns={known}
                  stale={rows.isPlaceholderData}
                />
              </>
            )}
          </Answered>
        )}
      </Answered>
    </section>
  );
}
