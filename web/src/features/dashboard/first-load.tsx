import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';

import { Choice } from '../../components/choice.js';
import { Nothing, Trouble } from '../../components/states.js';
import { loadKnownMutation } from '../../lib/api/province.js';
import { useMay } from '../../lib/session.js';
import { useText } from '../../lib/text/define-text.js';
import { firstLoadText } from './first-load.text.js';

/** Days on which the units before and after the re-organisation of 1 July 2025 stood. */
const BEFORE = '2025-06-30';
const SINCE = '2025-07-01';

/** A province that has no units yet: they come first, and ship with the program. */
export function FirstLoad() {
  const t = useText(firstLoadText);
  if (!useMay()('catalogue.load')) return <Nothing>{t.askOfficer}</Nothing>;
  return <LoadForm />;
}

function LoadForm() {
  const t = useText(firstLoadText);
  const load = useMutation(loadKnownMutation(useQueryClient()));
  const [asOf, setAsOf] = useState(BEFORE);
  return (
    <section className="card first-load" aria-labelledby="first-load">
      <h2 id="first-load">{t.title}</h2>
      <p>{t.lead}</p>
      <Choice
        wide
        label={t.which}
        value={asOf}
        options={[
          { value: BEFORE, label: t.before },
          { value: SINCE, label: t.since },
        ]}
        onChange={setAsOf}
      />
      {load.error && <Trouble error={load.error} />}
      <p>
        <Button type="primary" loading={load.isPending} onClick={() => load.mutate(asOf)}>
          {t.load}
        </Button>
      </p>
      <p>{t.own}</p>
    </section>
  );
}
