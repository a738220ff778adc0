import { Button, Input, Radio, type InputRef } from 'antd';
import { useEffect, useRef, useState } from 'react';

import { Choice } from '../../../components/choice.js';
import { Help } from '../../../components/help.js';
import type { MapOldUnit, MapRow } from '../../../lib/api/shapes.js';
import { useFormat } from '../../../lib/format.js';
import { useText } from '../../../lib/text/define-text.js';
import { useDesk } from './desk.js';
import { mainAt, movedInPart, movedWhole, rowsOf, shared, without } from './map-draft.js';
import { mapText } from './map.text.js';
import { Swatch } from './swatch.js';

/** The chosen old unit: where it goes, in which parts, and the same moves as by dragging. */
export function UnitEditor() {
  const t = useText(mapText);
  const { chosen, oldBy, choose } = useDesk();
  const unit = chosen === null ? undefined : oldBy.get(chosen);
  if (!unit) return <section className="card dock-empty sub">{t.chooseHint}</section>;
  return (
    <section className="card unit-editor" aria-label={t.chosen(unit.name)}>
      <div className="list-head">
        <h2>{t.chosen(unit.name)}</h2>
        <Button size="small" onClick={() => choose(null)}>
          {t.letGo}
        </Button>
      </div>
      <Facts unit={unit} />
      <Lines unit={unit} />
      <Moves unit={unit} />
    </section>
  );
}

function Facts({ unit }: { readonly unit: MapOldUnit }) {
  const t = useText(mapText);
  const format = useFormat();
  const { code, districtName, areaKm2, population, people } = unit;
  const area = areaKm2 === null ? t.unknown : t.km2(format.decimal(areaKm2));
  const count = population === null ? t.unknown : format.number(population);
  return (
    <p className="sub">
      {[
        code,
        districtName,
        `${t.area}: ${area}`,
        `${t.population}: ${count}`,
        t.people(format.number(people)),
      ]
        .filter(Boolean)
        .join(' · ')}
    </p>
  );
}

function Lines({ unit }: { readonly unit: MapOldUnit }) {
  const t = useText(mapText);
  const { draft, movable, change } = useDesk();
  const rows = rowsOf(draft, unit.code);
  if (rows.length === 0) return <p className="short-text">{t.nowhere}</p>;
  if (rows.length === 1) return <Goes row={rows[0]!} />;
  return (
    <>
      <p className="sub">
        {t.main} <Help term={t.main} meaning={t.mainHelp} />
      </p>
      <Radio.Group
        className="unit-lines"
        value={rows.find(({ main }) => main)?.newCode}
        disabled={!movable}
        onChange={({ target }) =>
          change(mainAt(draft, { oldCode: unit.code, newCode: String(target.value) }))
        }
      >
        {rows.map((row) => (
          <Line key={`${row.newCode} ${row.share ?? ''}`} row={row} />
        ))}
      </Radio.Group>
    </>
  );
}

function Goes({ row }: { readonly row: MapRow }) {
  const t = useText(mapText);
  const { newBy, marks } = useDesk();
  return (
    <p>
      {t.goesTo} <Swatch mark={marks.get(row.newCode)} />{' '}
      <strong>{newBy.get(row.newCode)?.name ?? row.newCode}</strong>
    </p>
  );
}

function Line({ row }: { readonly row: MapRow }) {
  const t = useText(mapText);
  const format = useFormat();
  const { draft, newBy, marks, movable, change } = useDesk();
  const name = newBy.get(row.newCode)?.name ?? row.newCode;
  return (
    <div className="unit-line">
      <Radio value={row.newCode}>
        <Swatch mark={marks.get(row.newCode)} /> {name}
      </Radio>
      {row.kind === 'remainder' ? (
        <span className="sub">
          {t.rest}
          {row.share !== null && `: ${format.decimal(row.share * 100)} %`}
        </span>
      ) : (
        <ShareField row={row} name={name} />
      )}
      <Button
        size="small"
        disabled={!movable}
        aria-label={t.remove(name)}
        onClick={() => change(without(draft, row))}
      >
        ×
      </Button>
    </div>
  );
}

function ShareField({ row, name }: { readonly row: MapRow; readonly name: string }) {
  const t = useText(mapText);
  const { draft, change, movable, freshPart, seen } = useDesk();
  const field = useRef<InputRef>(null);
  useEffect(() => {
    if (freshPart !== row.newCode) return;
    field.current?.focus();
    seen();
  });
  const [typed, setTyped] = useState(() =>
    row.share === null ? '' : String(Math.round(row.share * 1e4) / 100).replace('.', ','),
  );
  const share = shareOf(typed);
  const keep = () => {
    if (share !== undefined) change(shared(draft, row, share));
  };
  return (
    <span className="share">
      <Input
        size="small"
        inputMode="decimal"
        ref={field}
        aria-label={t.share(name)}
        aria-invalid={share === undefined}
        {...(share === undefined && { status: 'error' as const })}
        disabled={!movable}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
        onBlur={keep}
        onPressEnter={keep}
      />
      <span className="sub">{share === undefined ? t.badShare : t.shareShort}</span>
    </span>
  );
}

/** Per cent as typed → a part of one; null = left open, undefined = no such number. */
function shareOf(typed: string): number | null | undefined {
  const text = typed.trim().replace('%', '').replace(',', '.').trim();
  if (text === '') return null;
  const value = Number(text) / 100;
  return Number.isFinite(value) && value >= 0 && value <= 1 ? value : undefined;
}

/** For whoever does not drag. */
function Moves({ unit }: { readonly unit: MapOldUnit }) {
  const t = useText(mapText);
  const format = useFormat();
  const { draft, movable, newUnits, marks, change, look } = useDesk();
  if (!movable) return null;
  const options = [...newUnits]
    .sort((a, b) => format.byName(a.name, b.name))
    .map(({ code, name }) => ({
      value: code,
      label: `${marks.get(code)?.number ?? ''} · ${name}`,
    }));
  const taken = new Set(rowsOf(draft, unit.code).map(({ newCode }) => newCode));
  return (
    <div className="unit-moves">
      <Choice
        wide
        searchable
        label={t.wholeTo}
        value=""
        options={options}
        onChange={(code) => {
          change(movedWhole(draft, unit.code, code));
          look(code);
        }}
      />
      <Choice
        wide
        searchable
        label={t.partTo}
        value=""
        options={options.filter(({ value }) => !taken.has(value))}
        onChange={(code) => change(movedInPart(draft, unit.code, code))}
      />
    </div>
  );
}
