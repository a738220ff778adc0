import { useQuery } from '@tanstack/react-query';
import { Button, Tag } from 'antd';
import { useState } from 'react';

import { Choice } from '../../components/choice.js';
import { FileLink } from '../../components/file-link.js';
import { Named } from '../../components/named.js';
import { Pages } from '../../components/pages.js';
import { Answered, Nothing } from '../../components/states.js';
import { TakeList } from '../../components/take-list.js';
import { peopleOfPlanQuery, type PeopleFilter } from '../../lib/api/people-of-plan.js';
import type { PeopleOfPlan, PersonState, Scenario } from '../../lib/api/shapes.js';
import { useFormat } from '../../lib/format.js';
import { pageOf } from '../../lib/page.js';
import { useQueryParams } from '../../lib/query-params.js';
import { useMay } from '../../lib/session.js';
import { useText } from '../../lib/text/define-text.js';
import { HandOverDialog } from './hand-over-dialog.js';
import { peopleStatesText } from './people-states.text.js';
import { PersonActsDialog } from './person-acts-dialog.js';

const PAGE = 25;
const PAGE_PARAM = 'people-page';

/** How far each person of a plan has come; what they say is recorded here. */
export function PeopleStatesCard({ plan }: { readonly plan: Scenario }) {
  const t = useText(peopleStatesText);
  const params = useQueryParams();
  const shown = params.get('people') ?? 'all';
  const offset = (pageOf(params.get, PAGE_PARAM) - 1) * PAGE;
  const query = useQuery(peopleOfPlanQuery(plan.id, { ...filterOf(shown), offset, limit: PAGE }));
  return (
    <section className="card scroll-x">
      <h2>{t.title(plan.name)}</h2>
      <p className="sub">{t.lead}</p>
      <Answered query={query} rows={6}>
        {(people) => <Shown plan={plan} people={people} shown={shown} />}
      </Answered>
    </section>
  );
}

function filterOf(shown: string): Omit<PeopleFilter, 'offset' | 'limit'> {
  const [what = '', value = ''] = shown.split(':');
  if (what === 'stage') return { stage: value } as PeopleFilter;
  if (what === 'exit') return { exit: value } as PeopleFilter;
  if (what === 'absent') return { absent: true };
  return what === 'open' ? { open: true } : {};
}

function fileOf(id: number, shown: string): string {
  const asked = Object.entries(filterOf(shown)).map(([name, value]) => [name, String(value)]);
  return `/api/scenarios/${id}/people.xlsx?${new URLSearchParams(asked).toString()}`;
}

interface ShownProps {
  readonly plan: Scenario;
  readonly people: PeopleOfPlan;
  readonly shown: string;
}

function Shown({ plan, people, shown }: ShownProps) {
  const t = useText(peopleStatesText);
  const { number } = useFormat();
  const may = useMay();
  const [writes, exports] = [may('scenario.write'), may('report.export')];
  const params = useQueryParams();
  const [person, setPerson] = useState<PersonState | null>(null);
  const [handing, setHanding] = useState(false);
  const open = people.items.filter((each) => each.absent && each.handedOverOn === null);
  return (
    <>
      <div className="filters">
        <Choice
          label={t.which}
          value={shown}
          options={useOptions(people)}
          onChange={(value) =>
            params.set({ people: value === 'all' ? null : value, [PAGE_PARAM]: null })
          }
        />
      </div>
      {people.absent > 0 && (
        <p className="sub">
          <button
            type="button"
            className="link-button"
            onClick={() => params.set({ people: 'absent', [PAGE_PARAM]: null })}
          >
            {t.handed(number(people.handedOver), number(people.absent))}
          </button>
        </p>
      )}
      {writes && shown === 'absent' && open.length > 0 && (
        <Button onClick={() => setHanding(true)}>{t.handAll}</Button>
      )}
      {people.total > 0 && exports && (
        <p className="sub">
          <TakeList title={t.workbook} address={fileOf(plan.id, shown)} />
        </p>
      )}
      {people.total === 0 ? (
        <Nothing>{t.nobody}</Nothing>
      ) : (
        <PeopleTable people={people} {...(writes && { onRecord: setPerson })} />
      )}
      <Pages total={people.total} pageSize={PAGE} param={PAGE_PARAM} />
      {person && <PersonActsDialog plan={plan} person={person} onClose={() => setPerson(null)} />}
      {handing && (
        <HandOverDialog
          id={plan.id}
          staffIds={open.map(({ staffId }) => staffId)}
          onClose={() => setHanding(false)}
        />
      )}
    </>
  );
}

