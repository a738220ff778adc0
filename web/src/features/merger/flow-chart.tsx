import { SankeyChart } from 'echarts/charts';
import { TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useMemo, useRef } from 'react';

import type { MergedCommune } from '../../lib/api/shapes.js';
import { useText } from '../../lib/text/define-text.js';
import { mergerText } from './merger.text.js';
import { ribbonsOf, type Ribbon } from './ribbons.js';

use([SankeyChart, TooltipComponent, SVGRenderer]);

const HEIGHT_PX = 940;
/** Calm and apart from each other also for colour-blind eyes; the names stand beside. */
const DISTRICT_COLOURS = [
  '#17466f',
  '#b45f06',
  '#5b8db8',
  '#7a6a3a',
  '#3f7f77',
  '#9c5a7c',
  '#6b7785',
  '#c79a3b',
  '#4b5fa5',
  '#8a4b2a',
];

type Words = ReturnType<typeof useWords>;

function useWords() {
  return useText(mergerText);
}

export function FlowChart({ communes }: { readonly communes: readonly MergedCommune[] }) {
  const t = useWords();
  const ref = useRef<HTMLDivElement>(null);
  const ribbons = useMemo(() => ribbonsOf(communes), [communes]);
  useEffect(() => {
    if (!ref.current) return;
    const chart = init(ref.current, null, { renderer: 'svg' });
    chart.setOption(optionOf(ribbons, t, ref.current.clientWidth));
    const observer = new ResizeObserver(() => chart.resize());
    observer.observe(ref.current);
    return () => {
      observer.disconnect();
      chart.dispose();
    };
  }, [ribbons, t]);
  return (
    <div
      ref={ref}
      className="flow-chart"
      style={{ height: HEIGHT_PX }}
      role="img"
      aria-label={t.flow}
    />
  );
}

/** Names of districts and communes may agree, so nodes carry a prefix that is not shown. */
function optionOf(ribbons: readonly Ribbon[], t: Words, width: number) {
  const districts = [...new Set(ribbons.map(({ district }) => district))];
  const communes = [...new Set(ribbons.map(({ commune }) => commune))];
  const margin = Math.min(190, width * 0.3);
  return {
    animation: false,
    textStyle: { fontFamily: 'system-ui, sans-serif' },
    tooltip: {
      renderMode: 'richText' as const,
      formatter: (given: unknown) => ribbonText(given, t),
    },
    series: {
      type: 'sankey' as const,
      left: margin,
      right: margin,
      top: 8,
      bottom: 8,
      nodeWidth: 10,
      nodeGap: 5,
      draggable: false,
      layoutIterations: 64,
      emphasis: { focus: 'adjacency' as const },
      lineStyle: { color: 'source' as const, opacity: 0.35, curveness: 0.5 },
      label: { fontSize: 12, color: '#1c2733', formatter: ({ name = '' }) => shown(name) },
      data: [
        ...districts.map((name, index) => ({
          name: `<${name}`,
          itemStyle: { color: DISTRICT_COLOURS[index % DISTRICT_COLOURS.length] ?? '#566573' },
          label: { position: 'left' as const, fontWeight: 'bold' as const },
        })),
        ...communes.map((name) => ({ name: `>${name}`, itemStyle: { color: '#566573' } })),
      ],
      links: ribbons.map(({ district, commune, units }) => ({
        source: `<${district}`,
        target: `>${commune}`,
        value: units,
      })),
    },
  };
}

function shown(name: string): string {
  return name.slice(1);
}

function ribbonText(given: unknown, t: Words): string {
  const item = given as {
    name: string;
    value: number;
    data: { source?: string; target?: string };
  };
  const { source, target } = item.data;
  return source && target
    ? t.flowText(shown(source), shown(target), String(item.value))
    : `${shown(item.name)}: ${t.count(String(item.value))}`;
}
