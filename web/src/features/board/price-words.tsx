import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';

import { ChangeWords } from '../../components/change-words.js';
import { PriceBasis } from '../../components/price-basis.js';
import { Said } from '../../components/said.js';
import { Trouble } from '../../components/states.js';
import { whatIfQuery } from '../../lib/api/pins.js';
import type { WhatIf, WhatIfOrder } from '../../lib/api/shapes.js';
import { useText } from '../../lib/text/define-text.js';
import { boardText } from './board.text.js';
import type { Hint } from './carry.js';

interface Props {
  readonly runId: number;
  readonly order: WhatIfOrder;
  /** Known before: shown until the exact answer, which says the same and the law besides. */
  readonly hint: Hint | undefined;
}

/** Whether a pin is lawful, what it really changes, and who moves because of it. */
export function PriceWords({ runId, order, hint }: Props) {
  const t = useText(boardText);
  const query = useQuery({ ...whatIfQuery(runId, order), staleTime: Infinity });
  if (query.error) return <Trouble error={query.error} onRetry={() => void query.refetch()} />;
  const at = order.positionCode ?? 'leave';
  if (query.data) return <Told answer={query.data} at={at} />;
  return (
    <div className="price" role="status" data-told={hint?.kind === 'open' ? at : undefined}>
      {hint?.kind === 'open' ? (
        <>
          <p className="legal">✓ {t.lawful}</p>
          <ChangeWords change={hint.change} />
        </>
      ) : (
        <p className="sub">{t.asking}</p>
      )}
    </div>
  );
}

/** @param at names the seat that is spoken of, for whoever measures how soon. */
function Told({ answer, at }: { readonly answer: WhatIf; readonly at: string }) {
  const t = useText(boardText);
  const errors = answer.breaches.filter(({ severity }) => severity === 'error');
  const named = answer.breaches.filter(({ severity }) => severity !== 'error');
  return (
    <div className="price" role="status" data-exact={at}>
      {errors.length > 0 && (
        <Alert type="error" showIcon title={t.unlawful} description={<List of={errors} />} />
      )}
      {errors.length === 0 && named.length > 0 && (
        <Alert type="warning" showIcon title={t.named} description={<List of={named} />} />
      )}
      {answer.breaches.length === 0 && <p className="legal">✓ {t.lawful}</p>}
      <PriceBasis basis={answer.basis} />
      <ChangeWords change={answer} />
    </div>
  );
}

function List({ of }: { readonly of: WhatIf['breaches'] }) {
  return (
    <ul>
      {of.map(({ code, message }) => (
        <li key={`${code} ${message}`}>
          <Said text={message} />
        </li>
      ))}
    </ul>
  );
}
