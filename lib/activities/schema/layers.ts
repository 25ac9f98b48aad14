// The first layers, whose checks are the same in every activity.
import { LAYERS, type Layer, type TableReading } from '@/lib/table/read-table';
import { failed, passed } from '../check-result';
import type { CheckResult } from '../verdict';

const passedWords: Readonly<Record<Layer, string>> = {
  size: 'The answer is small enough to be read.',
  yaml: 'The YAML can be read.',
  shape: 'It has the shape of a table.',
};

/** A result for each layer that held, and one for each problem of the one that did not. */
export function layerResults(reading: TableReading): readonly CheckResult[] {
  const reached = reading.ok ? LAYERS.length : LAYERS.indexOf(reading.layer);
  const held = LAYERS.slice(0, reached).map((layer) => passed(layer, passedWords[layer]));
  if (reading.ok) return held;
  const problems = reading.problems.map(({ subject, message, hint, place }) =>
    failed(reading.layer, message, { subject, hints: hint === null ? [] : [hint], place }),
  );
  return [...held, ...problems];
}