function useOptions({ stages, exits, absent, open }: PeopleOfPlan) {
  const t = useText(peopleStatesText);
  const { number } = useFormat();
  const option = (value: string, label: string, count: number) =>
    count === 0 ? [] : [{ value, label: t.counted(label, number(count)) }];
  const all = stages.reduce((sum, { people }) => sum + people, 0);
  return [
    { value: 'all', label: t.all(number(all)) },
    ...stages.flatMap(({ stage, people }) => option(`stage:${stage}`, t[`stage.${stage}`], people)),
    ...exits.flatMap(({ exit, people }) => option(`exit:${exit}`, t[`exit.${exit}`], people)),
    ...option('absent', t.absent, absent),
    ...option('open', t.open, open),
  ];
}

interface TableProps {
  readonly people: PeopleOfPlan;
  readonly onRecord?: (person: PersonState) => void;
}

function PeopleTable({ people, onRecord }: TableProps) {
  const t = useText(peopleStatesText);
  return (
    <table className="list stack">
      <thead>
        <tr>
          <th>{t.person}</th>
          <th>{t.from}</th>
          <th>{t.to}</th>
          <th>{t.stage}</th>
          {onRecord && <th aria-label={t.record} />}
        </tr>
      </thead>
      <tbody>
        {people.items.map((person) => (
          <tr key={person.staffId}>
            <th scope="row">
              {person.fullName} <FileLink staffId={person.staffId} name={person.fullName} />
            </th>
            <td data-label={t.from}>
              <Named of={[person.oldPositionName, person.oldUnitName]} />
            </td>
            <td data-label={t.to}>
              <Place person={person} surplusUntil={people.surplusUntil} />
            </td>
            <td data-label={t.stage}>
              <StageWords person={person} />
            </td>
            {onRecord && (
              <td>
                <Button onClick={() => onRecord(person)}>{t.record}</Button>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Place({
  person,
  surplusUntil,
}: {
  readonly person: PersonState;
  readonly surplusUntil: string | null;
}) {
  const t = useText(peopleStatesText);
  const { day } = useFormat();
  const { exit, positionName, unitName, communeName } = person;
  const commune = communeName === unitName ? null : communeName;
  return (
    <>
      <Named of={[positionName, unitName, commune]} />
      {positionName === null && unitName === null && commune === null && !exit && '–'}
      {exit && (
        <div className="short-text">
          {t[`exit.${exit}`]}
          {exit === 'surplus' && surplusUntil && ` ${t.until(day(surplusUntil))}`}
        </div>
      )}
    </>
  );
}

function StageWords({ person }: { readonly person: PersonState }) {
  const t = useText(peopleStatesText);
  const { day, number } = useFormat();
  const { stance, heardOn, open, grievances, answerUntil, absent, handedOverOn } = person;
  const lines = [
    stance && heardOn && `${t[`code.${stance}`]}, ${t.heardOn(day(heardOn))}`,
    person.letterNumber,
    open > 0 && t.unanswered(number(open)),
    open > 0 && answerUntil && t.due(day(answerUntil)),
    grievances > open && t.answered(number(grievances - open)),
    absent && (handedOverOn ? t.handedOn(day(handedOverOn)) : t.notHanded),
  ].filter(Boolean);
  return (
    <>
      <Tag className="tag tag--plain">{t[`stage.${person.stage}`]}</Tag>
      {lines.map((line) => (
        <div key={String(line)} className="sub">
          {line}
        </div>
      ))}
    </>
  );
}
