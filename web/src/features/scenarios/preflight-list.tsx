import { useQuery } from '@tanstack/react-query';

import { FileLink } from '../../components/file-link.js';
import { Named } from '../../components/named.js';
import { Said } from '../../components/said.js';
import { SeverityTag } from '../../components/severity-tag.js';
import { Answered } from '../../components/states.js';
import { preflightQuery } from '../../lib/api/decisions.js';
import { useFormat } from '../../lib/format.js';
import { useText } from '../../lib/text/define-text.js';
import { decisionText } from './decision.text.js';
import { peopleStatesText } from './people-states.text.js';

/** What applying a plan would meet now. */
export function PreflightList({ id }: { readonly id: number }) {
  const t = useText(decisionText);
  const p = useText(peopleStatesText);
  const { day } = useFormat();
  const query = useQuery(preflightQuery(id));
  return (
    <>
      <h3>{t.preflight}</h3>
      <Answered query={query} rows={3}>
        {({ ready, checks, absent }) => (
          <>
            {ready && <p>{t.ready}</p>}
            <ul>
              {checks.map(({ code, severity, message }) => (
                <li key={code}>
                  <SeverityTag severity={severity} /> <Said text={message} />
                </li>
              ))}
            </ul>
            {absent.length > 0 && (
              <>
                <h3>{t.absent}</h3>
                <ul className="people">
                  {absent.map(({ staffId, fullName, positionName, unitName, handedOverOn }) => (
                    <li key={staffId} className="person">
                      <div className="person-head">
                        <strong>{fullName}</strong>
                        <FileLink staffId={staffId} name={fullName} />
                        <span className={handedOverOn ? 'sub' : 'short-text'}>
                          {handedOverOn ? p.handedOn(day(handedOverOn)) : p.notHanded}
                        </span>
                      </div>
                      <div className="sub">
                        <Named of={[positionName, unitName]} />
                      </div>
                    </li>
                  ))}
                </ul>
              </>
            )}
          </>
        )}
      </Answered>
    </>
  );
}
