import { useQuery } from '@tanstack/react-query';

import { FileLink } from '../../components/file-link.js';
import { Named } from '../../components/named.js';
import { Pages } from '../../components/pages.js';
import { Answered, Nothing } from '../../components/states.js';
import { TakeList } from '../../components/take-list.js';
import type { WishedPerson } from '../../lib/api/shapes.js';
import { type WishFilter, wishPeopleQuery } from '../../lib/api/wishes.js';
import { useFormat } from '../../lib/format.js';
import { pageOf } from '../../lib/page.js';
import { useQueryParams } from '../../lib/query-params.js';
import { useMay } from '../../lib/session.js';
import { useText } from '../../lib/text/define-text.js';
import { wordFor, words } from '../../lib/text/words.js';
import { filterOf, WishFilters } from './wish-filters.js';
import { wishesText } from './wishes.text.js';

const PAGE = 20;

interface Props {
  readonly run: number;
  /** The day whose communes are offered. */
  readonly unitsOn: string;
}

/** Who wished for something, what for, and what they got. */
export function WishPeople({ run, unitsOn }: Props) {
  const t = useText(wishesText);
  const { number } = useFormat();
  const may = useMay();
  const params = useQueryParams();
  const filter = filterOf(params.get);
  const page = { offset: (pageOf(params.get) - 1) * PAGE, limit: PAGE };
  return (
    <>
      <WishFilters unitsOn={unitsOn} />
      <Answered query={useQuery(wishPeopleQuery(run, filter, page))} rows={12}>
        {({ total, items }) => (
          <section className="card scroll-x">
            <p className="sub">
              {t.found(number(total))}{' '}
              {total > 0 && may('report.export') && (
                <TakeList title={t.workbook} address={fileOf(run, filter)} />
              )}
            </p>
            {items.length === 0 ? (
              <Nothing>{t.nobodyListed}</Nothing>
            ) : (
              <PeopleTable people={items} />
            )}
            <Pages total={total} pageSize={PAGE} />
          </section>
        )}
      </Answered>
    </>
  );
}

function fileOf(run: number, filter: WishFilter): string {
  const asked = new URLSearchParams({ run: String(run), ...filter });
  return `/api/reports/wish-people.xlsx?${asked.toString()}`;
}

function PeopleTable({ people }: { readonly people: readonly WishedPerson[] }) {
  const t = useText(wishesText);
  return (
    <table className="list stack">
      <thead>
        <tr>
          <th>{t.person}</th>
          <th>{t.from}</th>
          <th>{t.kind}</th>
          <th>{t.met}</th>
          <th>{t.got}</th>
          <th className="num">{t.km}</th>
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

function PersonRow({ person }: { readonly person: WishedPerson }) {
  const t = useText(wishesText);
  const w = useText(words);
  const { decimal } = useFormat();
  const { fullName, communes, served, outcome, communeName, distanceKm } = person;
  const division = person.unitName === communeName ? null : person.unitName;
  return (
    <tr>
      <th scope="row">
        {fullName} <FileLink staffId={person.staffId} name={fullName} />
      </th>
      <td data-label={t.from}>
        <Named of={[person.oldPositionName]} />
        <div className="sub">
          {[person.oldUnitName, person.oldDistrictName].filter(Boolean).join(', ')}
        </div>
      </td>
      <td data-label={t.kind}>
        {person.kind === null ? t['list.none'] : t[`kind.${person.kind}`]}
        {communes.length > 0 && (
          <div className="sub">{communes.map((name, at) => `${at + 1}. ${name}`).join('; ')}</div>
        )}
      </td>
      <td data-label={t.met}>
        {served !== null && wordFor(t, 'served', String(served))}
        {served === null &&
          (person.kind === null ? (
            '–'
          ) : (
            <span className="short-text nowrap">{t['list.unmet']}</span>
          ))}
      </td>
      <td data-label={t.got}>
        {outcome === 'seated' ? <Named of={[person.positionName]} /> : w[`outcome.${outcome}`]}
        <div className="sub">
          <Named of={[division, communeName]} />
        </div>
      </td>
      <td className="num" data-label={t.km}>
        {distanceKm === null ? '–' : decimal(distanceKm)}
      </td>
    </tr>
  );
}
