import { useQuery } from '@tanstack/react-query';

import { FileLink } from '../../components/file-link.js';
import { Named } from '../../components/named.js';
import { Pages } from '../../components/pages.js';
import { Answered, Nothing } from '../../components/states.js';
import { TakeList } from '../../components/take-list.js';
import { peopleOfUnitQuery } from '../../lib/api/people-of-unit.js';
import { pageOf } from '../../lib/page.js';
import { useQueryParams } from '../../lib/query-params.js';
import { useMay } from '../../lib/session.js';
import { useText } from '../../lib/text/define-text.js';
import { words } from '../../lib/text/words.js';
import { communeText } from './commune.text.js';

const PAGE = 20;

/** The page of people that the address asks for, with how many there are. */
export function useThere(code: string, on: string) {
  const params = useQueryParams();
  const list = params.get('list') ?? 'there';
  const offset = list === 'there' ? (pageOf(params.get, 'people') - 1) * PAGE : 0;
  return useQuery(peopleOfUnitQuery(code, on, { offset, limit: PAGE }));
}

/** Who has a post in the commune on the day. */
export function PeopleThere({ code, on }: { readonly code: string; readonly on: string }) {
  const t = useText(communeText);
  const w = useText(words);
  const may = useMay();
  const query = useThere(code, on);
  return (
    <Answered query={query} rows={8}>
      {({ total, items }) =>
        total === 0 ? (
          <Nothing>{t.nobodyThere}</Nothing>
        ) : (
          <>
            {may('report.export') && (
              <p className="sub">
                <TakeList
                  title={t.thereBook}
                  address={`/api/reports/roster.xlsx?on=${on}&unit=${code}`}
                />
              </p>
            )}
            <table className="list stack">
              <thead>
                <tr>
                  <th>{t.person}</th>
                  <th>{w.position}</th>
                  <th>{t.unit}</th>
                  <th>{t.study}</th>
                </tr>
              </thead>
              <tbody>
                {items.map((person) => (
                  <tr key={person.staffId}>
                    <td>
                      <strong>{person.fullName}</strong>{' '}
                      <FileLink staffId={person.staffId} name={person.fullName} />
                    </td>
                    <td data-label={w.position}>
                      <Named of={[person.positionName]} />
                    </td>
                    <td data-label={t.unit}>
                      <Named of={[person.unitName]} />
                    </td>
                    <td data-label={t.study}>{person.major ?? '–'}</td>
                  </tr>
                ))}
              </tbody>
            </table>
            <Pages total={total} pageSize={PAGE} param="people" />
          </>
        )
      }
    </Answered>
  );
}
