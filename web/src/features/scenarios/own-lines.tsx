import { useQuery } from '@tanstack/react-query';

import { ownLinesQuery } from '../../lib/api/pool.js';
import { useFormat } from '../../lib/format.js';
import { useText } from '../../lib/text/define-text.js';
import { poolText } from '../pool/pool.text.js';

interface Props {
  readonly planId: number;
  readonly staffId: number;
}

/** Where a person stands in the locked registers of a plan, without the neighbours' names: it can be shown to them. */
export function OwnLines({ planId, staffId }: Props) {
  const t = useText(poolText);
  const { number, instant } = useFormat();
  const { data: lines } = useQuery(ownLinesQuery(planId, staffId));
  if (lines === undefined || lines.length === 0) return null;
  return (
    <section>
      <h3>{t.own}</h3>
      {lines.map(({ hash, positionCode, rank, people, tied, partedBy, values, lockedAt }) => (
        <div key={`${positionCode} ${hash}`}>
          <p>
            {t.ownLine(number(rank), number(people), instant(lockedAt))}
            {tied && `, ${t.tied}`}
            <span className="sub"> · {t.hash(hash.slice(0, 12))}</span>
          </p>
          <dl className="way">
            {values.map(({ criterion, value }) => (
              <div key={criterion}>
                <dt>{t[`criterion.${criterion}`]}</dt>
                <dd>{number(value)}</dd>
              </div>
            ))}
          </dl>
          {partedBy && (
            <p className="sub">
              {t.why}: {t[`criterion.${partedBy}`]}
            </p>
          )}
        </div>
      ))}
    </section>
  );
}
