import { useQuery } from '@tanstack/react-query';

import { FileLink } from '../../components/file-link.js';
import { Named } from '../../components/named.js';
import { Pages } from '../../components/pages.js';
import { Answered, Nothing } from '../../components/states.js';
import { affectedQuery } from '../../lib/api/law.js';
import type { Affected, LawDraft, Limit } from '../../lib/api/shapes.js';
import { useFormat } from '../../lib/format.js';
import { pageOf } from '../../lib/page.js';
import { useQueryParams } from '../../lib/query-params.js';
import { useText } from '../../lib/text/define-text.js';
import { wordFor, words } from '../../lib/text/words.js';
import { limitsText } from '../limits/limits.text.js';
import { payoutText } from '../payout/payout.text.js';
import { AffectedLetters, UnwrittenLetters } from './affected-letters.js';
import { affectedText } from './affected.text.js';

const PAGE = 12;

/** Whose result changes, before the draft is in force. */
export function DraftAffected({ draft }: { readonly draft: LawDraft }) {
  const t = useText(affectedText);
  const { day } = useFormat();
  const offset = (pageOf(useQueryParams().get) - 1) * PAGE;
  const query = useQuery(affectedQuery(draft, { offset, limit: PAGE }));
  return (
    <section className="card">
      <h2>{t.title}</h2>
      <Answered query={query} rows={8}>
        {(affected) => (
          <>
            <p className="sub">{t.about(day(affected.on))}</p>
            <People affected={affected} />
            <Limits
              title={t.province}
              none={t.noProvince}
              changes={affected.province.map((each) => ({ ...each, where: '' }))}
            />
            <Limits
              title={t.units}
              none={t.noUnits}
              changes={affected.units.map((each) => ({ ...each, where: each.before.unitName }))}
            />
            <AffectedLetters letters={affected.letters} />
            <UnwrittenLetters letters={affected.unwritten} />
            <Plans plans={affected.plans} />
          </>
        )}
      </Answered>
    </section>
  );
}

function People({ affected }: { readonly affected: Affected }) {
  const t = useText(affectedText);
  const w = useText(words);
  const p = useText(payoutText);
  const { number, day } = useFormat();
  const said = (what: string, value: string | null): string => {
    if (value === null) return t.nothing;
    if (what === 'retirement') return day(value);
    if (what === 'payout') return t.money(number(Number(value)));
    return what === 'fit' ? wordFor(w, 'fit', value) : wordFor(t, 'said', value);
  };
  return (
    <>
      <h3>{t.people}</h3>
      {!affected.payoutsShown && <p className="sub">{t.payoutsOff}</p>}
      {affected.total === 0 ? (
        <Nothing>{t.noPeople}</Nothing>
      ) : (
        <>
          <p>
            {affected.counts
              .map(({ what, people }) => `${t[`what.${what}`]}: ${number(people)}`)
              .join('; ')}
          </p>
          <table className="list stack">
            <thead>
              <tr>
                <th>{t.person}</th>
                <th>{w.position}</th>
                <th>{t.what}</th>
                <th>{t.before}</th>
                <th>{t.after}</th>
              </tr>
            </thead>
            <tbody>
              {affected.people.map((each) => (
                <tr key={`${each.staffId} ${each.what} ${each.scheme ?? ''}`}>
                  <td>
                    <strong>{each.fullName}</strong>{' '}
                    <FileLink staffId={each.staffId} name={each.fullName} />
                    <div className="sub">{each.communeName}</div>
                  </td>
                  <td data-label={w.position}>
                    <Named of={[each.positionName]} />
                  </td>
                  <td data-label={t.what}>
                    {t[`what.${each.what}`]}
                    {each.scheme && <div className="sub">{wordFor(p, 'scheme', each.scheme)}</div>}
                  </td>
                  <td data-label={t.before}>{said(each.what, each.before)}</td>
                  <td data-label={t.after}>{said(each.what, each.after)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <Pages total={affected.total} pageSize={PAGE} />
        </>
      )}
    </>
  );
}

interface LimitsProps {
  readonly title: string;
  readonly none: string;
  readonly changes: readonly {
    readonly where: string;
    readonly before: Limit;
    readonly after: Limit;
  }[];
}

/** So many lines are shown; the count says how many there are. */
const SHOWN = 30;

function Limits({ title, none, changes }: LimitsProps) {
  const t = useText(affectedText);
  const l = useText(limitsText);
  const w = useText(words);
  const { number } = useFormat();
  const said = ({ allowed, over, verdict }: Limit) =>
    `${allowed === null ? l.unknown : number(allowed)} · ${l[`verdict.${verdict}`]}${over > 0 ? ` ${number(over)}` : ''}`;
  return (
    <>
      <h3>
        {title} {changes.length > 0 && `(${number(changes.length)})`}
      </h3>
      {changes.length === 0 ? (
        <Nothing>{none}</Nothing>
      ) : (
        <table className="list stack">
          <thead>
            <tr>
              <th>{l.limit}</th>
              <th className="num">{l.computed}</th>
              <th>{t.before}</th>
              <th>{t.after}</th>
            </tr>
          </thead>
          <tbody>
            {changes.slice(0, SHOWN).map(({ where, before, after }) => (
              <tr key={`${where} ${before.code} ${before.subject ?? ''}`}>
                <td>
                  <strong>{where || wordFor(l, 'code', before.code)}</strong>
                  <div className="sub">
                    {[where && wordFor(l, 'code', before.code), blockOf(w, before)]
                      .filter(Boolean)
                      .join(', ')}
                  </div>
                </td>
                <td className="num" data-label={l.computed}>
                  {number(after.computed)}
                </td>
                <td data-label={t.before}>{said(before)}</td>
                <td data-label={t.after}>{said(after)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {changes.length > SHOWN && <p className="sub">{t.more(number(changes.length - SHOWN))}</p>}
    </>
  );
}

function blockOf(w: Record<string, unknown>, { subject }: Limit): string {
  const last = subject?.split(' ').at(-1) ?? '';
  const word = w[`block.${last}`];
  return typeof word === 'string' ? word : '';
}

function Plans({ plans }: { readonly plans: Affected['plans'] }) {
  const t = useText(affectedText);
  const w = useText(words);
  const { number, day } = useFormat();
  return (
    <>
      <h3>{t.plans}</h3>
      {plans.length === 0 ? (
        <Nothing>{t.noPlans}</Nothing>
      ) : (
        <ul>
          {plans.map(({ scenarioId, name, state, rulesOn, limits }) => (
            <li key={scenarioId}>
              <strong>{name}</strong> ({wordFor(w, 'state', state)}):{' '}
              {t.plan(day(rulesOn), number(limits))}
            </li>
          ))}
        </ul>
      )}
      {plans.length > 0 && <p className="sub">{t.frozen}</p>}
    </>
  );
}
