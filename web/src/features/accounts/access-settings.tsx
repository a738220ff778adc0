import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Checkbox } from 'antd';
import { useState } from 'react';

import { Confirm } from '../../components/confirm.js';
import { Answered } from '../../components/states.js';
import { settingsMutation, settingsQuery } from '../../lib/api/accounts.js';
import type { RoleCode } from '../../lib/api/shapes.js';
import { accessWords } from '../../lib/text/access.js';
import { useText } from '../../lib/text/define-text.js';
import { wordFor } from '../../lib/text/words.js';
import { ROLES } from './account-fields.js';
import { accountsText } from './accounts.text.js';

/** A change that is not confirmed yet. */
interface Asked {
  readonly role: RoleCode;
  readonly roles: RoleCode[];
}

export function AccessSettingsCard() {
  const t = useText(accountsText);
  const a = useText(accessWords);
  const query = useQuery(settingsQuery());
  const change = useMutation(settingsMutation(useQueryClient()));
  const [asked, setAsked] = useState<Asked | null>(null);
  const asksMore = asked?.roles.includes(asked.role) ?? false;
  return (
    <section className="card">
      <h2>{t.settings}</h2>
      <Answered query={query} rows={1}>
        {({ secondFactorRoles, alwaysSecondFactor }) => (
          <fieldset className="factor-roles">
            <legend>{t.factorRequired}</legend>
            {ROLES.map((role) => (
              <Checkbox
                key={role}
                checked={secondFactorRoles.includes(role)}
                disabled={alwaysSecondFactor.includes(role)}
                onChange={({ target }) =>
                  setAsked({ role, roles: toggled(secondFactorRoles, role, target.checked) })
                }
              >
                {wordFor(a, 'role', role)}
              </Checkbox>
            ))}
            {alwaysSecondFactor.length > 0 && <p className="sub">{t.factorAlways}</p>}
          </fieldset>
        )}
      </Answered>
      {asked !== null && (
        <Confirm
          title={t.settings}
          about={(asksMore ? t.factorOnAsk : t.factorOffAsk)(wordFor(a, 'role', asked.role))}
          yes={asksMore ? t.turnOn : t.turnOff}
          busy={change.isPending}
          error={change.error}
          onYes={() =>
            change.mutate({ secondFactorRoles: asked.roles }, { onSuccess: () => setAsked(null) })
          }
          onNo={() => setAsked(null)}
        />
      )}
    </section>
  );
}

function toggled(roles: readonly RoleCode[], role: RoleCode, on: boolean): RoleCode[] {
  const others = roles.filter((each) => each !== role);
  return on ? [...others, role] : others;
}
