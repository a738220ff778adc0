import { useState } from 'react';

import { Help } from '../../components/help.js';
import type { FileValue, PersonFile, Revealed } from '../../lib/api/shapes.js';
import { useFormat } from '../../lib/format.js';
import { useText } from '../../lib/text/define-text.js';
import { personText } from './person.text.js';
import { RevealDialog } from './reveal-dialog.js';
import { useLabel } from './use-label.js';

type Opened = Readonly<Record<string, string | null>>;

/** The fields of a file by subject. What was opened stays open until the file is closed. */
export function FileGroups({ file }: { readonly file: PersonFile }) {
  const label = useLabel();
  const [opened, setOpened] = useState<Opened>({});
  const [asked, setAsked] = useState<FileValue | null>(null);
  const keep = ({ values }: Revealed) =>
    setOpened({
      ...opened,
      ...Object.fromEntries(values.map(({ key, value }) => [key, value])),
    });
  return (
    <>
      {file.groups
        .filter(({ items }) => items.length > 0)
        .map((group) => (
          <section key={group.key}>
            <h3>{label(group)}</h3>
            <Values items={group.items} opened={opened} onAsk={setAsked} />
          </section>
        ))}
      {asked && (
        <RevealDialog
          id={file.staffId}
          name={file.fullName}
          field={asked}
          onOpened={keep}
          onClose={() => setAsked(null)}
        />
      )}
    </>
  );
}

interface ValuesProps {
  readonly items: readonly FileValue[];
  readonly opened: Opened;
  readonly onAsk: (field: FileValue) => void;
}

/** Fields with nothing in them fold away, so that the others are found. */
function Values({ items, opened, onAsk }: ValuesProps) {
  const t = useText(personText);
  const { number } = useFormat();
  const isEmpty = ({ state, value }: FileValue) => state === 'shown' && value === null;
  const empty = items.filter(isEmpty);
  const rows = (fields: readonly FileValue[]) => (
    <dl className="way file-fields">
      {fields.map((field) => (
        <Field key={field.key} field={field} opened={opened} onAsk={onAsk} />
      ))}
    </dl>
  );
  return (
    <>
      {empty.length < items.length && rows(items.filter((field) => !isEmpty(field)))}
      {empty.length > 0 && (
        <details className="file-empty">
          <summary>{t.showEmpty(number(empty.length))}</summary>
          {rows(empty)}
        </details>
      )}
    </>
  );
}

interface FieldProps {
  readonly field: FileValue;
  readonly opened: Opened;
  readonly onAsk: (field: FileValue) => void;
}

function Field({ field, opened, onAsk }: FieldProps) {
  const label = useLabel();
  return (
    <>
      <dt>{label(field)}</dt>
      <dd>
        {field.key in opened ? (
          <OpenedValue value={opened[field.key] ?? null} />
        ) : (
          <SeenValue field={field} onAsk={onAsk} />
        )}
      </dd>
    </>
  );
}

function OpenedValue({ value }: { readonly value: string | null }) {
  const t = useText(personText);
  return (
    <span className="file-opened">
      {value ?? t.noValue} <span className="sub">· {t.opened}</span>
    </span>
  );
}

function SeenValue({ field, onAsk }: Pick<FieldProps, 'field' | 'onAsk'>) {
  const t = useText(personText);
  const label = useLabel();
  const { state, value } = field;
  if (state === 'shown') return value ?? t.empty;
  return (
    <span className="file-protected">
      {state === 'masked' ? (
        <>
          {value} <span className="sub">{t.masked}</span>
        </>
      ) : (
        <span className="sub">
          {field.class === 'closed' ? t.closed : t.hidden}{' '}
          {field.class === 'closed' && <Help term={t.closed} meaning={t.closedHelp} />}
        </span>
      )}
      {field.revealable && (
        <button
          type="button"
          className="link-button"
          aria-label={t.seeOf(label(field))}
          onClick={() => onAsk(field)}
        >
          {t.see}
        </button>
      )}
    </span>
  );
}
