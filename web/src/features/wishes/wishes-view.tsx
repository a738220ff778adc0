import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';

import { Assumptions } from '../../components/assumptions.js';
import { PartTabs } from '../../components/part-tabs.js';
import { Answered, Nothing } from '../../components/states.js';
import { TakeList } from '../../components/take-list.js';
import { wishesQuery } from '../../lib/api/wishes.js';
import { useFormat } from '../../lib/format.js';
import { useQueryParams } from '../../lib/query-params.js';
import { useMay } from '../../lib/session.js';
import { useText } from '../../lib/text/define-text.js';
import { LawRunPage } from '../law/law-run-page.js';
import { WishFigures } from './wish-figures.js';
import { WishPeople } from './wish-people.js';
import { wishesLink } from './wishes-link.js';
import { wishesText } from './wishes.text.js';

const PARTS = ['figures', 'people'] as const;

/** How a run serves wishes: in figures, and person by person. */
export function WishesView() {
  const t = useText(wishesText);
  const params = useQueryParams();
  const part = PARTS.find((each) => each === params.get('part')) ?? 'figures';
  return (
    <LawRunPage title={t.title} lead={t.lead} needsRun={t.needsRun}>
      {(run, unitsOn) => (
        <>
          <PartTabs
            label={t.parts}
            parts={PARTS.map((value) => ({ value, label: t[`part.${value}`] }))}
            current={part}
            onChoose={(each) => params.set({ part: each, page: null })}
          />
          {part === 'people' ? <WishPeople run={run} unitsOn={unitsOn} /> : <Figures run={run} />}
        </>
      )}
    </LawRunPage>
  );
}

function Figures({ run }: { readonly run: number }) {
  const t = useText(wishesText);
  const { number } = useFormat();
  const may = useMay();
  return (
    <Answered query={useQuery(wishesQuery(run))} rows={8}>
      {(wishes) => (
        <>
          <div className="notes">
            <Assumptions parameters={wishes.parameters} />
          </div>
          <p className="sub">{t.order}</p>
          <p className="sub">
            {wishes.silent > 0 && (
              <Link to={wishesLink(run, { list: 'none' })}>{t.silent(number(wishes.silent))}</Link>
            )}{' '}
            {may('report.export') && (
              <TakeList title={t.workbook} address={`/api/reports/wishes.xlsx?run=${run}`} />
            )}
          </p>
          {wishes.worst.people === 0 ? (
            <Nothing>{t.nobody}</Nothing>
          ) : (
            <WishFigures wishes={wishes} run={run} />
          )}
        </>
      )}
    </Answered>
  );
}
