import { Button } from 'antd';
import { useState, type ReactNode } from 'react';

import { common } from '../lib/text/common.js';
import { useText } from '../lib/text/define-text.js';

interface Props {
  /** What is always shown. */
  readonly first: ReactNode;
  /** What a phone shows on demand. */
  readonly children: ReactNode;
  /** How many of them are set. */
  readonly active: number;
}

/** The controls above a view; on a phone they fold away behind a button that says how many are set. */
export function Filters({ first, children, active }: Props) {
  const t = useText(common);
  const [open, setOpen] = useState(false);
  return (
    <div className={open ? 'filters is-open' : 'filters'}>
      {first}
      <Button className="filters-toggle" aria-expanded={open} onClick={() => setOpen(!open)}>
        {t.filters}
        {active > 0 && ` (${active})`}
      </Button>
      <div className="filters-rest">{children}</div>
    </div>
  );
}
