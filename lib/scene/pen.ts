// What a drawing needs: a part of the canvas's context, so that a test can hold the pen.
import type { FlightMeaning } from './flights-kinds';

export type Pen = Pick<
  CanvasRenderingContext2D,
  | 'globalAlpha'
  | 'fillStyle'
  | 'strokeStyle'
  | 'lineWidth'
  | 'lineCap'
  | 'lineDashOffset'
  | 'font'
  | 'textAlign'
  | 'textBaseline'
  | 'clearRect'
  | 'beginPath'
  | 'roundRect'
  | 'moveTo'
  | 'lineTo'
  | 'fill'
  | 'stroke'
  | 'setLineDash'
  | 'fillText'
  | 'measureText'
  | 'drawImage'
>;

/** A mark, drawn beforehand; its size in pixels of the page. */
export interface Sprite {
  readonly image: CanvasImageSource;
  readonly width: number;
  readonly height: number;
}

export interface Ink {
  readonly sprite: Sprite;
  readonly strong: string;
  readonly soft: string;
}

/** How things look: what the page's tokens say, in the theme that is on. */
export interface Look {
  readonly width: number;
  readonly height: number;
  readonly meanings: Readonly<Record<FlightMeaning, Ink>>;
  readonly paper: string;
  readonly line: string;
  readonly ink: string;
  readonly font: string;
}
