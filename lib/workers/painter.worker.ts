// Draws what travels, away from the page, which has enough to do with each frame.
import { drawTraffic } from '@/lib/scene/draw-traffic';
import type { Look } from '@/lib/scene/pen';
import { type PackedTraffic, unpackTraffic } from '@/lib/scene/traffic-packed';

/** A family of letters that the look's font names: a worker knows none of the page's. */
export interface Letters {
  readonly family: string;
  readonly source: string;
  readonly weight: string;
}

export interface Setting {
  readonly look: Look;
  /** Dots of the screen for a pixel. */
  readonly ratio: number;
  readonly letters: readonly Letters[];
}

export interface Drawing {
  readonly traffic: PackedTraffic;
  /** How far the dashes of bands have moved. */
  readonly shift: number;
}

/** The first brings the canvas; one brings a setting where that is another from then on. */
export interface PainterMessage {
  readonly canvas?: OffscreenCanvas;
  readonly setting?: Setting;
  readonly drawing: Drawing;
}

// Asked for once: Firefox takes a second asking in a worker for one from another thread.
let pen: OffscreenCanvasRenderingContext2D | null = null;
let look: Look | null = null;
let last: Drawing | null = null;
const known = new Set<string>();

const scope: { readonly fonts?: FontFaceSet } = self;

self.addEventListener('message', ({ data }: MessageEvent<PainterMessage>) => {
  pen ??= data.canvas?.getContext('2d') ?? null;
  if (data.setting !== undefined) set(data.setting);
  last = data.drawing;
  draw();
});

function draw() {
  if (pen !== null && look !== null && last !== null)
    drawTraffic(pen, unpackTraffic(last.traffic), look, last.shift);
}

function set({ look: asked, ratio, letters }: Setting) {
  look = asked;
  if (pen === null) return;
  // As many dots as the screen has, so that words are sharp.
  pen.canvas.width = Math.round(look.width * ratio);
  pen.canvas.height = Math.round(look.height * ratio);
  pen.setTransform(ratio, 0, 0, ratio, 0, 0);
  for (const one of letters) learn(one);
}

/** What was drawn meanwhile is drawn anew; letters that cannot be had are left to the browser's own. */
function learn({ family, source, weight }: Letters) {
  if (scope.fonts === undefined || known.has(source)) return;
  known.add(source);
  const face = new FontFace(family, source, { weight });
  scope.fonts.add(face);
  face.load().then(draw, () => undefined);
}
