import { useQuery } from '@tanstack/react-query';

import { FileLink } from '../../components/file-link.js';
import { Named } from '../../components/named.js';
import { Pages } from '../../components/pages.js';
import { Answered, Nothing } from '../../components/states.js';
import type { At } from '../../lib/api/at.js';
import { rankPlacementsQuery } from '../../lib/api/limits.js';
import type { BlockCode, Limits } from '../../lib/api/shapes.js';
import { useFormat } from '../../lib/format.js';
import { pageOf } from '../../lib/page.js';
import { useQueryParams } from '../../lib/query-params.js';
import { useText } from '../../lib/text/define-text.js';
import { words } from '../../lib/text/words.js';
import { limitsText } from './limits.text.js';
import { useRankName } from './rank-name.js';

const PAGE = 15;

interface Props {
  readonly at: At;
  readonly block: BlockCode | null;
  readonly limits: Limits;
}

/** Who is to be placed in the rank of the position. */
export function RankTable({ at, block, limits }: Props) {
  const t = useText(limitsText);
  const w = useText(words);
  const rankName = useRankName(limits.ranks);
  const { number, day } = useFormat();
  const offset = (pageOf(useQueryParams().get, 'ranks') - 1) * PAGE;
  const query = useQuery(rankPlacementsQuery(at, block, { offset, limit: PAGE }));
  const until = limits.rankPlacementUntil;
  return (
    <section className="card">
      <h2>{t.ranks}</h2>
      <p className="sub">
        {until === null ? t.ranksNotYet : t.ranksAbout(number(limits.rankPlacements), day(until))}
      </p>
      <Answered query={query} rows={6}>
        {({ total, items }) =>
          total === 0 ? (
            <Nothing>{t.noRanks}</Nothing>
          ) : (
            <>
              <table className="list stack">
                <thead>
                  <tr>
                    <th>{t.person}</th>
                    <th>{w.commune}</th>
                    <th>{w.position}</th>
                    <th>{t.rank}</th>
                    <th>{t.wanted}</th>
                  </tr>
                </thead>
                <tbody>
                  {items.map((person) => (
                    <tr key={person.staffId}>
                      <td>
                        <strong>{person.fullName}</strong>{' '}
                        <FileLink staffId={person.staffId} name={person.fullName} />
                      </td>
                      <td data-label={w.commune}>
                        {person.communeName}
                        {person.unitName !== person.communeName && (
                          <div className="sub">
                            <Named of={[person.unitName]} />
                          </div>
                        )}
                      </td>
                      <td data-label={w.position}>
                        <Named of={[person.positionName]} />
                      </td>
                      <td data-label={t.rank}>
                        {person.rank === null ? t.unknown : rankName(person.rank)}
                      </td>
                      <td data-label={t.wanted}>
                        {person.wanted.map((each) => rankName(each)).join(', ')}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
              <Pages total={total} pageSize={PAGE} param="ranks" />
            </>
          )
        }
      </Answered>
    </section>
  );
}
