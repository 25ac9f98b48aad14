// How things look now, read from the page's tokens.
import { FLIGHT_MEANINGS, type FlightMeaning } from '@/lib/scene/flights-kinds';
import { meanings } from '@/lib/scene/meanings';
import type { Ink, Look, Sprite } from '@/lib/scene/pen';
import { DOT, SHAPES, type Shape } from '@/lib/scene/shapes';

/** Reads the colours of the theme that is on and draws each mark once, for a screen with so many dots a pixel. */
export function readLook(element: HTMLElement, width: number, height: number, ratio: number): Look {
  const style = getComputedStyle(element);
  const read = (token: string) => style.getPropertyValue(token).trim();
  const paper = read('--paper');
  const inks = FLIGHT_MEANINGS.map((meaning) => [meaning, inkOf(meaning, read, paper, ratio)] as const);
  return {
    width,
    height,
    meanings: Object.fromEntries(inks) as Record<FlightMeaning, Ink>,
    paper,
    line: read('--line-strong'),
    ink: read('--ink'),
    font: `500 11.5px ${read('--ui')}`,
  };
}

function inkOf(meaning: FlightMeaning, read: (token: string) => string, paper: string, ratio: number): Ink {
  const isQuiet = meaning === 'quiet';
  const strong = read(isQuiet ? '--ink-3' : meanings[meaning].token);
  const soft = read(isQuiet ? '--sunk' : `${meanings[meaning].token}-soft`);
  return { sprite: spriteOf(isQuiet ? DOT : SHAPES[meaning], strong, paper, ratio), strong, soft };
}

/** A rim of paper keeps a mark apart from what it passes over. */
const RIM = 1.5;

function spriteOf(shape: Shape, colour: string, paper: string, ratio: number): Sprite {
  const width = shape.width + 2 * RIM;
  const height = shape.height + 2 * RIM;
  const image = new OffscreenCanvas(Math.ceil(width * ratio), Math.ceil(height * ratio));
  const pen = image.getContext('2d');
  if (pen !== null) {
    pen.scale(ratio, ratio);
    pen.translate(RIM, RIM);
    drawShape(pen, shape, paper, 2 * RIM);
    drawShape(pen, shape, colour, 0);
  }
  // A canvas as a source is copied each time that it is drawn.
  return { image: image.transferToImageBitmap(), width, height };
}

/** The shape in a colour, its lines wider by so much. */
function drawShape(pen: OffscreenCanvasRenderingContext2D, shape: Shape, colour: string, rim: number): void {
  pen.fillStyle = colour;
  pen.strokeStyle = colour;
  pen.lineJoin = 'round';
  for (const path of shape.filled) {
    pen.fill(new Path2D(path));
    pen.setLineDash([]);
    pen.lineWidth = rim;
    if (rim > 0) pen.stroke(new Path2D(path));
  }
  for (const { path, width, dash } of shape.strokes) {
    pen.setLineDash(rim > 0 ? [] : [...(dash ?? [])]);
    pen.lineWidth = width + rim;
    pen.stroke(new Path2D(path));
  }
}
