import { useQuery } from '@tanstack/react-query';

import { FileLink } from '../../components/file-link.js';
import { Named } from '../../components/named.js';
import { Pages } from '../../components/pages.js';
import { SidePanel } from '../../components/side-panel.js';
import { Answered } from '../../components/states.js';
import { TakeList } from '../../components/take-list.js';
import type { At } from '../../lib/api/at.js';
import { COUNTED, limitPeopleQuery } from '../../lib/api/limits.js';
import type { Limits } from '../../lib/api/shapes.js';
import { useFormat } from '../../lib/format.js';
import { pageOf } from '../../lib/page.js';
import { useQueryParams } from '../../lib/query-params.js';
import { useMay } from '../../lib/session.js';
import { useText } from '../../lib/text/define-text.js';
import { wordFor } from '../../lib/text/words.js';
import { limitsText } from './limits.text.js';
import { useRankName } from './rank-name.js';

const PAGE = 20;
const CLOSED = { counted: null, rank: null, people: null };

/** Where those whom a limit of the province counts are listed; of everybody without one. */
export function countedIn(counted: string, rank: string | null): Record<string, string | null> {
  return { ...CLOSED, counted, rank };
}

interface Props {
  readonly at: At;
  readonly ranks: Limits['ranks'];
}

/** Whom a limit of the province counts. */
export function LimitPeoplePanel({ at, ranks }: Props) {
  const t = useText(limitsText);
  const { number } = useFormat();
  const params = useQueryParams();
  const may = useMay();
  const rankName = useRankName(ranks);
  const where = 'run' in at ? `run=${at.run}` : `on=${at.on}`;
  const asked = params.get('counted');
  const counted = COUNTED.find((each) => each === asked) ?? null;
  const rank = params.get('rank');
  const page = { offset: (pageOf(params.get, 'people') - 1) * PAGE, limit: PAGE };
  const isOpen = asked === 'all' || counted !== null;
  const query = useQuery({ ...limitPeopleQuery(at, { counted, rank }, page), enabled: isOpen });
  if (!isOpen) return null;
  return (
    <SidePanel
      open
      title={counted === null ? t.everybody : wordFor(t, 'code', counted)}
      subtitle={rank === null ? '' : rankName(rank)}
      onClose={() => params.set(CLOSED)}
    >
      <Answered query={query} rows={6}>
        {({ total, items }) => (
          <>
            <p className="sub">
              <span>{t.peopleFound(number(total))}</span>{' '}
              {may('report.export') && (
                <TakeList title={t.workbook} address={`/api/reports/limits.xlsx?${where}`} />
              )}
            </p>
            <ul>
              {items.map(({ staffId, fullName, unitName, communeName, ...person }) => (
                <li key={staffId} className="person">
                  <div className="person-head">
                    <strong>{fullName}</strong>
                    <FileLink staffId={staffId} name={fullName} />
                  </div>
                  <div className="sub">
                    <Named
                      of={[
                        person.positionName,
                        unitName === communeName ? null : unitName,
                        communeName,
                      ]}
                    />
                  </div>
                </li>
              ))}
            </ul>
            <Pages total={total} pageSize={PAGE} param="people" />
          </>
        )}
      </Answered>
    </SidePanel>
  );
}
