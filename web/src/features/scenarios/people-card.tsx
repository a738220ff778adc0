import { useQuery } from '@tanstack/react-query';

import { AddressField } from '../../components/address-field.js';
import { Choice } from '../../components/choice.js';
import { ClosedPeople } from '../../components/closed-people.js';
import { FileLink } from '../../components/file-link.js';
import { Named } from '../../components/named.js';
import { Pages } from '../../components/pages.js';
import { FitTag, MovementTag } from '../../components/person-tags.js';
import { Said } from '../../components/said.js';
import { Answered, Nothing } from '../../components/states.js';
import { comparedPeopleQuery } from '../../lib/api/comparison.js';
import type { ComparedList, ComparedPerson, Comparison } from '../../lib/api/shapes.js';
import { useFormat } from '../../lib/format.js';
import { pageOf } from '../../lib/page.js';
import { useQueryParams } from '../../lib/query-params.js';
import { useText } from '../../lib/text/define-text.js';
import { words } from '../../lib/text/words.js';
import { compareText } from './compare.text.js';
import { RunHead } from './run-head.js';

const PAGE = 10;
const LISTS: readonly ComparedList[] = ['differences', 'far', 'all'];

interface Props {
  readonly comparison: Comparison;
  readonly runs: string;
}

/** Person by person: from, to in each run, and by which rule. */
export function PeopleCard({ comparison, runs }: Props) {
  const t = useText(compareText);
  const { number } = useFormat();
  const params = useQueryParams();
  const list = LISTS.find((each) => each === params.get('list')) ?? 'differences';
  const search = (params.get('search') ?? '').trim();
  const filter = {
    ...{ list, offset: (pageOf(params.get) - 1) * PAGE, limit: PAGE },
    ...(search === '' ? {} : { search }),
  };
  const query = useQuery(comparedPeopleQuery(runs, filter));
  return (
    <section className="card scroll-x">
      <h2>{t.persons}</h2>
      <div className="filters">
        <Choice
          label={t.list}
          value={list}
          options={LISTS.map((each) => ({ value: each, label: t[`list.${each}`] }))}
          onChange={(value) => params.set({ list: value, page: null })}
        />
        <AddressField name="search" label={t.search} />
      </div>
      <Answered query={query} rows={8}>
        {({ total, closed, items }) => (
          <>
            <p className="sub">{t.found(number(total))}</p>
            <ClosedPeople count={closed} />
            {items.length === 0 ? (
              <Nothing>{t.nobody}</Nothing>
            ) : (
              <PeopleTable people={items} comparison={comparison} />
            )}
            <Pages total={total} pageSize={PAGE} />
          </>
        )}
      </Answered>
    </section>
  );
}

interface TableProps {
  readonly people: readonly ComparedPerson[];
  readonly comparison: Comparison;
}

function PeopleTable({ people, comparison: { runs } }: TableProps) {
  const t = useText(compareText);
  return (
    <table className="list stack">
      <thead>
        <tr>
          <th>{t.person}</th>
          <th>{t.before}</th>
          {runs.map((run) => (
            <th key={run.run.id}>
              <RunHead run={run} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <tr key={person.staffId}>
            <td>
              <strong>{person.fullName}</strong>{' '}
              <FileLink staffId={person.staffId} name={person.fullName} />
            </td>
            <td data-label={t.before}>
              <Named of={[person.oldPositionName]} />
              <div className="sub">
                {[person.oldUnitName, person.oldDistrictName].filter(Boolean).join(', ')}
              </div>
            </td>
            {runs.map((run) => (
              <td key={run.run.id} data-label={run.scenarioName}>
                <PlaceCell place={person.places.find(({ runId }) => runId === run.run.id)} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function PlaceCell({ place }: { readonly place: ComparedPerson['places'][number] | undefined }) {
  const t = useText(compareText);
  const w = useText(words);
  const { decimal } = useFormat();
  if (place === undefined) return <span className="sub">{t.absent}</span>;
  return (
    <>
      {place.positionName === null ? w['outcome.leaving'] : <Named of={[place.positionName]} />}
      <div className="sub">
        <Named
          of={[place.unitName, place.communeName === place.unitName ? null : place.communeName]}
        />
      </div>
      <MovementTag movement={place.movement} />
      <FitTag fit={place.fit} />
      {place.distanceKm !== null && (
        <span className={place.far ? 'short-text' : 'sub'}>{w.km(decimal(place.distanceKm))}</span>
      )}
      <div className="sub">
        <Said text={place.reason} />
      </div>
    </>
  );
}
