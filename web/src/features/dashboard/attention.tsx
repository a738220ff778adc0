import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';

import { importsQuery } from '../../lib/api/imports.js';
import { endingsQuery, requestsQuery } from '../../lib/api/movements.js';
import type { Scenario } from '../../lib/api/shapes.js';
import { today } from '../../lib/day.js';
import { useFormat } from '../../lib/format.js';
import { useMay } from '../../lib/session.js';
import { useText } from '../../lib/text/define-text.js';
import { dashboardText } from './dashboard.text.js';

interface Item {
  readonly key: string;
  readonly words: string;
  readonly to: string;
  readonly urgent: boolean;
}

/** What waits for somebody today, each line with the way to it. */
export function Attention({ scenarios }: { readonly scenarios: readonly Scenario[] }) {
  const t = useText(dashboardText);
  const imports = useImportItems();
  const movements = useMovementItems();
  const plans = usePlanItems(scenarios);
  const items = [...imports, ...plans, ...movements];
  return (
    <section className="card attention" aria-label={t.attentionTitle}>
      <h2>{t.attentionTitle}</h2>
      {items.length === 0 ? (
        <p className="sub">✓ {t.attentionNone}</p>
      ) : (
        <ul>
          {items.map(({ key, words, to, urgent }) => (
            <li key={key} className={urgent ? 'is-urgent' : undefined}>
              <span aria-hidden="true">{urgent ? '!' : '•'}</span> <Link to={to}>{words}</Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function useImportItems(): Item[] {
  const t = useText(dashboardText);
  const { number } = useFormat();
  const may = useMay()('roster.import');
  const batches = useQuery({ ...importsQuery(), enabled: may }).data ?? [];
  return batches
    .filter(({ state }) => state === 'staged')
    .map(({ id, sender, errors }) => ({
      key: `import-${id}`,
      words: errors > 0 ? t.importWrong(sender, number(errors)) : t.importReady(sender),
      to: `/imports/${id}`,
      urgent: errors > 0,
    }));
}

/** Drafts whose pins are newer than their latest run, and runs that name an error; one by seniority is only compared. */
function usePlanItems(scenarios: readonly Scenario[]): Item[] {
  const t = useText(dashboardText);
  const { number } = useFormat();
  const may = useMay()('scenario.write');
  if (!may) return [];
  return scenarios
    .filter(({ state }) => state === 'draft')
    .flatMap(({ id, name, runs }) => {
      const latest = runs.findLast(({ kind }) => kind !== 'seniority');
      if (!latest) {
        return [{ key: `norun-${id}`, words: t.planNoRun(name), to: '/placement', urgent: false }];
      }
      const errors = latest.breaches.filter(({ severity }) => severity === 'error').length;
      const to = `/placement?run=${latest.id}`;
      return [
        ...(latest.pinsChanged
          ? [{ key: `stale-${id}`, words: t.planStale(name), to, urgent: false }]
          : []),
        ...(errors > 0
          ? [{ key: `wrong-${id}`, words: t.planWrong(name, number(errors)), to, urgent: true }]
          : []),
      ];
    });
}

function useMovementItems(): Item[] {
  const t = useText(dashboardText);
  const { number } = useFormat();
  const may = useMay()('movement.read');
  const endings = useQuery({ ...endingsQuery(today()), enabled: may }).data?.items ?? [];
  const requests = useQuery({ ...requestsQuery(), enabled: may }).data ?? [];
  const over = endings.filter(({ daysLeft }) => daysLeft < 0).length;
  const soon = endings.length - over;
  const asked = requests.filter(({ state }) => state === 'asked').length;
  const ends = '/movements?tab=endings';
  const line = (
    key: string,
    n: number,
    words: (n: string) => string,
    to: string,
    urgent = false,
  ) => (n > 0 ? [{ key, words: words(number(n)), to, urgent }] : []);
  return [
    ...line('over', over, t.termsOver, ends, true),
    ...line('soon', soon, t.termsSoon, ends),
    ...line('asked', asked, t.requestsAsked, '/movements?tab=requests'),
  ];
}
