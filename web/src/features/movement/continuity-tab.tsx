import { useQuery } from '@tanstack/react-query';

import { Choice } from '../../components/choice.js';
import { FileLink } from '../../components/file-link.js';
import { Pages } from '../../components/pages.js';
import { Answered, Nothing } from '../../components/states.js';
import { continuityQuery } from '../../lib/api/continuity.js';
import { fieldsQuery } from '../../lib/api/fields.js';
import type { Continuity } from '../../lib/api/shapes.js';
import { useFormat } from '../../lib/format.js';
import { pageOf } from '../../lib/page.js';
import { useQueryParams } from '../../lib/query-params.js';
import { useText } from '../../lib/text/define-text.js';
import { useLanguage } from '../../lib/text/language.js';
import { continuityText } from './continuity.text.js';
import { ListWorkbook } from './list-workbook.js';

const PAGE = 50;
const STATES = ['no-division', 'uncovered', 'unassigned', 'sole', 'covered'] as const;
/** Who holds which function, from the least sure on. */
export function ContinuityTab({ on }: { readonly on: string }) {
  const t = useText(continuityText);
  const format = useFormat();
  const { get, set } = useQueryParams();
  const state = STATES.find((each) => each === get('state')) ?? 'uncovered';
  const offset = (pageOf(get) - 1) * PAGE;
  const query = useQuery(continuityQuery(on, state, { offset, limit: PAGE }));
  const n = format.number;
  return (
    <section className="card">
      <p className="sub">{t.about}</p>
      <Answered query={query} rows={8}>
        {({ counts, total, items, oldUnits }) => (
          <>
            <p>
              {t.counts(n(counts.covered), n(counts.sole), n(counts.uncovered))}{' '}
              {t.more(n(counts.unassigned), n(counts.noDivision))}{' '}
              {t.old(
                n(oldUnits.filter(({ uncovered }) => uncovered.length > 0).length),
                n(oldUnits.length),
              )}
            </p>
            <ListWorkbook title={t.workbook} file={`continuity.xlsx?on=${on}`} />
            <Choice
              label={t.state}
              value={state}
              options={STATES.map((each) => ({ value: each, label: t[`state.${each}`] }))}
              onChange={(chosen) => set({ state: chosen, page: null })}
            />
            {total === 0 ? <Nothing>{t.none}</Nothing> : <Lines items={items} />}
            <Pages total={total} pageSize={PAGE} />
          </>
        )}
      </Answered>
    </section>
  );
}

function Lines({ items }: { readonly items: Continuity['items'] }) {
  const t = useText(continuityText);
  const { language } = useLanguage();
  const format = useFormat();
  const fields = useQuery(fieldsQuery()).data ?? [];
  const nameOf = (code: string) => {
    const field = fields.find((each) => each.code === code);
    return field ? (language === 'vi' ? field.nameVi : field.nameEn) : code;
  };
  return (
    <table className="list stack">
      <thead>
        <tr>
          <th>{t.function}</th>
          <th>{t.division}</th>
          <th className="num">{t.seats}</th>
          <th>{t.holders}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((line) => (
          <tr key={`${line.communeCode} ${line.fieldCode}`}>
            <th scope="row">
              {nameOf(line.fieldCode)}
              <div className="sub">{line.communeName}</div>
            </th>
            <td data-label={t.division}>{line.unitName ?? '–'}</td>
            <td data-label={t.seats} className="num">
              {format.number(line.seats)}
            </td>
            <td data-label={t.holders}>
              {line.holders.length === 0 && '–'}
              {line.holders.map((each) => (
                <div key={each.staffId}>
                  {each.fullName} <FileLink staffId={each.staffId} name={each.fullName} />
                </div>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
