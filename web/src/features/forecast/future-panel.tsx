import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';

import { Named } from '../../components/named.js';
import { Pages } from '../../components/pages.js';
import { SidePanel } from '../../components/side-panel.js';
import { Answered, Nothing } from '../../components/states.js';
import { TakeList } from '../../components/take-list.js';
import type { At } from '../../lib/api/at.js';
import { futureCellsQuery } from '../../lib/api/forecast.js';
import type { BlockCode, FutureCell } from '../../lib/api/shapes.js';
import { useFormat } from '../../lib/format.js';
import { pageOf } from '../../lib/page.js';
import { useQueryParams } from '../../lib/query-params.js';
import { useMay } from '../../lib/session.js';
import { useText } from '../../lib/text/define-text.js';
import { words } from '../../lib/text/words.js';
import { askedOf } from './forecast-link.js';
import { forecastText } from './forecast.text.js';
import { useRange } from './year-table.js';

const PAGE = 20;
const FIGURES = ['surplus', 'shortage'] as const;
type Figure = (typeof FIGURES)[number];

interface Props {
  readonly at: At;
  readonly block: BlockCode | null;
}

/** In which positions of which units people are surplus or seats short on a day; each leads to its people. */
export function FuturePanel({ at, block }: Props) {
  const t = useText(forecastText);
  const { day } = useFormat();
  const params = useQueryParams();
  const of = FIGURES.find((each) => each === params.get('of'));
  const by = params.get('day');
  if (of === undefined || by === null) return null;
  return (
    <SidePanel
      open
      title={t[`of.${of}`](day(by))}
      subtitle={t.ofAbout}
      onClose={() => params.set({ of: null, day: null, cells: null })}
    >
      <Cells at={at} block={block} of={of} by={by} />
    </SidePanel>
  );
}

interface CellsProps extends Props {
  readonly of: Figure;
  readonly by: string;
}

function Cells({ at, block, of, by }: CellsProps) {
  const t = useText(forecastText);
  const { number } = useFormat();
  const may = useMay();
  const page = pageOf(useQueryParams().get, 'cells');
  const asked = askedOf(at, block);
  asked.set('of', of);
  asked.set('by', by);
  return (
    <Answered query={useQuery(futureCellsQuery(at, block, { of, by }))} rows={8}>
      {(cells) => (
        <>
          <p className="sub">
            {t.cellsFound(number(cells.length))} <Sum cells={cells} of={of} />{' '}
            {cells.length > 0 && may('report.export') && (
              <TakeList
                title={t.cellsBook}
                address={`/api/reports/forecast-cells.xlsx?${asked.toString()}`}
              />
            )}
          </p>
          {cells.length === 0 && <Nothing>{t.noCells}</Nothing>}
          <ul>
            {byMost(cells, of)
              .slice((page - 1) * PAGE, page * PAGE)
              .map((cell) => (
                <CellLine key={`${cell.unitCode} ${cell.positionCode}`} {...{ cell, of, at }} />
              ))}
          </ul>
          <Pages total={cells.length} pageSize={PAGE} param="cells" />
        </>
      )}
    </Answered>
  );
}

/** Of ranges no sum is told: their ends need not be reached on one day. */
function Sum({ cells, of }: { readonly cells: readonly FutureCell[]; readonly of: Figure }) {
  const w = useText(words);
  const { number } = useFormat();
  if (cells.some((cell) => cell[of].low !== cell[of].high)) return null;
  return `${w[of]}: ${number(cells.reduce((sum, cell) => sum + cell[of].high, 0))}.`;
}

function byMost(cells: readonly FutureCell[], of: Figure): FutureCell[] {
  return [...cells].sort((a, b) => b[of].high - a[of].high);
}

interface LineProps {
  readonly cell: FutureCell;
  readonly of: Figure;
  readonly at: At;
}

function CellLine({ cell, of, at }: LineProps) {
  const t = useText(forecastText);
  const w = useText(words);
  const { number } = useFormat();
  const range = useRange();
  const { communeCode, communeName, unitName } = cell;
  const now = of === 'surplus' ? cell.surplusNow : cell.shortageNow;
  const board = askedOf(at, null);
  board.set('block', 'all');
  board.set('cell', `${communeCode}~${cell.positionCode}`);
  return (
    <li className="person">
      <div className="person-head">
        <strong>{communeName}</strong>
        <Link to={`/gap?${board.toString()}`}>{t.cellPeople}</Link>
      </div>
      <div className="sub">
        <Named of={[cell.positionName, unitName === communeName ? null : unitName]} />
      </div>
      <div>
        {w[of]}: {range(cell[of])} <span className="sub">{t.cellNow(number(now))}</span>
      </div>
    </li>
  );
}
