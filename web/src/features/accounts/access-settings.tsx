import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Checkbox } from 'antd';
import { useState } from 'react';

import { Confirm } from '../../components/confirm.js';
import { Answered } from '../../components/states.js';
import { settingsMutation, settingsQuery } from '../../lib/api/accounts.js';
import { useText } from '../../lib/text/define-text.js';
import { accountsText } from './accounts.text.js';

export function AccessSettingsCard() {
  const t = useText(accountsText);
  const query = useQuery(settingsQuery());
  const change = useMutation(settingsMutation(useQueryClient()));
  const [asked, setAsked] = useState<boolean | null>(null);
  return (
    <section className="card">
      <h2>{t.settings}</h2>
      <Answered query={query} rows={1}>
        {({ secondFactorRequired }) => (
          <Checkbox
            checked={secondFactorRequired}
            onChange={({ target }) => setAsked(target.checked)}
          >
            {t.factorRequired}
          </Checkbox>
        )}
      </Answered>
      {asked !== null && (
        <Confirm
          title={t.settings}
          about={asked ? t.factorOnAsk : t.factorOffAsk}
          yes={asked ? t.turnOn : t.turnOff}
          busy={change.isPending}
          error={change.error}
          onYes={() =>
            change.mutate({ secondFactorRequired: asked }, { onSuccess: () => setAsked(null) })
          }
          onNo={() => setAsked(null)}
        />
      )}
    </section>
  );
}
