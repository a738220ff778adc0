import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { Assumptions } from '../../components/assumptions.js';
import { AtChoice } from '../../components/at-choice.js';
import { Choice } from '../../components/choice.js';
import { ExportDialog } from '../../components/export-dialog.js';
import { Answered, Nothing } from '../../components/states.js';
import type { At } from '../../lib/api/at.js';
import { limitsQuery } from '../../lib/api/limits.js';
import type { Configuration, Limits, Scenario } from '../../lib/api/shapes.js';
import { scopeOf } from '../../lib/blocks.js';
import { dayOfUnits } from '../../lib/day.js';
import { useFormat } from '../../lib/format.js';
import { useQueryParams } from '../../lib/query-params.js';
import { useReach } from '../../lib/reach.js';
import { atOf, runsOf } from '../../lib/runs.js';
import { useMay } from '../../lib/session.js';
import { useText } from '../../lib/text/define-text.js';
import { wordFor, words } from '../../lib/text/words.js';
import { LawPage } from '../law/law-page.js';
import { limitsText } from './limits.text.js';
import { LimitPeoplePanel } from './people-panel.js';
import { PostsCut } from './posts-cut.js';
import { ProvinceTable } from './province-table.js';
import { RankTable } from './rank-table.js';
import { UnitTable } from './unit-table.js';
import { LineTable } from './line-table.js';

/** The law's limits over a plan or the registry. */
export function LimitsView() {
  const t = useText(limitsText);
  return (
    <LawPage title={t.title} lead={t.lead}>
      {(configuration, scenarios) => <Chosen configuration={configuration} scenarios={scenarios} />}
    </LawPage>
  );
}

interface Props {
  readonly configuration: Configuration;
  readonly scenarios: readonly Scenario[];
}

/** Another choice begins the lists anew. */
const FIRST_PAGES = { page: null, ranks: null, people: null };

function Chosen({ configuration, scenarios }: Props) {
  const params = useQueryParams();
  const w = useText(words);
  const reach = useReach();
  const asked = { run: params.get('run'), on: params.get('on') };
  const at = atOf(runsOf(scenarios), asked, dayOfUnits(configuration));
  const scope = scopeOf(params.get('block'), reach.firstBlock);
  const block = scope === 'all' ? null : scope;
  const query = useQuery(limitsQuery(at));
  const blocks = reach.blocks.map((each) => ({ value: each, label: wordFor(w, 'block', each) }));
  return (
    <>
      <div className="filters">
        <AtChoice
          at={at}
          scenarios={scenarios}
          configuration={configuration}
          onChange={(change) => params.set({ ...change, ...FIRST_PAGES })}
        />
        <Choice
          label={w.block}
          value={scope}
          options={[{ value: 'all', label: w.allBlocks }, ...blocks]}
          onChange={(value) => params.set({ block: value, ...FIRST_PAGES })}
        />
      </div>
      <Answered query={query} rows={10}>
        {(limits) => <Whole limits={limits} at={at} />}
      </Answered>
      <UnitTable at={at} block={block} />
      {query.data && <RankTable at={at} block={block} limits={query.data} />}
      {query.data && <LimitPeoplePanel at={at} ranks={query.data.ranks} />}
    </>
  );
}

function Whole({ limits, at }: { readonly limits: Limits; readonly at: At }) {
  const t = useText(limitsText);
  const { day } = useFormat();
  const may = useMay();
  const [asked, setAsked] = useState(false);
  const where = 'run' in at ? `run=${at.run}` : `on=${at.on}`;
  return (
    <>
      <p className="sub">
        {t.rulesOn(day(limits.rulesOn))}{' '}
        {may('report.export') && (
          <button type="button" className="link-button" onClick={() => setAsked(true)}>
            {t.workbook}
          </button>
        )}
      </p>
      <div className="notes">
        <Assumptions parameters={limits.parameters} />
      </div>
      {limits.whole ? (
        <ProvinceTable limits={limits.province} ranks={limits.ranks} at={at} />
      ) : (
        <Nothing>{t.partial}</Nothing>
      )}
      {limits.cut && <PostsCut cut={limits.cut} />}
      <LineTable years={limits.years} />
      {asked && (
        <ExportDialog
          title={t.workbook}
          columns={[]}
          address={`/api/reports/limits.xlsx?${where}`}
          onClose={() => setAsked(false)}
        />
      )}
    </>
  );
}
