import { useQuery } from '@tanstack/react-query';

import { FileLink } from '../../components/file-link.js';
import { Named } from '../../components/named.js';
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
import { CONTINUITY_LISTS, ContinuityCounts } from './continuity-counts.js';
import { continuityText } from './continuity.text.js';
import { ListWorkbook } from './list-workbook.js';
import { OldUnits } from './old-units.js';

const PAGE = 50;

/** Who holds which function, from the least sure on. */
export function ContinuityTab({ on }: { readonly on: string }) {
  const t = useText(continuityText);
  const nameOf = useFieldName();
  const { get } = useQueryParams();
  const shown = CONTINUITY_LISTS.find((each) => each === get('state')) ?? 'uncovered';
  const offset = (pageOf(get) - 1) * PAGE;
  const state = shown === 'old' ? 'no-division' : shown;
  const query = useQuery(continuityQuery(on, state, { offset, limit: PAGE }));
  return (
    <section className="card">
      <p className="sub">{t.about}</p>
      <Answered query={query} rows={8}>
        {(answer) => (
          <>
            <ContinuityCounts on={on} shown={shown} answer={answer} />
            <ListWorkbook title={t.workbook} file={`continuity.xlsx?on=${on}`} />
            {shown === 'old' ? (
              <OldUnits oldUnits={answer.oldUnits} nameOf={nameOf} />
            ) : (
              <Functions answer={answer} nameOf={nameOf} />
            )}
          </>
        )}
      </Answered>
    </section>
  );
}

interface Named {
  readonly nameOf: (fieldCode: string) => string;
}

function Functions({ answer: { total, items }, nameOf }: Named & { readonly answer: Continuity }) {
  const t = useText(continuityText);
  return (
    <>
      {total === 0 ? <Nothing>{t.none}</Nothing> : <Lines items={items} nameOf={nameOf} />}
      <Pages total={total} pageSize={PAGE} />
    </>
  );
}

function useFieldName(): Named['nameOf'] {
  const { language } = useLanguage();
  const fields = useQuery(fieldsQuery()).data ?? [];
  return (code) => {
    const field = fields.find((each) => each.code === code);
    return field ? (language === 'vi' ? field.nameVi : field.nameEn) : code;
  };
}

function Lines({ items, nameOf }: Named & { readonly items: Continuity['items'] }) {
  const t = useText(continuityText);
  const format = useFormat();
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
            <td data-label={t.division}>
              {line.unitName === null ? '–' : <Named of={[line.unitName]} />}
            </td>
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
