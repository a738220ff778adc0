import { Button } from 'antd';
import { useState, type FormEvent } from 'react';

import { Choice } from '../../components/choice.js';
import { Dialog } from '../../components/dialog.js';
import { Trouble } from '../../components/states.js';
import { TextField } from '../../components/text-field.js';
import type { Evidence, LawKey, NewParameter, Unit } from '../../lib/api/shapes.js';
import { parseDay, useFormat } from '../../lib/format.js';
import { accessWords } from '../../lib/text/access.js';
import { useText } from '../../lib/text/define-text.js';
import { useLanguage } from '../../lib/text/language.js';
import { lawText } from './law.text.js';
import { valueOf, valueText } from './parameter-value.js';

const MARKS: readonly Evidence[] = ['found', 'recalled', 'derived', 'confirmed'];

interface Props {
  readonly title: string;
  readonly about: string;
  readonly save: string;
  /** Several: the reader chooses one. */
  readonly keys: readonly LawKey[];
  readonly units: readonly Unit[];
  /** The value that is there. */
  readonly valueOfKey: (key: string) => unknown;
  readonly busy: boolean;
  readonly error: Error | null;
  readonly onSave: (body: NewParameter) => void;
  readonly onClose: () => void;
}

/** A value with its days and its source. What was typed stays when the API refuses. */
export function ParameterForm({ keys, units, valueOfKey, onSave, ...rest }: Props) {
  const t = useText(lawText);
  const a = useText(accessWords);
  const { language } = useLanguage();
  const { day } = useFormat();
  const [key, setKey] = useState(keys[0]?.key ?? '');
  const known = keys.find((each) => each.key === key);
  const kind = known?.kind ?? 'text';
  const startOf = (of: string) => {
    const value = valueOfKey(of);
    if (value === undefined) return '';
    if (typeof value === 'boolean') return String(value);
    return valueText(value, { kind: keys.find((each) => each.key === of)?.kind, language, day });
  };
  const [typed, setTyped] = useState(() => startOf(key));
  const [more, setMore] = useState(EMPTY);
  const [tried, setTried] = useState(false);
  const set = (change: Partial<typeof EMPTY>) => setMore({ ...more, ...change });
  const value = valueOf(typed, kind, valueOfKey(key));
  const { startsOn, endsOn, sourceOn } = daysOf(more);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (value === undefined || startsOn === null || endsOn === null || sourceOn === null) return;
    if (more.document.trim() === '') return;
    onSave({
      ...{ key, value: value as NewParameter['value'], startsOn, evidence: more.evidence },
      sourceDocument: more.document.trim(),
      ...(endsOn !== undefined && { endsOn }),
      ...(sourceOn !== undefined && { sourceOn }),
      ...(more.article !== '' && { sourceArticle: more.article }),
      ...(more.note !== '' && { note: more.note }),
      ...(known?.byUnit && more.unit !== '' && { unit: more.unit }),
    });
  };
  return (
    <Dialog title={rest.title} onClose={rest.onClose}>
      <form className="dialog-form" onSubmit={submit} noValidate>
        <p className="sub">{rest.about}</p>
        {keys.length > 1 && (
          <Choice
            wide
            searchable
            label={t.parameter}
            value={key}
            options={keys.map((each) => ({
              value: each.key,
              label: language === 'vi' ? each.nameVi : each.nameEn,
            }))}
            onChange={(chosen) => {
              setKey(chosen);
              setTyped(startOf(chosen));
            }}
          />
        )}
        <ValueField
          isBoolean={kind === 'boolean'}
          value={typed}
          isWrong={tried && value === undefined}
          onChange={setTyped}
        />
        {known?.byUnit && (
          <Choice
            wide
            searchable
            label={t.unit}
            value={more.unit}
            options={[
              { value: '', label: t.unitAll },
              ...units.map(({ code, name }) => ({ value: code, label: name })),
            ]}
            onChange={(unit) => set({ unit })}
          />
        )}
        <SourceFields more={more} tried={tried} onChange={set} />
        {rest.error && <Trouble error={rest.error} title={t.refused} />}
        <div className="dialog-foot">
          <Button onClick={rest.onClose}>{a.cancel}</Button>
          <Button type="primary" htmlType="submit" loading={rest.busy}>
            {rest.save}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

interface ValueProps {
  readonly isBoolean: boolean;
  readonly value: string;
  readonly isWrong: boolean;
  readonly onChange: (value: string) => void;
}

function ValueField({ isBoolean, value, isWrong, onChange }: ValueProps) {
  const t = useText(lawText);
  if (isBoolean)
    return (
      <Choice
        label={t.value}
        value={value}
        options={[
          { value: 'true', label: t.yes },
          { value: 'false', label: t.no },
        ]}
        onChange={onChange}
      />
    );
  return (
    <TextField
      label={t.value}
      value={value}
      onChange={onChange}
      hint={t.valueHint}
      wrong={isWrong ? t.valueWrong : null}
      autoFocus
    />
  );
}

interface SourceProps {
  readonly more: typeof EMPTY;
  readonly tried: boolean;
  readonly onChange: (change: Partial<typeof EMPTY>) => void;
}

/** From when to when it holds, and by which paper. */
function SourceFields({ more, tried, onChange: set }: SourceProps) {
  const t = useText(lawText);
  const { startsOn, endsOn, sourceOn } = daysOf(more);
  const wrongDay = (parsed: string | null | undefined) =>
    tried && parsed === null ? t.dayWrong : null;
  return (
    <>
      <TextField
        label={t.startsOn}
        value={more.startsOn}
        placeholder={t.onHint}
        wrong={wrongDay(startsOn)}
        onChange={(text) => set({ startsOn: text })}
      />
      <TextField
        label={t.endsOn}
        value={more.endsOn}
        placeholder={t.onHint}
        wrong={wrongDay(endsOn)}
        onChange={(text) => set({ endsOn: text })}
      />
      <TextField
        label={t.sourceDocument}
        value={more.document}
        wrong={tried && more.document.trim() === '' ? t.documentMissing : null}
        onChange={(document) => set({ document })}
      />
      <TextField
        label={t.sourceArticle}
        value={more.article}
        onChange={(article) => set({ article })}
      />
      <TextField
        label={t.sourceOn}
        value={more.sourceOn}
        placeholder={t.onHint}
        wrong={wrongDay(sourceOn)}
        onChange={(text) => set({ sourceOn: text })}
      />
      <Choice
        label={t.evidence}
        value={more.evidence}
        options={MARKS.map((mark) => ({ value: mark, label: t[`evidence.${mark}`] }))}
        onChange={(mark) => set({ evidence: MARKS.find((each) => each === mark) ?? 'found' })}
      />
      <TextField label={t.note} value={more.note} onChange={(note) => set({ note })} />
    </>
  );
}

/** null = typed wrongly; undefined = left open. */
function daysOf({ startsOn, endsOn, sourceOn }: typeof EMPTY) {
  const optional = (text: string) => (text === '' ? undefined : (parseDay(text) ?? null));
  return {
    ...{ startsOn: parseDay(startsOn), endsOn: optional(endsOn) },
    sourceOn: optional(sourceOn),
  };
}

const EMPTY = {
  ...{ startsOn: '', endsOn: '', document: '', article: '', sourceOn: '', note: '', unit: '' },
  evidence: 'found' as Evidence,
};
