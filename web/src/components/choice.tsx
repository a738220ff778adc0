import { Select } from 'antd';
import { useId } from 'react';

import { plain } from '../lib/plain.js';

export interface Option {
  readonly value: string;
  readonly label: string;
}

interface OptionGroup {
  readonly label: string;
  readonly options: readonly Option[];
}

interface Props {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (Option | OptionGroup)[];
  readonly onChange: (value: string) => void;
  /** Lets the reader type a part of the name, with or without diacritics. */
  readonly searchable?: boolean;
  readonly wide?: boolean;
}

/** A labelled list to choose one of. */
export function Choice({ label, value, options, onChange, searchable, wide }: Props) {
  const id = useId();
  return (
    <div className={wide ? 'choice choice--wide' : 'choice'}>
      <label htmlFor={id}>{label}</label>
      <Select
        id={id}
        value={value}
        options={options.map((option) =>
          'options' in option ? { ...option, options: [...option.options] } : { ...option },
        )}
        onChange={onChange}
        popupMatchSelectWidth={false}
        {...(searchable && { showSearch: { optionFilterProp: 'label', filterOption: matches } })}
      />
    </div>
  );
}

function matches(input: string, option?: { label?: unknown }): boolean {
  const label = typeof option?.label === 'string' ? option.label : '';
  return plain(label).includes(plain(input));
}
