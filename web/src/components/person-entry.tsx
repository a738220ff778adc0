import { Tag } from 'antd';

import type { PersonInCell } from '../lib/api/shapes.js';
import { useFormat } from '../lib/format.js';
import { useText } from '../lib/text/define-text.js';
import { useNames } from '../lib/text/names.js';
import { words } from '../lib/text/words.js';
import { FileLink } from './file-link.js';
import { FitTag, MovementTag, useFailedTests } from './person-tags.js';
import { Said } from './said.js';

/** A person in a list: where from, how they suit, why they are here. */
export function PersonEntry({ person }: { readonly person: PersonInCell }) {
  const w = useText(words);
  const named = useNames();
  const format = useFormat();
  const failedTests = useFailedTests();
  const before = [named(person.oldPositionName), person.oldUnitName].filter(Boolean).join(', ');
  return (
    <li className="person">
      <div className="person-head">
        <strong>{person.fullName}</strong>
        <FitTag fit={person.fit} />
        <MovementTag movement={person.movement} />
        {person.absent && <Tag className="tag tag--short">△ {w.absent}</Tag>}
        {person.pinned && <Tag className="tag tag--plain">{w.pinned}</Tag>}
        <FileLink staffId={person.staffId} name={person.fullName} />
      </div>
      {before && <div className="sub">← {before}</div>}
      {person.failedTests.length > 0 && (
        <div className="short-text">{failedTests(person.failedTests)}</div>
      )}
      {person.reason !== null && (
        <p>
          <Said text={person.reason} />
        </p>
      )}
      {person.reason === null && person.distanceKm !== null && (
        <div className="sub">
          {w.km(format.decimal(person.distanceKm))} {w.straightLine}
        </div>
      )}
    </li>
  );
}
