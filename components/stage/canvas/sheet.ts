// What traffic is drawn on: a canvas that a worker draws on, or where that cannot be had, one that is drawn on here.
import type { Look } from '@/lib/scene/pen';
import type { Traffic } from '@/lib/scene/tokens';
import { packTraffic } from '@/lib/scene/traffic-packed';
import { makePainter, type PainterMessage, type Setting } from '@/lib/store/painters';
import { lettersOf } from './letters';

/** How things look from now on, for a screen with so many dots a pixel. */
export type Looked = Pick<Setting, 'look' | 'ratio'>;

export interface Sheet {
  readonly canvas: HTMLCanvasElement;
  /** `looked` comes with the first drawing, and wherever things look different. */
  readonly draw: (traffic: Traffic, shift: number, looked: Looked | null) => void;
  readonly end: () => void;
}

/** Lays a canvas into its place. `alone`: without a worker. `broken` hears that the worker cannot be had: this sheet stays empty. */
export function createSheet(place: HTMLElement, alone: boolean, broken: () => void): Sheet {
  const canvas = place.appendChild(document.createElement('canvas'));
  const isHere = alone || !('transferControlToOffscreen' in canvas);
  const draw = isHere ? drawHere(canvas) : drawElsewhere(canvas, broken);
  return {
    canvas,
    draw: draw.draw,
    end() {
      draw.end();
      canvas.remove();
    },
  };
}

type Drawer = Pick<Sheet, 'draw' | 'end'>;

function drawElsewhere(canvas: HTMLCanvasElement, broken: () => void): Drawer {
  const worker = makePainter();
  worker.addEventListener('error', broken);
  let handed: { readonly canvas: OffscreenCanvas } | null = { canvas: canvas.transferControlToOffscreen() };
  return {
    draw(traffic, shift, looked) {
      const packed = packTraffic(traffic);
      const message: PainterMessage = {
        ...handed,
        ...(looked !== null && { setting: { ...looked, letters: lettersOf(looked.look.font) } }),
        drawing: { traffic: packed, shift },
      };
      worker.postMessage(message, [
        ...(handed === null ? [] : [handed.canvas]),
        ...(looked === null ? [] : picturesOf(looked.look)),
        ...(packed.as === 'marks' ? [packed.cells.buffer] : []),
      ]);
      handed = null;
    },
    end: () => worker.terminate(),
  };
}

const picturesOf = ({ meanings }: Look): ImageBitmap[] =>
  Object.values(meanings).flatMap(({ sprite: { image } }) => (image instanceof ImageBitmap ? [image] : []));

/** What it takes is fetched only here: most browsers need none of it. */
function drawHere(canvas: HTMLCanvasElement): Drawer {
  const pen = canvas.getContext('2d');
  const drawing = import('@/lib/scene/draw-traffic');
  let look: Look | null = null;
  return {
    async draw(traffic, shift, looked) {
      const { drawTraffic } = await drawing;
      if (pen === null) return;
      if (looked !== null) {
        look = looked.look;
        canvas.width = Math.round(look.width * looked.ratio);
        canvas.height = Math.round(look.height * looked.ratio);
        pen.setTransform(looked.ratio, 0, 0, looked.ratio, 0, 0);
      }
      if (look !== null) drawTraffic(pen, traffic, look, shift);
    },
    end: () => undefined,
  };
}
