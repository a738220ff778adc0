import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';

import { Choice } from '../../components/choice.js';
import { communesQuery } from '../../lib/api/communes.js';
import { positionsQuery } from '../../lib/api/positions.js';
import type { JointPost, Scenario } from '../../lib/api/shapes.js';
import { positionName } from '../../lib/position-name.js';
import { useText } from '../../lib/text/define-text.js';
import { useLanguage } from '../../lib/text/language.js';
import { runConditionsText } from './run-conditions.text.js';

interface Props {
  readonly joint: readonly JointPost[];
  readonly scenario: Scenario;
  readonly onChange: (joint: readonly JointPost[]) => void;
}

/** Seats of a commune that one person holds together. Which pairs may be is for the API to say. */
export function JointPostsForm({ joint, scenario, onChange }: Props) {
  const t = useText(runConditionsText);
  const { language } = useLanguage();
  const communes = useQuery(communesQuery(scenario)).data ?? [];
  const positions = useQuery(positionsQuery(scenario.effectiveOn)).data ?? [];
  const [unitCode, setUnitCode] = useState('');
  const [main, setMain] = useState('');
  const [also, setAlso] = useState('');
  const unitName = (code: string) => communes.find((each) => each.code === code)?.name ?? code;
  const nameOf = (code: string) => {
    const position = positions.find((each) => each.code === code);
    return position ? positionName(position, language) : code;
  };
  const options = positions.map(({ code }) => ({
    value: code,
    label: `${nameOf(code)} (${code})`,
  }));
  const isWhole = unitCode !== '' && main !== '' && also !== '' && main !== also;
  return (
    <>
      <ul>
        {joint.map((each) => {
          const words = t.joint(
            unitName(each.unitCode),
            nameOf(each.positionCode),
            nameOf(each.alsoPositionCode),
          );
          return (
            <li key={`${each.unitCode} ${each.positionCode} ${each.alsoPositionCode}`}>
              {words}{' '}
              <Button
                size="small"
                aria-label={t.removeJoint(words)}
                onClick={() => onChange(joint.filter((other) => other !== each))}
              >
                ×
              </Button>
            </li>
          );
        })}
      </ul>
      <div className="run-form">
        <Choice
          searchable
          label={t.jointUnit}
          value={unitCode}
          options={communes.map(({ code, name }) => ({ value: code, label: name }))}
          onChange={setUnitCode}
        />
        <Choice
          searchable
          wide
          label={t.jointMain}
          value={main}
          options={options}
          onChange={setMain}
        />
        <Choice
          searchable
          wide
          label={t.jointAlso}
          value={also}
          options={options}
          onChange={setAlso}
        />
        <Button
          disabled={!isWhole}
          onClick={() =>
            onChange([...joint, { unitCode, positionCode: main, alsoPositionCode: also }])
          }
        >
          {t.addJoint}
        </Button>
      </div>
    </>
  );
}
