import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { ChangeWords } from '../../components/change-words.js';
import { PriceBasis } from '../../components/price-basis.js';
import { Said } from '../../components/said.js';
import { FitTag } from '../../components/person-tags.js';
import { placeLine, placeText } from '../../components/place-words.js';
import { Answered } from '../../components/states.js';
import { whySeatQuery } from '../../lib/api/answers.js';
import type { Filler, WhySeat } from '../../lib/api/shapes.js';
import { useFormat } from '../../lib/format.js';
import { useMay } from '../../lib/session.js';
import { useText } from '../../lib/text/define-text.js';
import { useNames } from '../../lib/text/names.js';
import { wordFor } from '../../lib/text/words.js';
import { gapText } from './gap.text.js';

const MOST = 5;

interface Props {
  readonly run: number;
  readonly commune: string;
  readonly position: string;
}

/** Who could take a seat, at which change: asked for when it is opened. */
export function SeatFillers(props: Props) {
  const t = useText(gapText);
  const [opened, setOpened] = useState(false);
  if (!useMay()('placement.run')) return null;
  return (
    <details className="seat-fillers" onToggle={(event) => setOpened(event.currentTarget.open)}>
      <summary>{t.whoCould}</summary>
      {opened && <Who {...props} />}
    </details>
  );
}

function Who({ run, commune, position }: Props) {
  const query = useQuery(whySeatQuery(run, commune, position, MOST));
  return (
    <Answered query={query} rows={4}>
      {(why) => <Told why={why} />}
    </Answered>
  );
}

function Told({ why }: { readonly why: WhySeat }) {
  const t = useText(gapText);
  const format = useFormat();
  return (
    <>
      <p>
        <Said text={why.verdict} />
      </p>
      <PriceBasis basis={why.basis} />
      <Fillers title={t.couldQualified(format.number(why.qualifiedCount))} people={why.qualified} />
      <Fillers title={t.couldTrained(format.number(why.traineeCount))} people={why.trainees} />
      <ul>
        {why.barred.map(({ code, reason, people }) => (
          <li key={`${code} ${reason}`}>{t.barredBy(format.number(people), reason)}</li>
        ))}
      </ul>
    </>
  );
}

function Fillers({
  title,
  people,
}: {
  readonly title: string;
  readonly people: readonly Filler[];
}) {
  const p = useText(placeText);
  const named = useNames();
  if (people.length === 0) return null;
  return (
    <>
      <h4>{title}</h4>
      <ol className="places">
        {people.map(({ staffId, fullName, from, fit, change, moves, summary }) => (
          <li key={staffId}>
            <strong>{fullName}</strong> <FitTag fit={fit} />
            <div className="sub">{placeLine(from, named, wordFor(p, 'outcome', from.outcome))}</div>
            <ChangeWords change={{ change, moves, summary }} />
          </li>
        ))}
      </ol>
    </>
  );
}
