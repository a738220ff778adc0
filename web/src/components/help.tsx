import { Tooltip } from 'antd';

/** A small question mark beside a term, with its meaning. */
export function Help({ term, meaning }: { readonly term: string; readonly meaning: string }) {
  return (
    <Tooltip title={meaning} trigger={['hover', 'focus', 'click']}>
      <button type="button" className="help" aria-label={`${term}: ${meaning}`}>
        ?
      </button>
    </Tooltip>
  );
}
