import { Choice } from '../../components/choice.js';
import { FileLink } from '../../components/file-link.js';
import { Named } from '../../components/named.js';
import { Pages } from '../../components/pages.js';
import { Nothing } from '../../components/states.js';
import { LISTED, type PayoutFilter } from '../../lib/api/payouts.js';
import type { Payout, Payouts, PersonPayouts } from '../../lib/api/shapes.js';
import { useFormat } from '../../lib/format.js';
import { useQueryParams } from '../../lib/query-params.js';
import { useText } from '../../lib/text/define-text.js';
import { wordFor } from '../../lib/text/words.js';
import { payoutText } from './payout.text.js';

interface Props {
  readonly payouts: Payouts;
  readonly listed: PayoutFilter['listed'];
  readonly pageSize: number;
}

/** Each person with the inputs and every scheme. */
export function PeopleList({ payouts, listed, pageSize }: Props) {
  const t = useText(payoutText);
  const params = useQueryParams();
  const { number } = useFormat();
  return (
    <section className="card">
      <h2>{t.list}</h2>
      <Choice
        wide
        label={t.listed}
        value={listed ?? 'all'}
        options={[
          { value: 'all', label: t.everybody },
          ...LISTED.map((value) => ({ value, label: labelOf(value, t) })),
        ]}
        onChange={(value) => params.set({ listed: value === 'all' ? null : value, page: null })}
      />
      {payouts.total === 0 ? (
        <Nothing>{t.nobody}</Nothing>
      ) : (
        <>
          <p>{t.found(number(payouts.total))}</p>
          {payouts.items.map((person) => (
            <Person key={person.staffId} person={person} />
          ))}
          <Pages total={payouts.total} pageSize={pageSize} />
        </>
      )}
    </section>
  );
}

function labelOf(listed: (typeof LISTED)[number], t: typeof payoutText.vi): string {
  return listed === 'without-pay' ? t.noPay : t[`scheme.${listed}`];
}

function Person({ person }: { readonly person: PersonPayouts }) {
  const t = useText(payoutText);
  return (
    <details className="payout">
      <summary>
        <strong>{person.fullName}</strong>{' '}
        <span className="sub">
          <Named of={[person.positionName, person.communeName]} />
        </span>
      </summary>
      <p>
        <FileLink staffId={person.staffId} name={person.fullName} />
      </p>
      <Inputs person={person} />
      <table className="list stack">
        <thead>
          <tr>
            <th>{t.scheme}</th>
            <th>{t.inputs}</th>
            <th className="num">{t.amount}</th>
          </tr>
        </thead>
        <tbody>
          {person.payouts.map((payout) => (
            <Scheme key={payout.scheme} payout={payout} />
          ))}
        </tbody>
      </table>
    </details>
  );
}

function Inputs({ person }: { readonly person: PersonPayouts }) {
  const t = useText(payoutText);
  const { number, day } = useFormat();
  const { salary, insuranceYears, retiresOn, latestRetiresOn, bornOn } = person;
  return (
    <dl className="figures">
      <div>
        <dt>{t.born}</dt>
        <dd>{bornOn === null ? t.missing : bornOn.split('-').reverse().join('/')}</dd>
      </div>
      <div>
        <dt>{t.retires}</dt>
        <dd>
          {retiresOn === null ? t.missing : day(retiresOn)}{' '}
          {latestRetiresOn !== null && <span className="sub">{t.until(day(latestRetiresOn))}</span>}
        </dd>
      </div>
      <div>
        <dt>{t.insurance}</dt>
        <dd>{insuranceYears === null ? t.missing : plain(insuranceYears)}</dd>
      </div>
      <div>
        <dt>{t.salary}</dt>
        <dd>
          {salary === null ? t.missing : number(salary.amount)}
          {salary !== null && (
            <div className="sub">
              {t.base} {number(salary.base)}:{' '}
              {salary.lines
                .map(({ code, coefficient }) => `${wordFor(t, 'line', code)} ${plain(coefficient)}`)
                .join('; ')}
            </div>
          )}
        </dd>
      </div>
    </dl>
  );
}

function Scheme({ payout }: { readonly payout: Payout }) {
  const t = useText(payoutText);
  const { number } = useFormat();
  return (
    <tr>
      <td>
        {t[`scheme.${payout.scheme}`]}
        {payout.case !== null && <div className="sub">{t.case(payout.case)}</div>}
      </td>
      <td data-label={t.inputs}>
        <div>
          {payout.refused ??
            payout.lines
              .map(
                ({ code, times, rate }) =>
                  `${plain(times)} × ${plain(rate)} (${wordFor(t, 'part', code)})`,
              )
              .join(' + ')}
          {payout.missing.map((each) => (
            <div key={each} className="short-text">
              {t[`missing.${each}`]}
            </div>
          ))}
        </div>
      </td>
      <td className="num" data-label={t.amount}>
        {payout.refused === null ? number(payout.amount) : '–'}
      </td>
    </tr>
  );
}

function plain(value: number): string {
  return String(value).replace('.', ',');
}
