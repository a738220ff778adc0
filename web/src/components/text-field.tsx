import { Input } from 'antd';
import { useId, type ReactNode } from 'react';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: ReactNode;
  /** What is wrong with it; null while nothing is. */
  readonly wrong?: string | null;
  readonly placeholder?: string;
  readonly secret?: boolean;
  readonly autoComplete?: string;
  readonly autoFocus?: boolean;
  readonly numeric?: boolean;
  readonly disabled?: boolean;
}

/** A labelled line of text; what is wrong with it stands under it and is read out. */
export function TextField({
  label,
  value,
  onChange,
  hint,
  wrong,
  secret,
  numeric,
  ...rest
}: Props) {
  const id = useId();
  const about = [hint && `${id}-hint`, wrong && `${id}-wrong`].filter(Boolean).join(' ');
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <Input
        {...rest}
        data-first={rest.autoFocus || undefined}
        id={id}
        value={value}
        type={secret ? 'password' : 'text'}
        spellCheck={false}
        {...(wrong && { status: 'error', 'aria-invalid': true })}
        {...(about && { 'aria-describedby': about })}
        {...(numeric && { inputMode: 'numeric' })}
        onChange={({ target }) => onChange(target.value)}
      />
      {hint && (
        <div className="sub" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {wrong && (
        <p className="wrong" id={`${id}-wrong`} role="alert">
          {wrong}
        </p>
      )}
    </div>
  );
}
