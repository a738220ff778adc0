import { Input } from 'antd';
import { useId } from 'react';

import { accessWords } from '../lib/text/access.js';
import { useText } from '../lib/text/define-text.js';

/** What every route takes that asks for a purpose. */
const LEAST_LENGTH = 10;
const MOST_LENGTH = 500;

export function isPurpose(text: string): boolean {
  return text.trim().length >= LEAST_LENGTH;
}

interface Props {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly tried: boolean;
}

/** Why somebody opens or takes out personal data; the trail keeps it. */
export function PurposeField({ value, onChange, tried }: Props) {
  const t = useText(accessWords);
  const id = useId();
  const wrong = tried && !isPurpose(value);
  return (
    <div className="field">
      <label htmlFor={id}>{t.purpose}</label>
      <Input.TextArea
        id={id}
        data-first
        rows={2}
        maxLength={MOST_LENGTH}
        value={value}
        placeholder={t.purposeHint}
        aria-describedby={`${id}-about`}
        {...(wrong && { status: 'error', 'aria-invalid': true })}
        onChange={({ target }) => onChange(target.value)}
      />
      {wrong && (
        <p className="wrong" role="alert">
          {t.purposeMissing}
        </p>
      )}
      <div className="sub" id={`${id}-about`}>
        {t.logged}
      </div>
    </div>
  );
}
