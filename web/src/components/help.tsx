import { Tooltip } from 'antd';
import { useState } from 'react';

/**
 * A small question mark beside a term, with its meaning. A tap is also a hover and a focus: it only ever opens, else what
 * the one has opened the other would close.
 */
export function Help({ term, meaning }: { readonly term: string; readonly meaning: string }) {
  const [open, setOpen] = useState(false);
  return (
    <Tooltip title={meaning} trigger={['hover', 'focus']} open={open} onOpenChange={setOpen}>
      <button
        type="button"
        className="help"
        aria-label={`${term}: ${meaning}`}
        onClick={() => setOpen(true)}
      >
        ?
      </button>
    </Tooltip>
  );
}
