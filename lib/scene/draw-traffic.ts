// Draws what travels: marks with their words, or bands with their rates.
import type { Look, Pen, Sprite } from './pen';
import type { Flow } from './tokens-flows';
import type { Drawn, DrawnTraffic } from './traffic-packed';

const PILL = 16;
const PADDING = 6;

/** From the middle of a mark to the middle of its words. */
const BELOW = 16;

/** From the middle of a mark to where words beside it begin. */
const BESIDE = 11;

/**
 * Clears the canvas and draws the traffic. `shift`: how many pixels the dashes of bands have moved; it stays 0 for
 * whoever asked for less motion.
 */
export function drawTraffic(pen: Pen, traffic: DrawnTraffic, look: Look, shift = 0) {
  pen.clearRect(0, 0, look.width, look.height);
  pen.font = look.font;
  pen.textAlign = 'left';
  pen.textBaseline = 'middle';
  if (traffic.as === 'flows') return drawFlows(pen, traffic.flows, look, shift);
  for (const token of traffic.tokens) drawMark(pen, token, look);
  // Words lie above all marks: they are few, and are to be read.
  const taken: Spot[] = [];
  for (const token of traffic.tokens) if (token.label !== '') drawWords(pen, token, look, taken);
}

function drawMark(pen: Pen, { x, y, meaning, opacity }: Drawn, look: Look) {
  pen.globalAlpha = opacity;
  stamp(pen, look.meanings[meaning].sprite, x, y);
  pen.globalAlpha = 1;
}

const stamp = (pen: Pen, { image, width, height }: Sprite, x: number, y: number) =>
  pen.drawImage(image, x - width / 2, y - height / 2, width, height);

interface Spot {
  readonly left: number;
  readonly y: number;
  readonly width: number;
}

/** Words that would cover others stand below them; where that is too far away, they are left out. */
const PLACES = 4;

function drawWords(pen: Pen, token: Drawn, look: Look, taken: Spot[]) {
  const { label, opacity } = token;
  const first = spotOf(token, pen.measureText(label).width + 2 * PADDING, look);
  for (let place = 0; place < PLACES; place += 1) {
    const spot = { ...first, y: first.y + place * (PILL + 2) };
    if (taken.some((other) => covers(spot, other))) continue;
    taken.push(spot);
    pen.globalAlpha = opacity;
    drawPill(pen, label, spot, look);
    pen.globalAlpha = 1;
    return;
  }
}

/** Below a mark that goes across, beside one that goes down: between the boxes, where there is room for the words. */
function spotOf({ x, y, gap }: Drawn, width: number, look: Look): Spot {
  if (gap.along === 'x') return { left: leftOf(inGap(x, width, gap), width, look), y: y + BELOW, width };
  const isBefore = x + BESIDE + width > look.width;
  return { left: isBefore ? x - BESIDE - width : x + BESIDE, y: inGap(y, PILL, gap), width };
}

/** Where the middle of something so long stands, next to where it would like to: in the gap, or evenly over both sides. */
const inGap = (middle: number, length: number, { low, high }: Drawn['gap']): number =>
  high - low < length ? (low + high) / 2 : Math.max(low + length / 2, Math.min(high - length / 2, middle));

const covers = (one: Spot, other: Spot): boolean =>
  Math.abs(one.y - other.y) < PILL &&
  one.left < other.left + other.width &&
  other.left < one.left + one.width;

/** Around a point, but never beyond the sides of the picture. */
const leftOf = (x: number, width: number, look: Look): number =>
  Math.max(0, Math.min(look.width - width, x - width / 2));

/** Words on paper, with a mark before them. */
function drawPill(pen: Pen, words: string, { left, y, width }: Spot, look: Look, mark?: Sprite) {
  pen.beginPath();
  pen.roundRect(left, y - PILL / 2, width, PILL, PILL / 2);
  pen.fillStyle = look.paper;
  pen.fill();
  pen.strokeStyle = look.line;
  pen.lineWidth = 1;
  pen.stroke();
  if (mark !== undefined) stamp(pen, mark, left + PADDING + mark.width / 2, y);
  pen.fillStyle = look.ink;
  pen.fillText(words, left + PADDING + (mark === undefined ? 0 : leadOf(mark)), y + 0.5);
}

const leadOf = (mark: Sprite): number => mark.width + PADDING / 2;

function drawFlows(pen: Pen, flows: readonly Flow[], look: Look, shift: number) {
  for (const flow of flows) drawBand(pen, flow, look, shift);
  const taken: Spot[] = [];
  for (const flow of flows) drawRate(pen, flow, look, taken);
}

/** Below its band; beside it, where that goes down. */
function drawRate(pen: Pen, { fromX, fromY, toX, toY, rate, meaning }: Flow, look: Look, taken: Spot[]) {
  const { sprite } = look.meanings[meaning];
  const isAcross = Math.abs(toX - fromX) >= Math.abs(toY - fromY);
  const widthOf = (said: string) => pen.measureText(said).width + leadOf(sprite) + 2 * PADDING;
  const isLong = isAcross && widthOf(rateWords(rate)) > Math.abs(toX - fromX);
  const words = isLong ? shortRateWords(rate) : rateWords(rate);
  const width = widthOf(words);
  const aside = bandWidth(rate) / 2 + PADDING / 2;
  const x = (fromX + toX) / 2 + (isAcross ? 0 : aside + width / 2);
  // Beside a band that goes down there is room for two lines.
  const y = (fromY + toY) / 2 + (isAcross ? aside + PILL / 2 : -PILL / 2 - 1);
  const spot = { left: leftOf(x, width, look), y, width };
  // What goes and what comes back have their words below each other where they do not fit side by side.
  const free = taken.some((other) => covers(spot, other)) ? { ...spot, y: y + PILL + 2 } : spot;
  taken.push(free);
  drawPill(pen, words, free, look, sprite);
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

const short = new Intl.NumberFormat('en-US', { notation: 'compact', maximumSignificantDigits: 3 });

/** `12.4K/s`: between boxes that stand close, where more would cover them. */
const shortRateWords = (rate: number): string => `${short.format(rate)}/s`;
