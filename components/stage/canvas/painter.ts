// Paints on a canvas when there is something new to see, and only then: a frame for each change, at most.
import type { Flights } from '@/lib/scene/flights';
import type { Layout } from '@/lib/scene/layout';
import { type Traffic, trafficAt } from '@/lib/scene/tokens';
import type { Millis } from '@/lib/sim/scenario/scenario';
import { drawTraffic } from './draw-traffic';
import { readLook } from './look';
import type { Look } from './pen';

export interface Subject {
  readonly flights: Flights;
  readonly layout: Layout;
  /** The moment to paint. */
  readonly moment: () => Millis;
  /** How much of the run goes by while a person looks once; 0 where it stands still. */
  readonly passing: () => Millis;
  /** Nothing is to move by itself. */
  readonly still: boolean;
}

export interface Painter {
  /** Something may have changed: paints with the next frame. */
  readonly ask: () => void;
  /** What is in the picture now. */
  readonly traffic: () => Traffic;
  readonly end: () => void;
}

const NOTHING: Traffic = { as: 'tokens', tokens: [] };

/** Dashes go so far, in pixels, in a millisecond of the run: they stand when it does. */
const PACE = 0.06;

export function createPainter(canvas: HTMLCanvasElement, subject: Subject): Painter {
  const { flights, layout, moment, passing, still } = subject;
  const pen = canvas.getContext('2d');
  let traffic = NOTHING;
  let look: Look | null = null;
  let painted = Number.NaN;
  let frame = 0;

  const paint = () => {
    frame = 0;
    const time = moment();
    if (pen === null || (look !== null && time === painted)) return;
    look ??= takeSize(canvas, pen, layout);
    painted = time;
    traffic = trafficAt(flights, layout, time, passing());
    drawTraffic(pen, traffic, look, still ? 0 : time * PACE);
  };
  const ask = () => {
    if (frame === 0) frame = requestAnimationFrame(paint);
  };
  const endLooks = onLookChanged(() => {
    look = null;
    ask();
  });
  ask();
  return {
    ask,
    traffic: () => traffic,
    end() {
      cancelAnimationFrame(frame);
      endLooks();
    },
  };
}

/** As many dots as the screen has, so that words are sharp. */
function takeSize(canvas: HTMLCanvasElement, pen: CanvasRenderingContext2D, { width, height }: Layout): Look {
  const ratio = window.devicePixelRatio;
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round(height * ratio);
  pen.setTransform(ratio, 0, 0, ratio, 0, 0);
  return readLook(canvas, width, height, ratio);
}

/** The theme, the letters, or how many dots the screen has for a pixel. Returns what ends it. */
function onLookChanged(changed: () => void): () => void {
  const theme = new MutationObserver(changed);
  theme.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  const ends = new AbortController();
  const { signal } = ends;
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', changed, { signal });
  window.addEventListener('resize', changed, { signal });
  document.fonts.addEventListener('loadingdone', changed, { signal });
  return () => {
    theme.disconnect();
    ends.abort();
  };
}
