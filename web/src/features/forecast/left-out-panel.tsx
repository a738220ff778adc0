import { useQuery } from '@tanstack/react-query';

import { FileLink } from '../../components/file-link.js';
import { Named } from '../../components/named.js';
import { Pages } from '../../components/pages.js';
import { SidePanel } from '../../components/side-panel.js';
import { Answered } from '../../components/states.js';
import type { At } from '../../lib/api/at.js';
import { leftOutQuery } from '../../lib/api/forecast.js';
import type { BlockCode } from '../../lib/api/shapes.js';
import { useFormat } from '../../lib/format.js';
import { pageOf } from '../../lib/page.js';
import { useQueryParams } from '../../lib/query-params.js';
import { useText } from '../../lib/text/define-text.js';
import { forecastText } from './forecast.text.js';

const PAGE = 20;
const WHYS = ['undated', 'overdue'] as const;

interface Props {
  readonly at: At;
  readonly block: BlockCode | null;
}

/** Who is not forecast; the workbook of the forecast has them on a sheet of their own. */
export function LeftOutPanel({ at, block }: Props) {
  const t = useText(forecastText);
  const params = useQueryParams();
  const why = WHYS.find((each) => each === params.get('why'));
  if (why === undefined) return null;
  return (
    <SidePanel
      open
      title={t[`why.${why}`]}
      subtitle={t.leftOutAbout}
      onClose={() => params.set({ why: null, cells: null })}
    >
      <People at={at} block={block} why={why} />
    </SidePanel>
  );
}

function People({ at, block, why }: Props & { readonly why: (typeof WHYS)[number] }) {
  const t = useText(forecastText);
  const { number } = useFormat();
  const offset = (pageOf(useQueryParams().get, 'cells') - 1) * PAGE;
  return (
    <Answered query={useQuery(leftOutQuery(at, block, { why, offset, limit: PAGE }))} rows={6}>
      {({ total, items }) => (
        <>
          <p className="sub">{t.found(number(total))}</p>
          <ul>
            {items.map(({ staffId, fullName, ...person }) => (
              <li key={staffId} className="person">
                <div className="person-head">
                  <strong>{fullName}</strong>
                  <FileLink staffId={staffId} name={fullName} />
                </div>
                <div className="sub">
                  <Named of={[person.positionName, person.unitName, person.communeName]} />
                </div>
              </li>
            ))}
          </ul>
          <Pages total={total} pageSize={PAGE} param="cells" />
        </>
      )}
    </Answered>
  );
}
