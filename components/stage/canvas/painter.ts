// Has traffic drawn when there is something new to see, and only then: a frame for each change, at most.
import type { Flights } from '@/lib/scene/flights';
import type { Layout } from '@/lib/scene/layout';
import { type Traffic, trafficAt } from '@/lib/scene/tokens';
import type { Millis } from '@/lib/sim/scenario/scenario';
import { readLook } from './look';
import type { Looked, Sheet } from './sheet';

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

export function createPainter(sheet: Sheet, subject: Subject): Painter {
  const { flights, layout, moment, passing, still } = subject;
  let traffic = NOTHING;
  let looks = false;
  let painted = Number.NaN;
  let frame = 0;

  const paint = () => {
    frame = 0;
    const time = moment();
    if (looks && time === painted) return;
    const looked = looks ? null : lookedAt(sheet.canvas, layout);
    looks = true;
    painted = time;
    traffic = trafficAt(flights, layout, time, passing());
    sheet.draw(traffic, still ? 0 : time * PACE, looked);
  };
  const ask = () => {
    if (frame === 0) frame = requestAnimationFrame(paint);
  };
  const endLooks = onLookChanged(() => {
    looks = false;
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

function lookedAt(canvas: HTMLCanvasElement, { width, height }: Layout): Looked {
  const ratio = window.devicePixelRatio;
  return { look: readLook(canvas, width, height, ratio), ratio };
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
