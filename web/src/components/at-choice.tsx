import type { At } from '../lib/api/at.js';
import type { Configuration, Scenario } from '../lib/api/shapes.js';
import { dayOfUnits } from '../lib/day.js';
import { useFormat } from '../lib/format.js';
import { runsOf } from '../lib/runs.js';
import { common } from '../lib/text/common.js';
import { useText } from '../lib/text/define-text.js';
import { words } from '../lib/text/words.js';
import { Choice } from './choice.js';

interface Props {
  readonly at: At;
  readonly scenarios: readonly Scenario[];
  readonly configuration: Configuration;
  readonly onChange: (change: { run: string | null; on: string | null }) => void;
}

/** Chooses whose figures are shown: a run of a scenario, or the registry on a day. */
export function AtChoice({ at, scenarios, configuration, onChange }: Props) {
  const t = useText(common);
  const format = useFormat();
  const runs = useRunOptions(scenarios);
  const days = [dayOfUnits(configuration), ...('on' in at ? [at.on] : [])];
  const registry = [...new Set(days)].map((on) => ({
    value: `on=${on}`,
    label: t.onDay(format.day(on)),
  }));
  return (
    <Choice
      wide
      label={t.source}
      value={'run' in at ? `run=${at.run}` : `on=${at.on}`}
      options={[
        { label: t.scenarios, options: runs },
        { label: t.registry, options: registry },
      ]}
      onChange={(value) => {
        const [kind, what = ''] = value.split('=');
        onChange({ run: kind === 'run' ? what : null, on: kind === 'on' ? what : null });
      }}
    />
  );
}

export function useRunOptions(scenarios: readonly Scenario[]) {
  const w = useText(words);
  return runsOf(scenarios).map(({ run, scenario }) => ({
    value: `run=${run.id}`,
    label: scenario.runs.length > 1 ? `${scenario.name} – ${w[`run.${run.kind}`]}` : scenario.name,
  }));
}
