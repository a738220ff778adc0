import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { SidePanel } from '../components/side-panel.js';
import { configurationQuery } from '../lib/api/configuration.js';
import type { Configuration, PublishedFigure } from '../lib/api/shapes.js';
import { useFormat } from '../lib/format.js';
import { lowerFirst } from '../lib/plain.js';
import { useReach } from '../lib/reach.js';
import { useInside } from '../lib/session.js';
import { useText } from '../lib/text/define-text.js';
import { words } from '../lib/text/words.js';
import { noticeText } from './notice.text.js';

/** On every page: what is invented, what is assumed, which day's law is applied. */
export function Notice() {
  const t = useText(noticeText);
  const format = useFormat();
  const [open, setOpen] = useState(false);
  const { data } = useQuery(configurationQuery());
  if (!data) return <div className="notice" aria-hidden="true" />;
  return (
    <div className="notice">
      <p>
        {data.demo && <strong>{t.invented} </strong>}
        <span>{data.rulesOn === null ? t.noPlan : t.law(format.day(data.rulesOn))}</span> <Limit />
      </p>
      <button type="button" className="link-button" onClick={() => setOpen(true)}>
        {t.details}
      </button>
      <SidePanel open={open} title={t.title} onClose={() => setOpen(false)}>
        <Details configuration={data} />
      </SidePanel>
    </div>
  );
}

/** Figures of a part must not be taken for the whole province's. */
function Limit() {
  const t = useText(noticeText);
  const w = useText(words);
  const { account } = useInside().session;
  const { blocks, unitNames } = useReach();
  if (unitNames !== null) return <strong>{t.onlyUnits(unitNames.join(', ') || t.noUnit)}</strong>;
  if (account?.block == null) return null;
  const names = blocks.map((block) => lowerFirst(w[`block.${block}`]));
  return <strong>{t.onlyBlocks(names.join('; '))}</strong>;
}

function Details({ configuration }: { readonly configuration: Configuration }) {
  const t = useText(noticeText);
  const format = useFormat();
  const { figures, rulesOn, effectiveOn, demo } = configuration;
  return (
    <div className="prose">
      {demo && <p>{t.inventedLong}</p>}
      {effectiveOn !== null && rulesOn !== null && (
        <p>{t.days(format.day(effectiveOn), format.day(rulesOn))}</p>
      )}
      <p>{t.distance}</p>
      <FigureList title={t.publicFigures} figures={figures.filter((f) => f.kind === 'public')} />
      <FigureList title={t.assumptions} figures={figures.filter((f) => f.kind === 'assumption')} />
    </div>
  );
}

function FigureList(props: { readonly title: string; readonly figures: PublishedFigure[] }) {
  const t = useText(noticeText);
  const format = useFormat();
  if (props.figures.length === 0) return null;
  return (
    <section>
      <h3>{props.title}</h3>
      <table className="list">
        <tbody>
          {props.figures.map((figure) => (
            <tr key={figure.key}>
              <td className="num strong">
                {figure.value === null ? '' : format.number(figure.value)}
              </td>
              <td>
                {nameOf(t, figure.key)}
                <div className="sub">{figure.source}</div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function nameOf(t: Record<string, unknown>, key: string): string {
  const name = t[`figure.${key}`];
  return typeof name === 'string' ? name : key;
}
