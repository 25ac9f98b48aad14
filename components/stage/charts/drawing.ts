// The charts' lines, drawn by uPlot. Loaded when there is time for it: what is said of a chart waits for nothing.
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { meanings } from '@/lib/scene/meanings';
import type { Millis } from '@/lib/sim/scenario/scenario';
import type { Line } from './chart-lines';
import type { Measure } from './measures';

export interface Picture {
  readonly shown: Line;
  /** The line of the run beside it: dashed. */
  readonly beside: Line | null;
  readonly span: Millis;
  /** The value at the upper edge. */
  readonly top: number;
  readonly width: number;
}

export interface Drawing {
  readonly show: (picture: Picture) => void;
  readonly end: () => void;
}

const HEIGHT = 56;

/** Begins a drawing in an element; in other colours once the theme changes. */
export function drawIn(place: HTMLElement, { meaning, holds }: Measure): Drawing {
  let ends = { span: 1, top: 1 };
  const token = (name: string) => () => getComputedStyle(place).getPropertyValue(name);
  const { token: colour } = meanings[meaning];
  const paths = uPlot.paths.stepped?.({ align: holds ? 1 : -1 });
  const common = { width: 1.5, points: { show: false }, ...(paths !== undefined && { paths }) };
  const chart = new uPlot(
    {
      width: 1,
      height: HEIGHT,
      padding: [2, 0, 1, 0],
      legend: { show: false },
      cursor: { show: false },
      axes: [{ show: false }, { show: false }],
      scales: {
        x: { time: false, range: () => [0, ends.span] },
        y: { range: () => [0, ends.top] },
      },
      series: [
        {},
        { ...common, stroke: token(colour), fill: token(`${colour}-soft`) },
        { ...common, stroke: token('--ink-2'), dash: [4, 3] },
      ],
    },
    [[], [], []],
    place,
  );
  const stopFollowing = followTheme(() => chart.redraw(true));
  return {
    show: ({ shown, beside, span, top, width }) => {
      ends = { span, top };
      chart.setSize({ width, height: HEIGHT });
      chart.setData([
        shown.at,
        [...shown.values],
        beside === null ? shown.values.map(() => null) : [...beside.values],
      ]);
    },
    end: () => {
      stopFollowing();
      chart.destroy();
    },
  };
}

function followTheme(changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  return () => observer.disconnect();
}
