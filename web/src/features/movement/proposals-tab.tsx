import { useQuery } from '@tanstack/react-query';

import { Assumptions } from '../../components/assumptions.js';
import { FileLink } from '../../components/file-link.js';
import { Named } from '../../components/named.js';
import { Pages } from '../../components/pages.js';
import { Answered, Nothing } from '../../components/states.js';
import { FitTag } from '../../components/person-tags.js';
import { secondmentsQuery } from '../../lib/api/movements.js';
import type { GapProposal } from '../../lib/api/shapes.js';
import { useFormat } from '../../lib/format.js';
import { pageOf } from '../../lib/page.js';
import { useQueryParams } from '../../lib/query-params.js';
import { useText } from '../../lib/text/define-text.js';
import { words } from '../../lib/text/words.js';
import { GapCells } from './gap-cells.js';
import { ListWorkbook } from './list-workbook.js';
import { movementText } from './movement.text.js';

const PAGE = 20;

/** Who could be seconded into which gap. */
export function ProposalsTab({ on }: { readonly on: string }) {
  const t = useText(movementText);
  const format = useFormat();
  const offset = (pageOf(useQueryParams().get) - 1) * PAGE;
  const query = useQuery(secondmentsQuery(on, { offset, limit: PAGE }));
  const n = format.number;
  return (
    <section className="card">
      <Answered query={query} rows={8}>
        {({ eligible, keptOut, total, proposedFor, items, parameters }) => (
          <>
            <p>
              {t.eligible(n(eligible))}. {t.proposedFor(n(proposedFor), n(total))}
            </p>
            <p className="sub">
              {t.keptOut(n(keptOut.ratings), n(keptOut.leading), n(keptOut.law), n(keptOut.absent))}{' '}
              {t.howProposed}
            </p>
            <ListWorkbook title={t['tab.proposals']} file={`secondments.xlsx?on=${on}`} />
            <Assumptions parameters={parameters} />
            {total === 0 ? <Nothing>{t.noGaps}</Nothing> : <Proposals on={on} items={items} />}
            <Pages total={total} pageSize={PAGE} />
          </>
        )}
      </Answered>
    </section>
  );
}

/** Why nobody comes into question. */
function NobodyFor({ gap: { notFor } }: { readonly gap: GapProposal }) {
  const t = useText(movementText);
  const { number } = useFormat();
  return (
    <>
      {t.noCandidates}
      <div className="sub">
        {t.notFor(number(notFor.fit), number(notFor.level), number(notFor.sameCommune))}
      </div>
    </>
  );
}

function Proposals({ on, items }: { readonly on: string; readonly items: readonly GapProposal[] }) {
  const t = useText(movementText);
  return (
    <table className="list stack">
      <thead>
        <tr>
          <th>{t.gap}</th>
          <th className="num">{t.shortage}</th>
          <th>{t.candidates}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((gap) => (
          <tr key={`${gap.unitCode} ${gap.positionCode}`}>
            <GapCells on={on} gap={gap} />
            <td data-label={t.candidates}>
              {gap.candidates.length === 0 ? (
                <NobodyFor gap={gap} />
              ) : (
                <Candidates candidates={gap.candidates} />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Candidates({ candidates }: { readonly candidates: GapProposal['candidates'] }) {
  const t = useText(movementText);
  const w = useText(words);
  const format = useFormat();
  return (
    <ul className="movement-lines">
      {candidates.map((each) => (
        <li key={each.staffId}>
          {each.proposed ? <strong>{each.fullName}</strong> : each.fullName}{' '}
          <FileLink staffId={each.staffId} name={each.fullName} /> <FitTag fit={each.fit} />
          <div className="sub">
            <Named of={[each.positionName, each.communeName]} />
            {each.distanceKm !== null && ` · ${w.km(format.decimal(each.distanceKm))}`}
            {each.proposed && ` · ${t.proposed}`}
            {each.leavesGap && ` · ${t.leavesGap}`}
          </div>
        </li>
      ))}
    </ul>
  );
}
