import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState, type FormEvent } from 'react';

import { Choice } from '../../components/choice.js';
import { Trouble } from '../../components/states.js';
import { TextField } from '../../components/text-field.js';
import { blocksQuery, issueMutation } from '../../lib/api/letters.js';
import { movementsQuery } from '../../lib/api/movements.js';
import { scenariosQuery } from '../../lib/api/scenarios.js';
import type { NumberBlock } from '../../lib/api/shapes.js';
import { today } from '../../lib/day.js';
import { parseDay, useFormat } from '../../lib/format.js';
import { useText } from '../../lib/text/define-text.js';
import { letterText } from './letter.text.js';

const MOVEMENTS = 50;
const OF_PLAN = 'plan/';
const OF_MOVEMENT = 'move/';

/** Plans that are decided, applied ones first, and movements that are. */
function useSources() {
  const t = useText(letterText);
  const scenarios = useQuery(scenariosQuery()).data ?? [];
  const movements = useQuery(movementsQuery({ offset: 0, limit: MOVEMENTS })).data?.items ?? [];
  return [
    {
      label: t.source,
      options: scenarios
        .filter(({ state }) => state === 'applied' || state === 'approved')
        .sort((a, b) => Number(b.state === 'applied') - Number(a.state === 'applied'))
        .map(({ id, name }) => ({ value: `${OF_PLAN}${id}`, label: name })),
    },
    {
      label: t.movements,
      options: movements
        .filter(({ state }) => state === 'decided')
        .map(({ id, fullName, decisionNumber }) => ({
          value: `${OF_MOVEMENT}${id}`,
          label: t.ofMovement(fullName, decisionNumber ?? ''),
        })),
    },
  ].filter(({ options }) => options.length > 0);
}

/** Numbers and writes what is missing or no longer true. */
export function IssueCard() {
  const t = useText(letterText);
  const blocks = useQuery(blocksQuery()).data ?? [];
  const sources = useSources();
  const first = sources[0]?.options[0]?.value;
  return (
    <section className="card send-form">
      <h2>{t.issue}</h2>
      <p className="sub">{t.issueAbout}</p>
      {first === undefined && <p>{t.noSource}</p>}
      {first !== undefined && blocks.length === 0 && <p>{t.noBlock}</p>}
      {first !== undefined && blocks[0] && (
        <IssueForm key={blocks[0].id} sources={sources} first={first} blocks={blocks} />
      )}
    </section>
  );
}

interface Props {
  readonly sources: ReturnType<typeof useSources>;
  readonly first: string;
  readonly blocks: readonly NumberBlock[];
}

function IssueForm({ sources, first, blocks }: Props) {
  const t = useText(letterText);
  const format = useFormat();
  const [of, setOf] = useState(first);
  const [block, setBlock] = useState(String(blocks[0]?.id ?? ''));
  const [day, setDay] = useState(format.day(today()));
  const [progress, setProgress] = useState<readonly [number, number] | null>(null);
  const issue = useMutation(issueMutation(useQueryClient()));
  const isPlan = of.startsWith(OF_PLAN);
  const issuedOn = parseDay(day);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const id = Number(of.slice(OF_PLAN.length));
    if (isPlan && issuedOn === null) return;
    const source = isPlan ? { scenarioId: id, issuedOn: issuedOn ?? '' } : { movementId: id };
    const onProgress = (done: number, left: number) => setProgress([done, left]);
    issue.mutate(
      { blockId: Number(block), source, onProgress },
      { onSettled: () => setProgress(null) },
    );
  };
  return (
    <form onSubmit={submit} noValidate>
      <div className="filters">
        <Choice wide searchable label={t.of} value={of} options={sources} onChange={setOf} />
        <Choice
          wide
          label={t.block}
          value={block}
          options={blocks.map((each) => ({ value: String(each.id), label: labelOf(each, t) }))}
          onChange={setBlock}
        />
        {isPlan && (
          <TextField
            numeric
            label={t.issuedOn}
            value={day}
            placeholder={t.dayHint}
            wrong={issuedOn === null ? t.dayWrong : null}
            onChange={setDay}
          />
        )}
        <Button type="primary" htmlType="submit" loading={issue.isPending}>
          {t.issue}
        </Button>
      </div>
      <div role="status">
        {progress && t.progress(format.number(progress[0]), format.number(progress[1]))}
      </div>
      {issue.error && <Trouble error={issue.error} />}
      {issue.data && (
        <Alert
          type="success"
          showIcon
          title={t.issued(format.number(issue.data.issued), format.number(issue.data.unchanged))}
        />
      )}
    </form>
  );
}

function labelOf({ symbol, year, next, last }: NumberBlock, t: typeof letterText.vi): string {
  return next > last ? t.blockUsed(symbol, year) : t.blockOf(`${symbol} ${year}`, next, last);
}
