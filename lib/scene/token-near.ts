import type { Token, Traffic } from './tokens';

/** A token is hit within so many pixels of its middle. */
const REACH = 16;

/** The token nearest to a point, if one is near; in a flow none can be told from the others. */
export function tokenNear(traffic: Traffic, x: number, y: number): Token | null {
  if (traffic.as === 'flows') return null;
  let nearest: Token | null = null;
  let least = REACH;
  for (const token of traffic.tokens) {
    const distance = Math.hypot(token.x - x, token.y - y);
    if (distance > least) continue;
    least = distance;
    nearest = token;
  }
  return nearest;
}
