// Makes the workers that draw what travels.

export type { Letters, PainterMessage, Setting } from '@/lib/workers/painter.worker';

/** It draws on the canvas that it is handed; to end it ends the drawing. */
export const makePainter = (): Worker =>
  new Worker(new URL('../workers/painter.worker.ts', import.meta.url), { type: 'module' });
