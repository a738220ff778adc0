import { Link } from 'react-router';

import type { Summary } from '../../lib/api/shapes.js';
import { useFormat } from '../../lib/format.js';
import { useText } from '../../lib/text/define-text.js';
import { wordFor, words } from '../../lib/text/words.js';
import { boardLink } from './board-link.js';
import { dashboardText } from './dashboard.text.js';
import type { BothSides } from './sides.js';

type BlockRow = Summary['blocks'][number];

const COMPARED = ['surplus', 'vacant', 'misfit', 'shortage'] as const;

/** Every block with its seats, its people and what is over or short, before and after. */
export function BlockTable({ sides }: { readonly sides: BothSides }) {
  const t = useText(dashboardText);
  const w = useText(words);
  const { before, after } = sides;
  return (
    <section className="card">
      <h2>{t.blockCaption}</h2>
      <div className="scroll-x" tabIndex={0} role="group" aria-label={t.blockCaption}>
        <table className="list blocks stack pairs">
          <thead>
            <tr>
              <th rowSpan={2}>{w.block}</th>
              <th rowSpan={2} className="num">
                {w.norm}
              </th>
              <th rowSpan={2} className="num">
                {w.people}
              </th>
              <th rowSpan={2} className="num">
                {w.overNorm}
              </th>
              {COMPARED.map((measure) => (
                <th key={measure} colSpan={after ? 2 : 1} className="pair">
                  {w[measure]}
                </th>
              ))}
            </tr>
            <tr>
              {COMPARED.map((measure) => (
                <SideHeads key={measure} withAfter={after !== null} />
              ))}
            </tr>
          </thead>
          <tbody>
            {before.summary.blocks.map((row) => (
              <Row
                key={row.block}
                before={row}
                after={after?.summary.blocks.find(({ block }) => block === row.block)}
                sides={sides}
              />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function SideHeads({ withAfter }: { readonly withAfter: boolean }) {
  const t = useText(dashboardText);
  return (
    <>
      <th className="num pair sub">{t.before}</th>
      {withAfter && <th className="num after sub">{t.after}</th>}
    </>
  );
}

interface RowProps {
  readonly before: BlockRow;
  readonly after: BlockRow | undefined;
  readonly sides: BothSides;
}

function Row({ before, after, sides }: RowProps) {
  const t = useText(dashboardText);
  const w = useText(words);
  const format = useFormat();
  const link = (run: number | undefined, measure: string) =>
    boardLink(run ?? 0, { block: before.block, show: measure });
  return (
    <tr>
      <th scope="row">{wordFor(w, 'block', before.block)}</th>
      <td className="num" data-label={w.norm}>
        {before.norm === null ? '–' : format.number(before.norm)}
      </td>
      <td className="num" data-label={w.people}>
        <Link to={boardLink(sides.before.run.id, { block: before.block })}>
          {format.number(before.people)}
        </Link>
      </td>
      <td className="num whole" data-label={w.overNorm}>
        {before.overNorm === null ? (
          '–'
        ) : (
          <Link to={boardLink(sides.before.run.id, { block: before.block })}>
            {format.signed(before.overNorm)}
          </Link>
        )}
      </td>
      {COMPARED.flatMap((measure) => [
        <td
          key={`${measure}-before`}
          className="num pair"
          data-label={t.measureOf(w[measure], t.before)}
        >
          <Link to={link(sides.before.run.id, measure)}>{format.number(before[measure])}</Link>
        </td>,
        after && (
          <td
            key={`${measure}-after`}
            className="num after"
            data-label={t.measureOf(w[measure], t.after)}
          >
            <Link to={link(sides.after?.run.id, measure)}>{format.number(after[measure])}</Link>
          </td>
        ),
      ])}
    </tr>
  );
}
