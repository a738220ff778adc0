import { Pagination } from 'antd';

import { pageOf } from '../lib/page.js';
import { useQueryParams } from '../lib/query-params.js';

interface Props {
  readonly total: number;
  readonly pageSize: number;
  /** Where it stands in the address; a view with several lists names each. */
  readonly param?: string;
}

/** The pages of a list; which one stands in the address. */
export function Pages({ total, pageSize, param = 'page' }: Props) {
  const params = useQueryParams();
  return (
    <Pagination
      current={pageOf(params.get, param)}
      pageSize={pageSize}
      total={total}
      showSizeChanger={false}
      hideOnSinglePage
      responsive
      onChange={(page) => params.set({ [param]: page === 1 ? null : String(page) })}
    />
  );
}
