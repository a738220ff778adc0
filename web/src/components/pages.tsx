import { Pagination } from 'antd';

import { pageOf } from '../lib/page.js';
import { useQueryParams } from '../lib/query-params.js';

interface Props {
  readonly total: number;
  readonly pageSize: number;
}

/** The pages of a list; which one stands in the address (`page`). */
export function Pages({ total, pageSize }: Props) {
  const params = useQueryParams();
  return (
    <Pagination
      current={pageOf(params.get)}
      pageSize={pageSize}
      total={total}
      showSizeChanger={false}
      hideOnSinglePage
      responsive
      onChange={(page) => params.set({ page: page === 1 ? null : String(page) })}
    />
  );
}
