// The shapes of meanings, drawn once: as SVG beside words, on the canvas where messages travel.
import type { Meaning } from './meanings';

export interface Stroke {
  readonly path: string;
  readonly width: number;
  /** Lengths of line and gap, in turn. */
  readonly dash?: readonly number[];
}

/** In a box of 12 by 12, or wider. */
export interface Shape {
  readonly width: number;
  readonly height: number;
  readonly filled: readonly string[];
  readonly strokes: readonly Stroke[];
}

const SIZE = 12;

/** A circle as a path, from where an SVG circle begins. */
const circle = (x: number, y: number, radius: number): string =>
  `M${x + radius} ${y}a${radius} ${radius} 0 1 1 ${-2 * radius} 0a${radius} ${radius} 0 1 1 ${2 * radius} 0Z`;

const shape = (filled: readonly string[], strokes: readonly Stroke[], width = SIZE): Shape => ({
  width,
  height: SIZE,
  filled,
  strokes,
});

/** A ring, a triangle, a disc, two discs, a square, a broken ring, a cross. */
export const SHAPES: Readonly<Record<Meaning, Shape>> = {
  pending: shape([], [{ path: circle(6, 6, 4.2), width: 2 }]),
  flight: shape(['M2 1.5 11 6 2 10.5Z'], []),
  delivered: shape([circle(6, 6, 5)], []),
  duplicate: shape([circle(6, 6, 5)], [{ path: circle(10, 6, 4.4), width: 1.6 }], SIZE + 4),
  dead: shape(['M1.5 1.5h9v9h-9Z'], []),
  lost: shape([], [{ path: circle(6, 6, 4.4), width: 1.8, dash: [2.6, 2.2] }]),
  crash: shape([], [{ path: 'M1.5 1.5l9 9m0-9l-9 9', width: 2.4 }]),
};

/** What is no message, a row, a confirm, a mark or an ack: a small dot that means nothing by itself. */
export const DOT: Shape = { width: 6, height: 6, filled: [circle(3, 3, 2.5)], strokes: [] };
