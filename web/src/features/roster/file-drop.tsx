import { useId, useState } from 'react';

import { useFormat } from '../../lib/format.js';
import { useText } from '../../lib/text/define-text.js';
import { rosterText } from './roster.text.js';

interface Props {
  readonly files: readonly File[];
  readonly onChange: (files: readonly File[]) => void;
}

/** Takes workbooks by dropping or choosing; what is no workbook is named, not swallowed. */
export function FileDrop({ files, onChange }: Props) {
  const t = useText(rosterText);
  const id = useId();
  const [over, setOver] = useState(false);
  const [refused, setRefused] = useState<readonly string[]>([]);
  const take = (list: FileList | null) => {
    const taken = [...(list ?? [])];
    setRefused(taken.filter((file) => !isWorkbook(file)).map(({ name }) => name));
    const kept = files.filter((file) => !taken.some(({ name }) => name === file.name));
    onChange([...kept, ...taken.filter(isWorkbook)]);
  };
  return (
    <>
      <label
        htmlFor={id}
        className={over ? 'drop is-over' : 'drop'}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          take(event.dataTransfer.files);
        }}
      >
        <strong>{t.drop}</strong>
        <span className="link-like">{t.orChoose}</span>
        <input
          id={id}
          className="only-read"
          type="file"
          multiple
          accept=".xlsx"
          onChange={({ target }) => {
            take(target.files);
            target.value = '';
          }}
        />
      </label>
      {refused.map((name) => (
        <p key={name} className="wrong" role="alert">
          {t.notWorkbook(name)}
        </p>
      ))}
      <ChosenFiles files={files} onChange={onChange} />
    </>
  );
}

function isWorkbook({ name }: File): boolean {
  return name.toLowerCase().endsWith('.xlsx');
}

function ChosenFiles({ files, onChange }: Props) {
  const t = useText(rosterText);
  const format = useFormat();
  if (files.length === 0) return null;
  return (
    <>
      <p className="sub">{t.chosen(format.number(files.length))}</p>
      <ul className="files">
        {files.map((file) => (
          <li key={file.name}>
            <span>{file.name}</span>
            <span className="sub">{format.number(Math.ceil(file.size / 1024))} KB</span>
            <button
              type="button"
              className="close"
              aria-label={t.remove(file.name)}
              onClick={() => onChange(files.filter((each) => each !== file))}
            >
              ×
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
