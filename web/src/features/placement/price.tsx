import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';

import { ChangeWords } from '../../components/change-words.js';
import { PriceBasis } from '../../components/price-basis.js';
import { Said } from '../../components/said.js';
import { Answered } from '../../components/states.js';
import { whatIfQuery } from '../../lib/api/pins.js';
import type { WhatIf, WhatIfOrder } from '../../lib/api/shapes.js';
import { useText } from '../../lib/text/define-text.js';
import { pinsText } from './pins.text.js';

/** `pin`: the plan decides. `beside`: a movement outside the plan, on which the law of its own day decides. */
type AskedAs = 'pin' | 'beside';

interface Props {
  readonly runId: number;
  readonly order: WhatIfOrder;
  readonly as: AskedAs;
}

/** Whether a run can take a change, and what it costs. */
export function Price({ runId, order, as }: Props) {
  const query = useQuery(whatIfQuery(runId, order));
  return (
    <Answered query={query} rows={3}>
      {(answer) => <Told answer={answer} as={as} />}
    </Answered>
  );
}

function Told({ answer, as }: { readonly answer: WhatIf; readonly as: AskedAs }) {
  const t = useText(pinsText);
  return (
    <div className="pin-price" role="status">
      {as === 'pin' ? <Verdict answer={answer} /> : <Seat answer={answer} />}
      <PriceBasis basis={answer.basis} />
      <p className="sub">{as === 'pin' ? t.price : t.priceBeside}</p>
      <ChangeWords change={answer} />
    </div>
  );
}

function Verdict({ answer: { breaches } }: { readonly answer: WhatIf }) {
  const t = useText(pinsText);
  const errors = breaches.filter(({ severity }) => severity === 'error');
  const named = breaches.filter(({ severity }) => severity !== 'error');
  return (
    <>
      {errors.length > 0 && (
        <Alert type="error" showIcon title={t.illegal} description={<List of={errors} />} />
      )}
      {named.length > 0 && (
        <Alert type="warning" showIcon title={t.named} description={<List of={named} />} />
      )}
      {breaches.length === 0 && <p className="legal">✓ {t.legal}</p>}
    </>
  );
}

/** No verdict of its own: what the frozen facts of the plan say of the seat. */
function Seat({ answer: { breaches } }: { readonly answer: WhatIf }) {
  const t = useText(pinsText);
  if (breaches.length === 0) return <p>{t.seatFree}</p>;
  return (
    <>
      <p>{t.seatNot}</p>
      <List of={breaches} />
    </>
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
