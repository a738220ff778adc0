import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { ChangeWords } from '../../components/change-words.js';
import { PriceBasis } from '../../components/price-basis.js';
import { placeLine, placeText } from '../../components/place-words.js';
import { Answered } from '../../components/states.js';
import { whyPersonQuery } from '../../lib/api/answers.js';
import type { WhyPerson } from '../../lib/api/shapes.js';
import { useFormat } from '../../lib/format.js';
import { useMay } from '../../lib/session.js';
import { useText } from '../../lib/text/define-text.js';
import { useNames } from '../../lib/text/names.js';
import { useSaid } from '../../lib/text/said.js';
import { wordFor } from '../../lib/text/words.js';
import { placementText } from './placement.text.js';

const MOST = 5;

interface Props {
  readonly runId: number;
  readonly staffId: number;
}

/** Why not elsewhere: asked for when it is opened. Only an officer of the whole province may ask. */
export function OtherPlaces(props: Props) {
  const t = useText(placementText);
  const [opened, setOpened] = useState(false);
  if (!useMay()('placement.run')) return null;
  return (
    <details className="terms" onToggle={(event) => setOpened(event.currentTarget.open)}>
      <summary>{t.elsewhere}</summary>
      {opened && <Elsewhere {...props} />}
    </details>
  );
}

function Elsewhere({ runId, staffId }: Props) {
  const query = useQuery(whyPersonQuery(runId, staffId, MOST));
  return (
    <Answered query={query} rows={4}>
      {(why) => (
        <>
          <Open why={why} />
          <Closed closed={why.closed} />
        </>
      )}
    </Answered>
  );
}

function Open({ why: { open, alternatives, basis } }: { readonly why: WhyPerson }) {
  const t = useText(placementText);
  const p = useText(placeText);
  const named = useNames();
  const format = useFormat();
  return (
    <>
      <PriceBasis basis={basis} />
      <p className="sub">{t.openPlaces(format.number(open), format.number(alternatives.length))}</p>
      <ol className="places">
        {alternatives.map(({ place, ...change }) => (
          <li key={`${place.outcome} ${place.unitCode} ${place.positionCode}`}>
            <strong>{placeLine(place, named, wordFor(p, 'outcome', place.outcome))}</strong>
            <ChangeWords change={change} />
          </li>
        ))}
      </ol>
    </>
  );
}

function Closed({ closed }: Pick<WhyPerson, 'closed'>) {
  const said = useSaid();
  const t = useText(placementText);
  const format = useFormat();
  if (closed.length === 0) return null;
  return (
    <>
      <h4>{t.closedPlaces}</h4>
      <ul>
        {closed.map(({ code, reason, places }) => (
          <li key={`${code} ${reason}`}>
            {t.closedBy(format.number(places.length), said(reason))}
          </li>
        ))}
      </ul>
    </>
  );
}
