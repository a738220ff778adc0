import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';

import { Assumptions } from '../../components/assumptions.js';
import { Basis } from '../../components/basis.js';
import { Choice } from '../../components/choice.js';
import { ExportDialog } from '../../components/export-dialog.js';
import { FileLink } from '../../components/file-link.js';
import { Named } from '../../components/named.js';
import { PageHead } from '../../components/page-head.js';
import { Answered, Nothing, Trouble } from '../../components/states.js';
import { lockRegisterMutation, poolQuery, registerQuery } from '../../lib/api/pool.js';
import type { Pool, RegisterLine, Scenario } from '../../lib/api/shapes.js';
import { useFormat } from '../../lib/format.js';
import { useQueryParams } from '../../lib/query-params.js';
import { useText } from '../../lib/text/define-text.js';
import { useNames } from '../../lib/text/names.js';
import { wordFor, words } from '../../lib/text/words.js';
import { TakeList } from '../../components/take-list.js';
import { poolText } from './pool.text.js';
import { VacanciesCard } from './vacancies-card.js';

/** Everybody without a seat in a plan. */
export function PoolView() {
  const t = useText(poolText);
  return (
    <>
      <PageHead title={t.title} lead={t.lead} />
      <Basis>{(_configuration, scenarios) => <Chosen scenarios={scenarios} />}</Basis>
    </>
  );
}

function Chosen({ scenarios }: { readonly scenarios: readonly Scenario[] }) {
  const t = useText(poolText);
  const w = useText(words);
  const params = useQueryParams();
  const withRuns = scenarios.filter(({ runs }) => runs.length > 0);
  const plan = withRuns.find(({ id }) => String(id) === params.get('plan')) ?? withRuns.at(-1);
  if (!plan) return <Nothing>{t.none}</Nothing>;
  return (
    <>
      <div className="filters">
        <Choice
          wide
          label={t.plan}
          value={String(plan.id)}
          options={withRuns.map(({ id, name, state }) => ({
            value: String(id),
            label: `${name} – ${wordFor(w, 'state', state)}`,
          }))}
          onChange={(value) => params.set({ plan: value, position: null, page: null })}
        />
      </div>
      <OfPlan key={plan.id} id={plan.id} />
    </>
  );
}

function OfPlan({ id }: { readonly id: number }) {
  const t = useText(poolText);
  const { number } = useFormat();
  const query = useQuery(poolQuery(id));
  return (
    <>
      <Answered query={query} rows={8}>
        {(pool) => (
          <section className="card scroll-x">
            <h2>{t.classes}</h2>
            <div className="notes">
              <Assumptions parameters={pool.parameters} />
            </div>
            <p className="sub">
              <Link to={`/placement?run=${pool.runId}&outcome=surplus`}>
                {t.total(number(pool.people))}
              </Link>{' '}
              <TakeList title={t.poolBook} address={`/api/reports/pool.xlsx?scenario=${id}`} />
            </p>
            {pool.people === 0 ? <Nothing>{t.none}</Nothing> : <Classes id={id} pool={pool} />}
          </section>
        )}
      </Answered>
      <VacanciesCard id={id} />
    </>
  );
}

function Classes({ id, pool }: { readonly id: number; readonly pool: Pool }) {
  const t = useText(poolText);
  const named = useNames();
  const { number, instant } = useFormat();
  const params = useQueryParams();
  const shown = params.get('position');
  return (
    <>
      <table className="list stack">
        <thead>
          <tr>
            <th>{t.position}</th>
            <th className="num">{t.people}</th>
            <th>{t.locked}</th>
            <th aria-label={t.show} />
          </tr>
        </thead>
        <tbody>
          {pool.classes.map(({ positionCode, positionName, people, locked }) => (
            <tr key={positionCode}>
              <th scope="row">
                <Named of={[positionName]} />
              </th>
              <td className="num" data-label={t.people}>
                <button
                  type="button"
                  className="link-button"
                  aria-label={`${named(positionName)}: ${number(people)}`}
                  onClick={() => params.set({ position: positionCode })}
                >
                  {number(people)}
                </button>
              </td>
              <td data-label={t.locked}>
                {locked
                  ? t.lockedBy(
                      ...([locked.lockedName, instant(locked.lockedAt)] as const),
                      locked.hash.slice(0, 12),
                    )
                  : '–'}
              </td>
              <td>
                <Button
                  aria-label={`${t.show}: ${named(positionName)}`}
                  onClick={() =>
                    params.set({ position: shown === positionCode ? null : positionCode })
                  }
                >
                  {shown === positionCode ? t.hide : t.show}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {shown && <Register key={shown} id={id} positionCode={shown} />}
    </>
  );
}

/** Stands below all positions: it is brought to whoever asked for it. */
function RegisterHead({ children }: { readonly children: string }) {
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => head.current?.focus(), []);
  return (
    <h3 ref={head} tabIndex={-1} className="register-head">
      {children}
    </h3>
  );
}

function Register({ id, positionCode }: { readonly id: number; readonly positionCode: string }) {
  const t = useText(poolText);
  const named = useNames();
  const [asked, setAsked] = useState(false);
  const query = useQuery(registerQuery(id, positionCode));
  const lock = useMutation(lockRegisterMutation(useQueryClient()));
  return (
    <Answered query={query} rows={6}>
      {({ positionName, hash, lines }) => (
        <>
          <RegisterHead>{named(positionName)}</RegisterHead>
          <p className="sub">
            {t.hash(hash.slice(0, 12))}{' '}
            <button type="button" className="link-button" onClick={() => setAsked(true)}>
              {t.workbook}
            </button>
          </p>
          {lock.error && <Trouble error={lock.error} title={t.refused} />}
          <Button loading={lock.isPending} onClick={() => lock.mutate({ id, positionCode })}>
            {t.lock}
          </Button>
          <Lines lines={lines} />
          {asked && (
            <ExportDialog
              title={t.workbook}
              columns={[]}
              address={`/api/reports/register.xlsx?scenario=${id}&positionCode=${encodeURIComponent(positionCode)}`}
              onClose={() => setAsked(false)}
            />
          )}
        </>
      )}
    </Answered>
  );
}

function Lines({ lines }: { readonly lines: readonly RegisterLine[] }) {
  const t = useText(poolText);
  const { number } = useFormat();
  const [first] = lines;
  return (
    <table className="list stack">
      <thead>
        <tr>
          <th className="num">{t.rank}</th>
          <th>{t.person}</th>
          <th>{t.where}</th>
          {first?.values.map(({ criterion }) => (
            <th key={criterion} className="num">
              {t[`criterion.${criterion}`]}
            </th>
          ))}
          <th>{t.why}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.staffId}>
            <td className="num" data-label={t.rank}>
              {number(line.rank)}
            </td>
            <th scope="row">
              {line.fullName} <FileLink staffId={line.staffId} name={line.fullName} />
            </th>
            <td data-label={t.where}>{line.communeName}</td>
            {line.values.map(({ criterion, value }) => (
              <td key={criterion} className="num" data-label={t[`criterion.${criterion}`]}>
                {number(value)}
              </td>
            ))}
            <td data-label={t.why}>
              {[line.partedBy && t[`criterion.${line.partedBy}`], line.tied && t.tied]
                .filter(Boolean)
                .join(', ') || '–'}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
