import { Tag } from 'antd';

import { Pages } from '../../components/pages.js';
import { Nothing } from '../../components/states.js';
import type { Evidence, LawParameter } from '../../lib/api/shapes.js';
import { useFormat } from '../../lib/format.js';
import { pageOf } from '../../lib/page.js';
import { useQueryParams } from '../../lib/query-params.js';
import { useText } from '../../lib/text/define-text.js';
import { useLanguage } from '../../lib/text/language.js';
import { useLawWords } from '../../lib/text/law-words.js';
import { wordFor } from '../../lib/text/words.js';
import type { LawLine } from './law-lines.js';
import { lawText } from './law.text.js';

const PAGE = 15;

export function LawTable({ lines }: { readonly lines: readonly LawLine[] }) {
  const t = useText(lawText);
  const { number } = useFormat();
  const from = (pageOf(useQueryParams().get) - 1) * PAGE;
  if (lines.length === 0) return <Nothing>{t.none}</Nothing>;
  return (
    <section className="card law">
      <div className="list-head">
        <strong>{t.found(number(lines.length))}</strong>
      </div>
      <table className="list stack">
        <thead>
          <tr>
            <th>{t.name}</th>
            <th>{t.value}</th>
            <th>{t.span}</th>
            <th>{t.scope}</th>
            <th>{t.source}</th>
            <th>{t.evidence}</th>
          </tr>
        </thead>
        <tbody>
          {lines.slice(from, from + PAGE).map((line) => (
            <Line key={`${line.known.key} ${line.row?.scope ?? ''}`} line={line} />
          ))}
        </tbody>
      </table>
      <div className="list-foot">
        <Pages total={lines.length} pageSize={PAGE} />
      </div>
    </section>
  );
}

function Line({ line: { known, row } }: { readonly line: LawLine }) {
  const t = useText(lawText);
  const { language } = useLanguage();
  const law = useLawWords();
  const params = useQueryParams();
  const name = language === 'vi' ? known.nameVi : known.nameEn;
  return (
    <tr>
      <td>
        <button
          type="button"
          className="link-button"
          aria-label={t.openOf(name)}
          onClick={() => params.set({ key: known.key }, { replace: false })}
        >
          {name}
        </button>
        <div className="sub">
          {wordFor(t, 'pack', known.pack)} · <code>{known.key}</code>
        </div>
      </td>
      <td data-label={t.value} className="law-value">
        {row === null ? (
          <span className="sub">{t.noValue}</span>
        ) : (
          <strong>{law.value(row.value, known.kind)}</strong>
        )}
      </td>
      <td data-label={t.span}>{row && <Span row={row} />}</td>
      <td data-label={t.scope}>{row && <Scope row={row} />}</td>
      <td data-label={t.source}>{row && <Source row={row} />}</td>
      <td data-label={t.evidence}>{row && <EvidenceTag mark={row.evidence} />}</td>
    </tr>
  );
}

type Dated = Pick<LawParameter, 'startsOn' | 'endsOn'>;

export function Span({ row: { startsOn, endsOn } }: { readonly row: Dated }) {
  const t = useText(lawText);
  const { day, dayBefore } = useFormat();
  return endsOn === null
    ? t.from(day(startsOn))
    : t.fromUntil(day(startsOn), day(dayBefore(endsOn)));
}

export function Scope({
  row: { scope, unit, ...row },
}: {
  readonly row: Pick<LawParameter, 'scope' | 'unit'> & { readonly applies?: boolean };
}) {
  const t = useText(lawText);
  const kind = scope.split(':')[0] ?? scope;
  return (
    <div>
      {wordFor(t, 'scope', kind)} {unit}
      {row.applies === false && <div className="sub">{t.overruled}</div>}
    </div>
  );
}

export function Source({
  row: { sourceDocument, sourceArticle, sourceOn },
}: {
  readonly row: Pick<LawParameter, 'sourceDocument' | 'sourceArticle' | 'sourceOn'>;
}) {
  const { day } = useFormat();
  const { said } = useLawWords();
  return (
    <div>
      {said(sourceDocument)}
      <div className="sub">
        {[said(sourceArticle), sourceOn && day(sourceOn)].filter(Boolean).join(', ')}
      </div>
    </div>
  );
}

const LOOKS: Readonly<Record<Evidence, string>> = {
  confirmed: 'tag--good',
  found: 'tag--plain',
  recalled: 'tag--short',
  derived: 'tag--short',
};

export function EvidenceTag({ mark }: { readonly mark: Evidence }) {
  const t = useText(lawText);
  return <Tag className={`tag ${LOOKS[mark]}`}>{t[`evidence.${mark}`]}</Tag>;
}
