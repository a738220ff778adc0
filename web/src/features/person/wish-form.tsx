import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Fragment, useState } from 'react';

import { Choice } from '../../components/choice.js';
import { TextField } from '../../components/text-field.js';
import { recordWishMutation } from '../../lib/api/person-wishes.js';
import { useFormat } from '../../lib/format.js';
import { useText } from '../../lib/text/define-text.js';
import { EventDialog } from './event-inputs.js';
import {
  communeFaults,
  isPersonalNumber,
  NO_COMMUNES,
  WISH_KINDS,
  type Communes,
  type WishKind,
} from './wish-fields.js';
import { wishText } from './wish.text.js';

interface Props {
  readonly staffId: number;
  readonly name: string;
  /** Names that mean one commune. */
  readonly communes: readonly string[];
  readonly onClose: () => void;
}

/** What a person wishes and the family facts that go with it. What was typed stays when the API refuses. */
export function WishForm({ staffId, name, communes, onClose }: Props) {
  const t = useText(wishText);
  const [kind, setKind] = useState<WishKind>('stay');
  const [wished, setWished] = useState<Communes>(NO_COMMUNES);
  const [family, setFamily] = useState({ address: '', spouse: '' });
  const record = useMutation(recordWishMutation(useQueryClient(), staffId));
  const faults = kind === 'move' ? communeFaults(wished) : [];
  const [address, spouse] = [family.address.trim(), family.spouse.trim()];
  const isSpouseWrong = spouse !== '' && !isPersonalNumber(spouse);
  return (
    <EventDialog
      title={t.addFor(name)}
      about={t.about}
      dayLabel={t.givenOn}
      isDayPast
      busy={record.isPending}
      error={record.error}
      onClose={onClose}
      onSend={({ effectiveOn: givenOn, reason }) => {
        if (isSpouseWrong || faults.some((fault) => fault !== null)) return;
        const body = {
          ...{ kind, givenOn, reason },
          ...(kind === 'move' && { communes: wished.filter((each) => each !== '') }),
          ...(address !== '' && { addressText: address }),
          ...(spouse !== '' && { spousePersonalNumber: spouse }),
        };
        record.mutate(body, { onSuccess: onClose });
      }}
    >
      {(tried) => (
        <>
          <Choice
            label={t.kind}
            value={kind}
            options={WISH_KINDS.map((each) => ({ value: each, label: t[`kind.${each}`] }))}
            onChange={(next) => setKind(next as WishKind)}
          />
          {kind === 'move' && (
            <WishedCommunes
              wished={wished}
              communes={communes}
              faults={tried ? faults : []}
              onChange={setWished}
            />
          )}
          <p className="sub">{t.family}</p>
          <TextField
            label={t.address}
            value={family.address}
            onChange={(next) => setFamily({ ...family, address: next })}
          />
          <TextField
            label={t.spouse}
            value={family.spouse}
            numeric
            hint={t.spouseHint}
            wrong={tried && isSpouseWrong ? t.spouseWrong : null}
            onChange={(next) => setFamily({ ...family, spouse: next })}
          />
        </>
      )}
    </EventDialog>
  );
}

interface CommunesProps {
  readonly wished: Communes;
  readonly communes: readonly string[];
  readonly faults: ReturnType<typeof communeFaults>;
  readonly onChange: (wished: Communes) => void;
}

function WishedCommunes({ wished, communes, faults, onChange }: CommunesProps) {
  const t = useText(wishText);
  const { number } = useFormat();
  const options = [
    { value: '', label: t.noCommune },
    ...communes.map((each) => ({ value: each, label: each })),
  ];
  return wished.map((commune, at) => {
    const fault = faults[at] ?? null;
    return (
      <Fragment key={at}>
        <Choice
          label={t.commune(number(at + 1))}
          value={commune}
          searchable
          options={options}
          onChange={(next) => onChange(wished.with(at, next) as unknown as Communes)}
        />
        {fault !== null && (
          <p className="wrong" role="alert">
            {t[fault]}
          </p>
        )}
      </Fragment>
    );
  });
}
