import { useState } from 'react';

import { Choice } from '../../components/choice.js';
import { WhyReasons } from '../../components/why-not.js';
import type { Permission } from '../../lib/api/shapes.js';
import { accessWords } from '../../lib/text/access.js';
import { useText } from '../../lib/text/define-text.js';
import { accountsText } from './accounts.text.js';

/** What people ask the administrator about. */
const ASKED_ABOUT: readonly Permission[] = [
  'people.read',
  'gap.read',
  'scenario.read',
  'scenario.write',
  'scenario.answer',
  'scenario.approve',
  'placement.run',
  'decision.apply',
  'roster.import',
  'report.export',
  'fields.reveal',
  'catalogue.load',
];

/** "Why does this account not see it?", for the administrator who is asked by telephone. */
export function AccountWhy({ login }: { readonly login: string }) {
  const t = useText(accountsText);
  const a = useText(accessWords);
  const [chosen, setChosen] = useState('');
  const permission = ASKED_ABOUT.find((each) => each === chosen);
  return (
    <section className="account-form account-why">
      <h3>{t.why}</h3>
      <Choice
        wide
        label={t.whyWhat}
        value={chosen}
        options={[
          { value: '', label: t.whyChoose },
          ...ASKED_ABOUT.map((each) => ({ value: each, label: a[`may.${each}`] })),
        ]}
        onChange={setChosen}
      />
      {permission && <WhyReasons question={{ permission, login }} none={t.whyNone} />}
    </section>
  );
}
