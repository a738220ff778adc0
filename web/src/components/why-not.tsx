import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { whyQuery, type WhyQuestion } from '../lib/api/why.js';
import { accessWords } from '../lib/text/access.js';
import { useText } from '../lib/text/define-text.js';
import { Said } from './said.js';

/** "Why can I not see it?", answered by the API on demand. */
export function WhyNot(question: WhyQuestion) {
  const t = useText(accessWords);
  const [asked, setAsked] = useState(false);
  return (
    <div className="why">
      <button type="button" className="link-button" onClick={() => setAsked(true)}>
        {t.why}
      </button>
      {asked && <WhyReasons question={question} none={t.whyNone} />}
    </div>
  );
}

interface ReasonsProps {
  readonly question: WhyQuestion;
  /** Said where nothing stands against it. */
  readonly none: string;
}

export function WhyReasons({ question, none }: ReasonsProps) {
  const { data, error } = useQuery(whyQuery(question));
  return (
    <div className="why-reasons" role="status">
      {error && (
        <p>
          <Said text={error.message} />
        </p>
      )}
      {data?.allowed && <p>{none}</p>}
      {data && !data.allowed && (
        <ul>
          {data.reasons.map(({ code, message }) => (
            <li key={`${code} ${message}`}>
              <Said text={message} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
