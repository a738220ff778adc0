import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState, type FormEvent } from 'react';

import { Choice } from '../../components/choice.js';
import { Dialog } from '../../components/dialog.js';
import { Trouble } from '../../components/states.js';
import { TextField } from '../../components/text-field.js';
import { addPlanMutation, type PlanWish } from '../../lib/api/movements.js';
import type { GapWithPlans } from '../../lib/api/shapes.js';
import { parseDay } from '../../lib/format.js';
import { useText } from '../../lib/text/define-text.js';
import { useNames } from '../../lib/text/names.js';
import { movementText } from './movement.text.js';

interface Props {
  readonly gap: GapWithPlans;
  /** In the order of the province. */
  readonly ways: readonly PlanWish['way'][];
  readonly onClose: () => void;
}

/** By which way a gap is closed, by whom, until when. */
export function PlanForm({ gap, ways, onClose }: Props) {
  const t = useText(movementText);
  const named = useNames();
  const [way, setWay] = useState<PlanWish['way']>(ways[0] ?? 'transfer');
  const [seats, setSeats] = useState(String(Math.max(1, gap.unplanned)));
  const [responsible, setResponsible] = useState('');
  const [due, setDue] = useState('');
  const [tried, setTried] = useState(false);
  const add = useMutation(addPlanMutation(useQueryClient()));
  const dueOn = parseDay(due);
  const count = /^\d+$/.test(seats) ? Number(seats) : 0;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (dueOn === null || count < 1 || responsible.trim() === '') return;
    const { unitCode, positionCode } = gap;
    const wish = { unitCode, positionCode, way, seats: count, dueOn };
    add.mutate({ ...wish, responsible: responsible.trim() }, { onSuccess: onClose });
  };
  return (
    <Dialog
      title={`${t.addPlan}: ${named(gap.positionName)}, ${gap.communeName}`}
      onClose={onClose}
    >
      <form className="dialog-form" onSubmit={submit} noValidate>
        <Choice
          label={t.way}
          value={way}
          options={ways.map((each) => ({ value: each, label: t[`way.${each}`] }))}
          onChange={(chosen) => setWay(chosen as PlanWish['way'])}
        />
        <TextField
          numeric
          label={t.seats}
          value={seats}
          wrong={tried && count < 1 ? t.needed : null}
          onChange={setSeats}
        />
        <TextField
          autoFocus
          label={t.responsible}
          value={responsible}
          wrong={tried && responsible.trim() === '' ? t.needed : null}
          onChange={setResponsible}
        />
        <TextField
          label={t.dueOn}
          value={due}
          placeholder={t.dayHint}
          wrong={tried && dueOn === null ? t.dayWrong : null}
          onChange={setDue}
        />
        {add.error && <Trouble error={add.error} />}
        <div className="dialog-foot">
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button type="primary" htmlType="submit" loading={add.isPending}>
            {t.addPlan}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
