import { useQuery } from '@tanstack/react-query';
import { Checkbox, Tag } from 'antd';
import { useEffect, useRef } from 'react';

import { AddressField } from '../../components/address-field.js';
import { Choice } from '../../components/choice.js';
import { FileLink } from '../../components/file-link.js';
import { Named } from '../../components/named.js';
import { Pages } from '../../components/pages.js';
import { Answered, Nothing } from '../../components/states.js';
import { TakeList } from '../../components/take-list.js';
import type { At } from '../../lib/api/at.js';
import { forecastQuery, type LeaversFilter, leaversQuery } from '../../lib/api/forecast.js';
import type { BlockCode, Forecast, Leaver } from '../../lib/api/shapes.js';
import { useFormat } from '../../lib/format.js';
import { pageOf } from '../../lib/page.js';
import { type QueryParams, useQueryParams } from '../../lib/query-params.js';
import { useMay } from '../../lib/session.js';
import { useText } from '../../lib/text/define-text.js';
import { wordFor, words } from '../../lib/text/words.js';
import { askedOf, yearsOf } from './forecast-link.js';
import { forecastText } from './forecast.text.js';

const PAGE = 12;

interface Props {
  readonly at: At;
  readonly block: BlockCode | null;
}

const KINDS = ['retirement', 'end-of-posting'] as const;

/** What the address narrows the list by. */
function filterOf(get: QueryParams['get']): LeaversFilter {
  const kind = KINDS.find((each) => each === get('kind'));
  const by = get('by');
  const search = (get('search') ?? '').trim();
  return {
    ...(get('only') === 'last' && { only: 'last-holders' as const }),
    ...(kind && { kind }),
    ...(by !== null && { by }),
    ...(search !== '' && { search }),
  };
}

/** Who leaves, by day; a range where only the year of birth is known. */
export function LeaverTable({ at, block }: Props) {
  const t = useText(forecastText);
  const { number } = useFormat();
  const may = useMay();
  const params = useQueryParams();
  const offset = (pageOf(params.get) - 1) * PAGE;
  const filter = filterOf(params.get);
  const years = useQuery(forecastQuery(at, block)).data;
  const asked = askedOf(at, block);
  for (const [name, value] of Object.entries(filter)) asked.set(name, String(value));
  return (
    <section className="card">
      <AskedHead asked={asked.get('by')} ready={years !== undefined}>
        {t.leavers}
      </AskedHead>
      <p className="sub">{t.leaversAbout}</p>
      <LeaverFilters years={years} filter={filter} />
      <Answered query={useQuery(leaversQuery(at, block, { offset, limit: PAGE, filter }))} rows={8}>
        {({ total, items }) =>
          total === 0 ? (
            <Nothing>{t.noLeavers}</Nothing>
          ) : (
            <>
              <p className="sub">
                {t.leaversFound(number(total))}{' '}
                {may('report.export') && (
                  <TakeList
                    title={t.listBook}
                    address={`/api/reports/leavers.xlsx?${asked.toString()}`}
                  />
                )}
              </p>
              <Leavers items={items} />
              <Pages total={total} pageSize={PAGE} />
            </>
          )
        }
      </Answered>
    </section>
  );
}

interface HeadProps {
  readonly asked: string | null;
  /** What stands above is drawn, so that the list moves no more. */
  readonly ready: boolean;
  readonly children: string;
}

/** The list stands below the years: it is brought to whoever asked for the people of one. */
function AskedHead({ asked, ready, children }: HeadProps) {
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (asked === null || !ready) return;
    head.current?.focus({ preventScroll: true });
    head.current?.scrollIntoView({ block: 'start' });
  }, [asked, ready]);
  return (
    <h2 ref={head} tabIndex={-1} className="register-head">
      {children}
    </h2>
  );
}

interface FiltersProps {
  readonly years: Forecast | undefined;
  readonly filter: LeaversFilter;
}

function LeaverFilters({ years, filter }: FiltersProps) {
  const t = useText(forecastText);
  const w = useText(words);
  const { day } = useFormat();
  const params = useQueryParams();
  const { kind = '', by = '', only } = filter;
  const told = years ? yearsOf(years).map(({ on }) => on) : [];
  const days = [...new Set([...told, ...(by === '' ? [] : [by])])].sort();
  return (
    <div className="filters">
      <Choice
        label={t.kind}
        value={kind}
        options={[
          { value: '', label: w.all },
          ...KINDS.map((value) => ({ value, label: t[`kind.${value}`] })),
        ]}
        onChange={(value) => params.set({ kind: value, page: null })}
      />
      <Choice
        label={t.by}
        value={by}
        options={[
          { value: '', label: w.all },
          ...days.map((value) => ({ value, label: day(value) })),
        ]}
        onChange={(value) => params.set({ by: value, page: null })}
      />
      <AddressField name="search" label={t.search} />
      <Checkbox
        checked={only !== undefined}
        onChange={({ target }) => params.set({ only: target.checked ? 'last' : null, page: null })}
      >
        {t.onlyLast}
      </Checkbox>
    </div>
  );
}

function Leavers({ items }: { readonly items: readonly Leaver[] }) {
  const t = useText(forecastText);
  const w = useText(words);
  const columns = { until: items.some(isRange), rule: items.some((each) => each.incompleteRuleOn) };
  return (
    <div className="scroll-x" tabIndex={0} role="group" aria-label={t.leavers}>
      <table className="list stack">
        <thead>
          <tr>
            <th>{t.person}</th>
            <th>{w.commune}</th>
            <th>{w.position}</th>
            <th>{t.kind}</th>
            <th>{t.from}</th>
            {columns.until && <th>{t.until}</th>}
            {columns.rule && <th>{t.incompleteRule}</th>}
            <th>{t.appendixTwo}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((leaver) => (
            <LeaverRow
              key={`${leaver.staffId} ${leaver.positionCode} ${leaver.kind}`}
              leaver={leaver}
              columns={columns}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface RowProps {
  readonly leaver: Leaver;
  /** Columns that somebody here has something in. */
  readonly columns: { readonly until: boolean; readonly rule: boolean };
}

function isRange({ earliestOn, latestOn }: Leaver): boolean {
  return earliestOn !== latestOn;
}

function LeaverRow({ leaver, columns }: RowProps) {
  const t = useText(forecastText);
  const w = useText(words);
  const format = useFormat();
  const dayOr = (day: string | null) => (day === null ? '' : format.day(day));
  return (
    <tr>
      <td>
        <strong>{leaver.fullName}</strong>{' '}
        <FileLink staffId={leaver.staffId} name={leaver.fullName} />{' '}
        {leaver.lastHolder && <Tag className="tag tag--short">△ {t.lastHolder}</Tag>}
      </td>
      <td data-label={w.commune}>{leaver.communeName}</td>
      <td data-label={w.position}>
        <Named of={[leaver.positionName]} />
      </td>
      <td data-label={t.kind}>{wordFor(t, 'kind', leaver.kind)}</td>
      <td data-label={t.from}>{format.day(leaver.earliestOn)}</td>
      {columns.until && (
        <td data-label={t.until}>{dayOr(isRange(leaver) ? leaver.latestOn : null)}</td>
      )}
      {columns.rule && <td data-label={t.incompleteRule}>{dayOr(leaver.incompleteRuleOn)}</td>}
      <td data-label={t.appendixTwo}>{dayOr(leaver.appendixTwoOn)}</td>
    </tr>
  );
}
