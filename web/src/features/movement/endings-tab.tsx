import { useQuery } from '@tanstack/react-query';

import { FileLink } from '../../components/file-link.js';
import { Named } from '../../components/named.js';
import { Answered, Nothing } from '../../components/states.js';
import { endingsQuery } from '../../lib/api/movements.js';
import { besides } from '../../lib/day.js';
import { useFormat } from '../../lib/format.js';
import { useText } from '../../lib/text/define-text.js';
import { ListWorkbook } from './list-workbook.js';
import { movementText } from './movement.text.js';

/** What ends next, and the gap that opens again. */
export function EndingsTab({ on }: { readonly on: string }) {
  const t = useText(movementText);
  const format = useFormat();
  const query = useQuery(endingsQuery(on));
  return (
    <section className="card">
      <p className="sub">{t.endingsAbout}</p>
      <ListWorkbook title={t['tab.endings']} file={`movements.xlsx?on=${on}`} />
      <Answered query={query} rows={6}>
        {({ items }) =>
          items.length === 0 ? (
            <Nothing>{t.noEndings}</Nothing>
          ) : (
            <table className="list stack">
              <thead>
                <tr>
                  <th>{t.person}</th>
                  <th>{t.kind}</th>
                  <th>{t.to}</th>
                  <th>{t.ends}</th>
                  <th className="num">{t.daysLeft}</th>
                  <th className="num">{t.reopens}</th>
                </tr>
              </thead>
              <tbody>
                {items.map((each) => (
                  <tr key={`${each.staffId} ${each.kind} ${each.endsOn}`}>
                    <th scope="row">
                      {each.fullName} <FileLink staffId={each.staffId} name={each.fullName} />
                    </th>
                    <td data-label={t.kind}>{t[`kind.${each.kind}`]}</td>
                    <td data-label={t.to}>
                      <Named of={[each.positionName, each.unitName]} />
                    </td>
                    <td data-label={t.ends}>{format.day(besides(each.endsOn, -1))}</td>
                    <td data-label={t.daysLeft} className="num">
                      {format.number(each.daysLeft)}
                      {each.alarm !== null && (
                        <span className="short-text">
                          {' '}
                          {each.daysLeft <= 0 ? t.over : t.alarm(format.number(each.alarm))}
                        </span>
                      )}
                    </td>
                    <td data-label={t.reopens} className="num">
                      {format.number(each.reopens)}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )
        }
      </Answered>
    </section>
  );
}
