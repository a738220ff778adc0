import type { Limits } from '../../lib/api/shapes.js';
import { useFormat } from '../../lib/format.js';
import { useText } from '../../lib/text/define-text.js';
import { limitsText } from './limits.text.js';

/** Year by year against the line. */
export function LineTable({ years }: { readonly years: Limits['years'] }) {
  const t = useText(limitsText);
  const { number, day } = useFormat();
  return (
    <section className="card">
      <h2>{t.years}</h2>
      <p className="sub">{t.yearsAbout}</p>
      <table className="list">
        <thead>
          <tr>
            <th>{t.day}</th>
            <th className="num">{t.target}</th>
            <th className="num">{t.expected}</th>
          </tr>
        </thead>
        <tbody>
          {years.map(({ on, target, over: { low, high } }) => (
            <tr key={on}>
              <td>{day(on)}</td>
              <td className="num">{number(target)}</td>
              <td className="num">
                {low === high ? number(low) : t.range(number(low), number(high))}
                {low > target && <div className="short-text">△ {t.aboveLine}</div>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
