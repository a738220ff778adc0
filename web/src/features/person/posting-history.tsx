import { Tag } from 'antd';

import { Named } from '../../components/named.js';
import { FitTag } from '../../components/person-tags.js';
import type { FilePosting } from '../../lib/api/shapes.js';
import { useFormat } from '../../lib/format.js';
import { useText } from '../../lib/text/define-text.js';
import { personText } from './person.text.js';

/** Where the person worked, the newest first. */
export function PostingHistory({ postings }: { readonly postings: readonly FilePosting[] }) {
  const t = useText(personText);
  return (
    <section>
      <h3>{t.postings}</h3>
      {postings.length === 0 && <p className="sub">{t.noPostings}</p>}
      <ol className="postings">
        {postings.map((posting) => (
          <Posting
            key={`${posting.startsOn} ${posting.kind} ${posting.unitCode} ${posting.positionCode}`}
            posting={posting}
          />
        ))}
      </ol>
    </section>
  );
}

function Posting({ posting }: { readonly posting: FilePosting }) {
  const t = useText(personText);
  const { day, dayBefore } = useFormat();
  const { startsOn, endsOn, kind, current } = posting;
  return (
    <li className={current ? 'is-current' : undefined}>
      <div className="sub">
        {endsOn === null ? t.since(day(startsOn)) : t.fromTo(day(startsOn), day(dayBefore(endsOn)))}
        {current && ` · ${t.now}`}
      </div>
      <strong>
        <Named of={[posting.positionName]} />
      </strong>{' '}
      {kind !== 'main' && <Tag className="tag tag--plain">{t[`kind.${kind}`]}</Tag>}{' '}
      {current && <FitTag fit={posting.fit} />}
      <div>
        <Named of={[posting.unitName]} />
      </div>
    </li>
  );
}
