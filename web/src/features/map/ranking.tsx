import type { Unit } from '../../lib/api/shapes.js';
import { useFormat } from '../../lib/format.js';
import { useText } from '../../lib/text/define-text.js';
import { words } from '../../lib/text/words.js';
import { mapText } from './map.text.js';
import type { Measure } from './measures.js';

interface Props {
  readonly units: readonly Unit[];
  readonly values: ReadonlyMap<string, number>;
  readonly measure: Measure;
  readonly chosen: string | null;
  readonly onChoose: (commune: string) => void;
}

/** The same figures as a list: for those who do not read maps, and for screen readers. */
export function Ranking({ units, values, measure, chosen, onChoose }: Props) {
  const t = useText(mapText);
  const w = useText(words);
  const format = useFormat();
  const ranked = [...units].sort(
    (a, b) =>
      (values.get(b.code) ?? 0) - (values.get(a.code) ?? 0) || format.byName(a.name, b.name),
  );
  return (
    <section className="card ranking">
      <h2>
        {t.ranking}: {w[measure].toLocaleLowerCase()}
      </h2>
      <ol>
        {ranked.map(({ code, name }) => (
          <li key={code}>
            <button
              type="button"
              className={code === chosen ? 'rank-row is-chosen' : 'rank-row'}
              aria-pressed={code === chosen}
              onClick={() => onChoose(code)}
            >
              <span>{name}</span>
              <span className="num">{format.number(values.get(code) ?? 0)}</span>
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}
