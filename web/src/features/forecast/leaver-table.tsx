import { useQuery } from '@tanstack/react-query';
import { Checkbox, Tag } from 'antd';

import { FileLink } from '../../components/file-link.js';
import { Named } from '../../components/named.js';
import { Pages } from '../../components/pages.js';
import { Answered, Nothing } from '../../components/states.js';
import type { At } from '../../lib/api/at.js';
import { leaversQuery } from '../../lib/api/forecast.js';
import type { BlockCode, Leaver } from '../../lib/api/shapes.js';
import { useFormat } from '../../lib/format.js';
import { pageOf } from '../../lib/page.js';
import { useQueryParams } from '../../lib/query-params.js';
import { useText } from '../../lib/text/define-text.js';
import { wordFor, words } from '../../lib/text/words.js';
import { forecastText } from './forecast.text.js';

const PAGE = 12;

interface Props {
  readonly at: At;
  readonly block: BlockCode | null;
}

/** Who leaves, by day; a range where only the year of birth is known. */
export function LeaverTable({ at, block }: Props) {
  const t = useText(forecastText);
  const params = useQueryParams();
  const offset = (pageOf(params.get) - 1) * PAGE;
  const lastOnly = params.get('only') === 'last';
  const query = useQuery(leaversQuery(at, block, { offset, limit: PAGE, lastOnly }));
  return (
    <section className="card">
      <h2>{t.leavers}</h2>
      <p className="sub">{t.leaversAbout}</p>
      <Checkbox
        checked={lastOnly}
        onChange={({ target }) => params.set({ only: target.checked ? 'last' : null, page: null })}
      >
        {t.onlyLast}
      </Checkbox>
      <Answered query={query} rows={8}>
        {({ total, items }) =>
          total === 0 ? (
            <Nothing>{t.noLeavers}</Nothing>
          ) : (
            <>
              <Leavers items={items} />
              <Pages total={total} pageSize={PAGE} />
            </>
          )
        }
      </Answered>
    </section>
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
