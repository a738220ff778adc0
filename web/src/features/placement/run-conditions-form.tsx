import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';

import { Choice } from '../../components/choice.js';
import { TextField } from '../../components/text-field.js';
import { communesQuery } from '../../lib/api/communes.js';
import type { Scenario } from '../../lib/api/shapes.js';
import { useFormat } from '../../lib/format.js';
import { runsOf } from '../../lib/runs.js';
import { useText } from '../../lib/text/define-text.js';
import { words } from '../../lib/text/words.js';
import { JointPostsForm } from './joint-posts-form.js';
import { type ConditionDraft, type WrongField, wrongFields } from './run-conditions.js';
import { runConditionsText } from './run-conditions.text.js';

interface Props {
  readonly draft: ConditionDraft;
  readonly scenarios: readonly Scenario[];
  readonly scenario: Scenario;
  readonly onChange: (draft: ConditionDraft) => void;
}

/** What a run is asked beyond the levels: folded away, since most runs ask for nothing. */
export function RunConditionsForm(props: Props) {
  const t = useText(runConditionsText);
  return (
    <details className="terms run-conditions">
      <summary>{t.title}</summary>
      <p className="sub">{t.help}</p>
      <Limits {...props} />
      <Checkbox
        checked={props.draft.norms}
        onChange={({ target }) => props.onChange({ ...props.draft, norms: target.checked })}
      >
        {t.norms}
      </Checkbox>
      <SpeakerList {...props} />
      <JointPostsForm
        joint={props.draft.joint}
        scenario={props.scenario}
        onChange={(joint) => props.onChange({ ...props.draft, joint })}
      />
      <Keep {...props} />
    </details>
  );
}

const LIMITS = ['couples', 'movedOut', 'women'] as const;

function Limits({ draft, onChange }: Props) {
  const t = useText(runConditionsText);
  const wrong = useWrong(draft);
  return (
    <div className="run-form">
      {LIMITS.map((name) => (
        <TextField
          key={name}
          numeric
          label={t[name]}
          value={draft[name]}
          wrong={wrong(name)}
          onChange={(value) => onChange({ ...draft, [name]: value })}
        />
      ))}
    </div>
  );
}

function useWrong(draft: ConditionDraft): (name: WrongField) => string | null {
  const t = useText(runConditionsText);
  const wrong = wrongFields(draft);
  return (name) => {
    if (!wrong.includes(name)) return null;
    return name === 'couples' || name === 'keepMost' ? t.wrongNumber : t.wrongPercent;
  };
}

function SpeakerList({ draft, scenario, onChange }: Props) {
  const t = useText(runConditionsText);
  const format = useFormat();
  const communes = useQuery(communesQuery(scenario)).data ?? [];
  const [unitCode, setUnitCode] = useState('');
  const [language, setLanguage] = useState('');
  const [count, setCount] = useState('1');
  const nameOf = (code: string) => communes.find((each) => each.code === code)?.name ?? code;
  const isWhole = unitCode !== '' && language.trim() !== '' && /^[1-9]\d{0,2}$/.test(count);
  const add = () => {
    const asked = { unitCode, language: language.trim(), count: Number(count) };
    const others = draft.speakers.filter(
      (each) => each.unitCode !== asked.unitCode || each.language !== asked.language,
    );
    onChange({ ...draft, speakers: [...others, asked] });
  };
  return (
    <>
      <ul>
        {draft.speakers.map((each) => (
          <li key={`${each.unitCode} ${each.language}`}>
            {t.speakers(nameOf(each.unitCode), each.language, format.number(each.count))}{' '}
            <Button
              size="small"
              aria-label={t.removeSpeakers(nameOf(each.unitCode), each.language)}
              onClick={() =>
                onChange({ ...draft, speakers: draft.speakers.filter((other) => other !== each) })
              }
            >
              ×
            </Button>
          </li>
        ))}
      </ul>
      <div className="run-form">
        <Choice
          searchable
          label={t.speakersUnit}
          value={unitCode}
          options={communes.map(({ code, name }) => ({ value: code, label: name }))}
          onChange={setUnitCode}
        />
        <TextField label={t.language} value={language} onChange={setLanguage} />
        <TextField numeric label={t.count} value={count} onChange={setCount} />
        <Button disabled={!isWhole} onClick={add}>
          {t.addSpeakers}
        </Button>
      </div>
    </>
  );
}

function Keep({ draft, scenarios, onChange }: Props) {
  const t = useText(runConditionsText);
  const w = useText(words);
  const wrong = useWrong(draft);
  return (
    <div className="run-form">
      <Choice
        wide
        label={t.keepRun}
        value={draft.keepRun}
        options={[
          { value: '', label: t.keepNone },
          ...runsOf(scenarios).map(({ run, scenario }) => ({
            value: String(run.id),
            label: `${scenario.name}, ${w[`run.${run.kind}`]}, ${run.id}`,
          })),
        ]}
        onChange={(keepRun) => onChange({ ...draft, keepRun })}
      />
      {draft.keepRun !== '' && (
        <TextField
          numeric
          label={t.keepMost}
          value={draft.keepMost}
          wrong={wrong('keepMost')}
          onChange={(keepMost) => onChange({ ...draft, keepMost })}
        />
      )}
    </div>
  );
}
