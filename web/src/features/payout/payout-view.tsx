import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';

import { Assumptions } from '../../components/assumptions.js';
import { AtChoice } from '../../components/at-choice.js';
import { Choice } from '../../components/choice.js';
import { ExportDialog } from '../../components/export-dialog.js';
import { Answered } from '../../components/states.js';
import { TextField } from '../../components/text-field.js';
import { parametersQuery } from '../../lib/api/law.js';
import { LISTED, payoutsQuery } from '../../lib/api/payouts.js';
import type { Configuration, Payouts, Scenario } from '../../lib/api/shapes.js';
import { scopeOf } from '../../lib/blocks.js';
import { dayOfUnits, today } from '../../lib/day.js';
import { parseDay, useFormat } from '../../lib/format.js';
import { pageOf } from '../../lib/page.js';
import { useQueryParams } from '../../lib/query-params.js';
import { useReach } from '../../lib/reach.js';
import { atOf, runsOf } from '../../lib/runs.js';
import { useText } from '../../lib/text/define-text.js';
import { wordFor, words } from '../../lib/text/words.js';
import { LawPage } from '../law/law-page.js';
import { payoutText } from './payout.text.js';
import { PeopleList } from './people-list.js';

const PAGE = 10;
const SWITCH = 'payout.shown';

/** What leaving would be paid; off until the province switches it on. */
export function PayoutView() {
  const t = useText(payoutText);
  return (
    <LawPage title={t.title} lead={t.lead}>
      {(configuration, scenarios) => <Chosen configuration={configuration} scenarios={scenarios} />}
    </LawPage>
  );
}

/** Nothing is asked for while the province has it switched off. */
function Off() {
  const t = useText(payoutText);
  return (
    <Alert
      type="info"
      showIcon
      title={t.off}
      description={
        <>
          {t.offAbout} <Link to={`/law?key=${SWITCH}`}>{t.switchOn}</Link>
        </>
      }
    />
  );
}

interface Props {
  readonly configuration: Configuration;
  readonly scenarios: readonly Scenario[];
}

function Chosen({ configuration, scenarios }: Props) {
  const t = useText(payoutText);
  const w = useText(words);
  const params = useQueryParams();
  const reach = useReach();
  const [asked, setAsked] = useState(false);
  const chosen = { run: params.get('run'), on: params.get('on') };
  const at = atOf(runsOf(scenarios), chosen, dayOfUnits(configuration));
  const scope = scopeOf(params.get('block'), reach.firstBlock);
  const filter = {
    leavingOn: params.get('leaving') ?? today(),
    appendix: params.get('appendix') === 'II' ? ('II' as const) : ('I' as const),
    who: params.get('who') === 'all' ? ('all' as const) : ('surplus' as const),
    block: scope === 'all' ? null : scope,
    listed: LISTED.find((each) => each === params.get('listed')) ?? null,
  };
  const offset = (pageOf(params.get) - 1) * PAGE;
  const law = useQuery(parametersQuery(filter.leavingOn));
  const isOn = law.data?.some(
    ({ key, applies, value }) => key === SWITCH && applies && value === true,
  );
  const query = useQuery({
    ...payoutsQuery(at, filter, { offset, limit: PAGE }),
    enabled: isOn === true,
  });
  if (isOn === false) return <Off />;
  const where = {
    ...('run' in at ? { run: String(at.run) } : { on: at.on }),
    ...{ leavingOn: filter.leavingOn, appendix: filter.appendix, who: filter.who },
    ...(filter.block && { block: filter.block }),
  };
  return (
    <>
      <div className="filters">
        <AtChoice
          at={at}
          scenarios={scenarios}
          configuration={configuration}
          onChange={(change) => params.set({ ...change, page: null })}
        />
        <Choice
          label={w.block}
          value={scope}
          options={[
            { value: 'all', label: w.allBlocks },
            ...reach.blocks.map((each) => ({ value: each, label: wordFor(w, 'block', each) })),
          ]}
          onChange={(block) => params.set({ block, page: null })}
        />
        <Choice
          label={t.who}
          value={filter.who}
          options={(['surplus', 'all'] as const).map((value) => ({
            value,
            label: t[`who.${value}`],
          }))}
          onChange={(who) => params.set({ who, page: null })}
        />
        <Choice
          label={t.appendix}
          value={filter.appendix}
          options={(['I', 'II'] as const).map((value) => ({
            value,
            label: t[`appendix.${value}`],
          }))}
          onChange={(appendix) => params.set({ appendix, page: null })}
        />
        <LeavingDay day={filter.leavingOn} />
      </div>
      <Answered query={query} rows={10}>
        {(payouts) => (
          <>
            <Whole payouts={payouts} onExport={() => setAsked(true)} />
            <PeopleList payouts={payouts} listed={filter.listed} pageSize={PAGE} />
          </>
        )}
      </Answered>
      {asked && (
        <ExportDialog
          title={t.workbook}
          columns={[]}
          address={`/api/reports/payouts.xlsx?${new URLSearchParams(where).toString()}`}
          onClose={() => setAsked(false)}
        />
      )}
    </>
  );
}

function LeavingDay({ day }: { readonly day: string }) {
  const t = useText(payoutText);
  const params = useQueryParams();
  const format = useFormat();
  const [typed, setTyped] = useState(format.day(day));
  return (
    <TextField
      label={t.leavingOn}
      value={typed}
      placeholder={t.dayHint}
      wrong={parseDay(typed) === null ? t.dayWrong : null}
      onChange={(text) => {
        setTyped(text);
        const iso = parseDay(text);
        if (iso !== null) params.set({ leaving: iso, page: null });
      }}
    />
  );
}

interface WholeProps {
  readonly payouts: Payouts;
  readonly onExport: () => void;
}

function Whole({ payouts, onExport }: WholeProps) {
  const t = useText(payoutText);
  const params = useQueryParams();
  const { number, day } = useFormat();
  return (
    <>
      <div className="notes">
        <Alert type="warning" showIcon title={t.indicative} />
        <Assumptions parameters={payouts.parameters} />
        {payouts.withoutPay > 0 && (
          <Alert
            type="info"
            showIcon
            title={t.withoutPay(number(payouts.withoutPay))}
            description={
              <Link to={params.address({ listed: 'without-pay', page: null })}>{t.whoIsIt}</Link>
            }
          />
        )}
      </div>
      <section className="card">
        <h2>{t.totals}</h2>
        <p className="sub">
          {t.about(day(payouts.reorganisedOn), day(payouts.baseOn))}{' '}
          <button type="button" className="link-button" onClick={onExport}>
            {t.workbook}
          </button>
        </p>
        <table className="list stack">
          <thead>
            <tr>
              <th>{t.scheme}</th>
              <th className="num">{t.people}</th>
              <th className="num">{t.amount}</th>
            </tr>
          </thead>
          <tbody>
            {payouts.totals.map(({ scheme, people, amount }) => (
              <tr key={scheme}>
                <td>{t[`scheme.${scheme}`]}</td>
                <td className="num" data-label={t.people}>
                  <Link className="count-link" to={params.address({ listed: scheme, page: null })}>
                    <span className="only-read">{t[`scheme.${scheme}`]}: </span>
                    {number(people)}
                  </Link>
                </td>
                <td className="num" data-label={t.amount}>
                  {number(amount)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}
