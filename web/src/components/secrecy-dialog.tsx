import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';

import { classifyMutation } from '../lib/api/classify.js';
import type { Classification, Scenario } from '../lib/api/shapes.js';
import { accessWords } from '../lib/text/access.js';
import { useText } from '../lib/text/define-text.js';
import { MARKS, secrecyText } from '../lib/text/secrecy.js';
import { Choice } from './choice.js';
import { Dialog } from './dialog.js';
import { Trouble } from './states.js';

interface DialogProps {
  readonly scenario: Scenario;
  readonly onClose: () => void;
}

export function SecrecyDialog({ scenario, onClose }: DialogProps) {
  const t = useText(secrecyText);
  const a = useText(accessWords);
  const classify = useMutation(classifyMutation(useQueryClient()));
  const [mark, setMark] = useState<Classification>(scenario.classification);
  return (
    <Dialog title={t.title} onClose={onClose}>
      <p>{t.about(scenario.name)}</p>
      <Choice
        wide
        label={t.mark}
        value={mark}
        options={MARKS.map((each) => ({ value: each, label: t[each] }))}
        onChange={(chosen) => setMark(MARKS.find((each) => each === chosen) ?? 'none')}
      />
      {classify.error && <Trouble error={classify.error} title={t.refused} />}
      <div className="dialog-foot">
        <Button onClick={onClose}>{a.cancel}</Button>
        <Button
          type="primary"
          loading={classify.isPending}
          onClick={() => classify.mutate({ scenario, mark }, { onSuccess: onClose })}
        >
          {a.save}
        </Button>
      </div>
    </Dialog>
  );
}
