import { useQuery } from '@tanstack/react-query';

import { wishesQuery } from '../../lib/api/wishes.js';
import { useFormat } from '../../lib/format.js';
import { useText } from '../../lib/text/define-text.js';
import { dashboardText } from './dashboard.text.js';
import { PlainTile } from './plain-tile.js';

interface Props {
  /** Runs. */
  readonly before: number;
  readonly after: number | null;
}

/** How many of those who wished for something got their first wish, and how many one of three. */
export function WishesTile({ before, after }: Props) {
  const t = useText(dashboardText);
  const words = [useServed(before), useServed(after)] as const;
  const of = (run: number, at: 0 | 1) => ({ words: words[at], to: `/law/wishes?run=${run}` });
  return (
    <PlainTile
      title={t.wishesMet}
      help={t.wishesHelp}
      before={of(before, 0)}
      after={after === null ? null : of(after, 1)}
    />
  );
}

function useServed(run: number | null): string {
  const t = useText(dashboardText);
  const { number } = useFormat();
  const { data } = useQuery({ ...wishesQuery(run ?? 0), enabled: run !== null });
  const all = data?.figures.find(({ kind }) => kind === 'all');
  if (!all) return '…';
  return all.people === 0
    ? '–'
    : t.servedOf(number(all.first), number(all.topThree), number(all.people));
}
