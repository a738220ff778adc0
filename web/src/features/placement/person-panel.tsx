import { Link } from 'react-router';

import { FileLink } from '../../components/file-link.js';
import { Named } from '../../components/named.js';
import { FitTag, MovementTag, useFailedTests } from '../../components/person-tags.js';
import { SidePanel } from '../../components/side-panel.js';
import type { Proposal } from '../../lib/api/shapes.js';
import { useFormat } from '../../lib/format.js';
import type { RunChoice } from '../../lib/runs.js';
import { useText } from '../../lib/text/define-text.js';
import { useSaid } from '../../lib/text/said.js';
import { wordFor, words } from '../../lib/text/words.js';
import { OtherPlaces } from './other-places.js';
import { PinForm } from './pin-form.js';
import { placementText } from './placement.text.js';
import { Destination, oldPlace } from './proposal-table.js';

interface Props {
  readonly choice: RunChoice;
  readonly person: Proposal | undefined;
  readonly onClose: () => void;
}

/** All about one proposal: from, to, kind, distance, fit, reason, and the person's part in each aim. */
export function PersonPanel({ choice, person, onClose }: Props) {
  const t = useText(placementText);
  const said = useSaid();
  const runId = choice.run.id;
  if (!person) return null;
  return (
    <SidePanel open title={person.fullName} subtitle={person.personKey} onClose={onClose}>
      <Way person={person} />
      <section>
        <h3>{t.reason}</h3>
        {sentences(said(person.reason)).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </section>
      <Terms terms={person.terms} />
      <OtherPlaces runId={runId} staffId={person.staffId} />
      <PinForm key={person.staffId} choice={choice} person={person} />
      <p className="card-foot">
        <FileLink staffId={person.staffId} name={person.fullName} />
        {person.communeCode !== null && person.positionCode !== null && (
          <Link
            to={`/gap?run=${runId}&block=all&cell=${person.communeCode}~${person.positionCode}`}
          >
            {t.openBoard}
          </Link>
        )}
      </p>
    </SidePanel>
  );
}

/** A long reason reads better by sentence; abbreviations and numbers have no space after their stop. */
function sentences(reason: string): string[] {
  return reason.split(/(?<=\.)\s+(?=\p{Lu})/u).filter(Boolean);
}

function Way({ person }: { readonly person: Proposal }) {
  const t = useText(placementText);
  const w = useText(words);
  const format = useFormat();
  const failedTests = useFailedTests();
  return (
    <dl className="way">
      <dt>{t.from}</dt>
      <dd>
        <Named of={[person.oldPositionName]} />
        <div className="sub">{oldPlace(person)}</div>
      </dd>
      <dt>{t.to}</dt>
      <dd>
        <Destination person={person} />
      </dd>
      <dt>{t.movement}</dt>
      <dd>
        <MovementTag movement={person.movement} /> {person.pinned && w.pinned}
      </dd>
      {person.fit !== null && (
        <>
          <dt>{t.fit}</dt>
          <dd>
            <FitTag fit={person.fit} />
            {person.failedTests.length > 0 && (
              <div className="short-text">
                {t.failed}: {failedTests(person.failedTests)}
              </div>
            )}
          </dd>
        </>
      )}
      {person.distanceKm !== null && (
        <>
          <dt>{w.distance}</dt>
          <dd>
            {w.km(format.decimal(person.distanceKm))} {w.straightLine}
          </dd>
        </>
      )}
    </dl>
  );
}

function Terms({ terms }: { readonly terms: Proposal['terms'] }) {
  const t = useText(placementText);
  const format = useFormat();
  const rows = Object.entries(terms).flatMap(([name, value]) =>
    typeof value === 'number' ? [{ name, value }] : [],
  );
  if (rows.length === 0) return null;
  return (
    <details className="terms">
      <summary>{t.terms}</summary>
      <p className="sub">{t.termsHelp}</p>
      <dl className="figures">
        {rows.map(({ name, value }) => (
          <div key={name}>
            <dt>{wordFor(t, 'term', name)}</dt>
            <dd>{Number.isInteger(value) ? format.number(value) : format.decimal(value)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
