// Draws what travels: marks with their words, or bands with their rates.
import type { Token, Traffic } from '@/lib/scene/tokens';
import type { Flow } from '@/lib/scene/tokens-flows';
import type { Look, Pen, Sprite } from './pen';

const PILL = 16;
const PADDING = 6;

/** From the middle of a mark to the middle of its words. */
const BELOW = 16;

/**
 * Clears the canvas and draws the traffic. `shift`: how many pixels the dashes of bands have moved; it stays 0 for
 * whoever asked for less motion.
 */
export function drawTraffic(pen: Pen, traffic: Traffic, look: Look, shift = 0) {
  pen.clearRect(0, 0, look.width, look.height);
  pen.font = look.font;
  pen.textAlign = 'left';
  pen.textBaseline = 'middle';
  if (traffic.as === 'flows') return drawFlows(pen, traffic.flows, look, shift);
  for (const token of traffic.tokens) drawMark(pen, token, look);
  // Words lie above all marks: they are few, and are to be read.
  for (const token of traffic.tokens) drawWords(pen, token, look);
}

function drawMark(pen: Pen, { x, y, meaning, opacity }: Token, look: Look) {
  pen.globalAlpha = opacity;
  stamp(pen, look.meanings[meaning].sprite, x, y);
  pen.globalAlpha = 1;
}

const stamp = (pen: Pen, { image, width, height }: Sprite, x: number, y: number) =>
  pen.drawImage(image, x - width / 2, y - height / 2, width, height);

function drawWords(pen: Pen, { x, y, label, opacity }: Token, look: Look) {
  if (label === '') return;
  pen.globalAlpha = opacity;
  drawPill(pen, label, x, y + BELOW, look);
  pen.globalAlpha = 1;
}

/** Words on paper around a point, with a mark before them; never beyond the sides of the picture. */
function drawPill(pen: Pen, words: string, x: number, y: number, look: Look, mark?: Sprite) {
  const lead = mark === undefined ? 0 : mark.width + PADDING / 2;
  const width = pen.measureText(words).width + lead + 2 * PADDING;
  const left = Math.max(0, Math.min(look.width - width, x - width / 2));
  pen.beginPath();
  pen.roundRect(left, y - PILL / 2, width, PILL, PILL / 2);
  pen.fillStyle = look.paper;
  pen.fill();
  pen.strokeStyle = look.line;
  pen.lineWidth = 1;
  pen.stroke();
  if (mark !== undefined) stamp(pen, mark, left + PADDING + mark.width / 2, y);
  pen.fillStyle = look.ink;
  pen.fillText(words, left + PADDING + lead, y + 0.5);
}

function drawFlows(pen: Pen, flows: readonly Flow[], look: Look, shift: number) {
  for (const flow of flows) drawBand(pen, flow, look, shift);
  for (const flow of flows) {
    const x = (flow.fromX + flow.toX) / 2;
    const y = (flow.fromY + flow.toY) / 2;
    drawPill(pen, rateWords(flow.rate), x, y, look, look.meanings[flow.meaning].sprite);
  }
}

/** Ten times as many make a band so much wider, in pixels. */
const TENFOLD = 4;

export const bandWidth = (rate: number): number => 2 + TENFOLD * Math.log10(1 + rate);

const DASH = [10, 8];

function drawBand(pen: Pen, flow: Flow, look: Look, shift: number) {
  const { strong, soft } = look.meanings[flow.meaning];
  pen.beginPath();
  pen.moveTo(flow.fromX, flow.fromY);
  pen.lineTo(flow.toX, flow.toY);
  pen.lineCap = 'butt';
  pen.strokeStyle = soft;
  pen.lineWidth = bandWidth(flow.rate);
  pen.stroke();
  pen.setLineDash(DASH);
  pen.lineDashOffset = -shift;
  pen.strokeStyle = strong;
  pen.lineWidth = 2;
  pen.stroke();
  pen.setLineDash([]);
}

const number = new Intl.NumberFormat('en-US', { maximumSignificantDigits: 3 });

/** `12,400 a second`: more digits would change too fast to be read. */
export const rateWords = (rate: number): string => `${number.format(rate)} a second`;
