import { useQuery } from '@tanstack/react-query';
import { Tag } from 'antd';

import { ClosedPeople } from '../../components/closed-people.js';
import { FileLink } from '../../components/file-link.js';
import { Named } from '../../components/named.js';
import { Pages } from '../../components/pages.js';
import { Answered, Nothing } from '../../components/states.js';
import { TakeList } from '../../components/take-list.js';
import { type MergerFilter, mergerPeopleQuery } from '../../lib/api/merger.js';
import type { Merger, MergedPerson } from '../../lib/api/shapes.js';
import { useFormat } from '../../lib/format.js';
import { pageOf } from '../../lib/page.js';
import { useQueryParams } from '../../lib/query-params.js';
import { useMay } from '../../lib/session.js';
import { useText } from '../../lib/text/define-text.js';
import { mergerText } from './merger.text.js';
import { filterOf, PeopleFilters } from './people-filters.js';
import { peopleText } from './people.text.js';

const PAGE = 20;

interface Props {
  readonly scenarioId: number;
  readonly communes: Merger['communes'];
}

/** Whom the merger takes along, and why somebody must choose for some. */
export function MergerPeople({ scenarioId, communes }: Props) {
  const t = useText(peopleText);
  const { number } = useFormat();
  const may = useMay();
  const params = useQueryParams();
  const filter = filterOf(params.get);
  const page = { offset: (pageOf(params.get) - 1) * PAGE, limit: PAGE };
  const query = useQuery(mergerPeopleQuery(scenarioId, filter, page));
  return (
    <>
      <PeopleFilters sources={query.data?.sources ?? []} communes={communes} />
      <p className="sub">{t[`about.${filter.list}`]}</p>
      <Answered query={query} rows={12}>
        {({ total, closed, items }) => (
          <section className="card scroll-x">
            <p className="sub">
              {t.found(number(total))}{' '}
              {total > 0 && may('report.export') && (
                <TakeList title={t.workbook} address={fileOf(scenarioId, filter)} />
              )}
            </p>
            <ClosedPeople count={closed} />
            {items.length === 0 ? <Nothing>{t.nobody}</Nothing> : <PeopleTable people={items} />}
            <Pages total={total} pageSize={PAGE} />
          </section>
        )}
      </Answered>
    </>
  );
}

function fileOf(scenarioId: number, filter: MergerFilter): string {
  const asked = new URLSearchParams({ ...filter });
  return `/api/scenarios/${scenarioId}/merger/people.xlsx?${asked.toString()}`;
}

function PeopleTable({ people }: { readonly people: readonly MergedPerson[] }) {
  const t = useText(peopleText);
  return (
    <table className="list stack">
      <thead>
        <tr>
          <th>{t.person}</th>
          <th>{t.at}</th>
          <th>{t.follows}</th>
          <th>{t.why}</th>
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <PersonRow key={person.staffId} person={person} />
        ))}
      </tbody>
    </table>
  );
}

function PersonRow({ person }: { readonly person: MergedPerson }) {
  const t = useText(peopleText);
  const { fullName, choices, pinned } = person;
  return (
    <tr>
      <th scope="row">
        {fullName} <FileLink staffId={person.staffId} name={fullName} />
      </th>
      <td data-label={t.at}>
        <Named of={[person.oldPositionName]} />
        <div className="sub">
          {[person.oldUnitName, person.oldDistrictName].filter(Boolean).join(', ')}
        </div>
      </td>
      <td data-label={t.follows}>
        {person.communeName ?? '–'}
        {pinned && (
          <div>
            <Tag className="tag tag--good">{t.pinned}</Tag>
          </div>
        )}
      </td>
      <td data-label={t.why}>{choices.length > 1 ? <Why person={person} /> : '–'}</td>
    </tr>
  );
}

/** To which units the old one passes: of several somebody must choose. */
function Why({ person: { fromName, choices } }: { readonly person: MergedPerson }) {
  const t = useText(peopleText);
  const { number } = useFormat();
  return (
    <details>
      <summary>{t.several(fromName, number(choices.length))}</summary>
      <ul className="sub">
        {choices.map((choice) => (
          <Successor key={choice.code} choice={choice} />
        ))}
      </ul>
    </details>
  );
}

function Successor({
  choice: { name, share },
}: {
  readonly choice: MergedPerson['choices'][number];
}) {
  const m = useText(mergerText);
  const { decimal } = useFormat();
  return (
    <li>
      {name} ({share === null ? m.shareUnknown : m.share(decimal(share * 100))})
    </li>
  );
}
