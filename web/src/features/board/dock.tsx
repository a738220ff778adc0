import { Button } from 'antd';
import { useState, type FormEvent } from 'react';

import { FileLink } from '../../components/file-link.js';
import { Trouble } from '../../components/states.js';
import { TextField } from '../../components/text-field.js';
import type { Position, WhatIfOrder } from '../../lib/api/shapes.js';
import { useText } from '../../lib/text/define-text.js';
import { useLanguage } from '../../lib/text/language.js';
import { boardText } from './board.text.js';
import { LEAVE, useAim, useBoard, type Carried, type Target } from './carry.js';
import { nameOf } from './division-columns.js';
import { PriceWords } from './price-words.js';
import type { PinActs, Placing } from './use-pin-acts.js';

const SHORTEST_REASON = 3;

interface Props {
  readonly runId: number;
  readonly commune: string;
  readonly positions: readonly Position[];
  readonly acts: PinActs;
  readonly carried: Carried;
  /** The seat that was dropped on and waits for its reason. */
  readonly dropped: Target | null;
  readonly onDone: () => void;
  readonly onLetGo: () => void;
}

/** Who is carried, where to, at which price, and why. */
export function CarryDock(props: Props) {
  const { runId, commune, positions, carried, dropped, onLetGo } = props;
  const t = useText(boardText);
  const { language } = useLanguage();
  const target = useAim();
  const { hints } = useBoard();
  const at = dropped ?? target;
  const nameAt = (code: Target) =>
    code === LEAVE
      ? t.leaving
      : nameOf(
          positions.find((each) => each.code === code),
          code,
          language,
        );
  return (
    <section className="dock" aria-label={t.dock}>
      <p className="sub">{t.carried}</p>
      <p className="dock-who">
        <strong>{carried.fullName}</strong>{' '}
        <FileLink staffId={carried.staffId} name={carried.fullName} />
      </p>
      {at === null ? (
        <p>{t.carrying(carried.fullName)}</p>
      ) : (
        <>
          <p className="sub">{t.to}</p>
          <p>
            <strong>{nameAt(at)}</strong>
          </p>
          <PriceWords
            key={at}
            runId={runId}
            order={orderOf(carried, commune, at)}
            hint={hints.get(at)}
          />
        </>
      )}
      {dropped === null ? (
        <Button onClick={onLetGo}>{t.letGo}</Button>
      ) : (
        <ReasonForm key={`${carried.staffId} ${dropped}`} {...props} dropped={dropped} />
      )}
    </section>
  );
}

function orderOf({ staffId }: Carried, commune: string, at: Target): WhatIfOrder {
  if (at === LEAVE) return { kind: 'leave', staffId };
  return { kind: 'pin', staffId, unitCode: commune, positionCode: at };
}

function placingAt(commune: string, at: Target): Placing {
  if (at === LEAVE) return { kind: 'leave' };
  return { kind: 'seat', unitCode: commune, positionCode: at };
}

/** The reason of before is most often that of the next one too. */
let lastReason = '';

function ReasonForm({
  commune,
  acts,
  carried,
  dropped,
  onDone,
  onLetGo,
}: Props & { readonly dropped: Target }) {
  const t = useText(boardText);
  const [reason, setReason] = useState(lastReason);
  const isLong = reason.trim().length >= SHORTEST_REASON;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isLong || acts.busy) return;
    lastReason = reason.trim();
    const { staffId, fullName } = carried;
    acts.place(
      { staffId, fullName, after: placingAt(commune, dropped), reason: lastReason },
      onDone,
    );
  };
  return (
    <form
      className="dock-form"
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onLetGo();
      }}
    >
      <TextField
        autoFocus
        label={t.reason}
        hint={t.reasonHint}
        value={reason}
        onChange={setReason}
      />
      {acts.error && <Trouble error={acts.error} />}
      <div className="dock-foot">
        <Button type="primary" htmlType="submit" loading={acts.busy} disabled={!isLong}>
          {t.set}
        </Button>
        <Button onClick={onLetGo}>{t.letGo}</Button>
      </div>
    </form>
  );
}
