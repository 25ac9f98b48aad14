// An answer as text: what somebody did with a pointer or by key, as they could have written it.
import type { Json } from '@/lib/shared/json';
import { type JsonMap, mapOf } from './opened';

/** YAML, a line for each thing in a list. Comments of an earlier text are not in it. */
export const writePart = (written: JsonMap): string =>
  Object.entries(written)
    .map(([key, value]) => `${key}:${below(value)}\n`)
    .join('');

function below(value: Json): string {
  if (!Array.isArray(value) || value.length === 0) return ` ${flow(value)}`;
  return `\n${value.map((item: Json) => `  - ${flow(item)}`).join('\n')}`;
}

/** On one line. */
function flow(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`;
  if (value !== null && typeof value === 'object') {
    const pairs = Object.entries(mapOf(value)).map(([key, part]) => `${key}: ${flow(part)}`);
    return pairs.length === 0 ? '{}' : `{ ${pairs.join(', ')} }`;
  }
  return typeof value === 'string' && PLAIN.test(value) ? value : JSON.stringify(value);
}

/** Words that mean themselves in YAML. */
const PLAIN = /^(?!(?:true|false|null|yes|no|on|off)$)[a-z][a-z0-9-]*$/;
