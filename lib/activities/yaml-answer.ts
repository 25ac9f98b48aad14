// The first layers of an answer that is YAML: small enough, readable, and of the shape that its kind asks for.
import type { Place } from '@/lib/shared/place';
import { readYaml, type YamlDocument } from '@/lib/shared/yaml';
import { failed, passed } from './check-result';
import type { CheckResult } from './verdict';

/** Something about the shape of an answer, in the learner's words. */
export interface ShapeProblem {
  readonly subject: string | null;
  readonly message: string;
  readonly hint: string | null;
  readonly place: Place | null;
}

/** `checks` holds a result for each layer that held, and one for each problem of the one that did not. */
export type YamlAnswer =
  | { readonly ok: true; readonly document: YamlDocument; readonly checks: readonly CheckResult[] }
  | { readonly ok: false; readonly checks: readonly CheckResult[] };

/** `shape` lists what is wrong with the shape; `right` says that nothing is, such as "It is a list of pieces." */
export function readYamlAnswer(
  text: string,
  shape: (document: YamlDocument) => readonly ShapeProblem[],
  right: string,
): YamlAnswer {
  const read = readYaml(text);
  if (!read.ok) {
    const isLarge = read.problems.some(({ code }) => code === 'yaml-too-large');
    const layer = isLarge ? 'size' : 'yaml';
    return { ok: false, checks: [...(isLarge ? [] : [SMALL]), ...read.problems.map(problemOf(layer))] };
  }
  const problems = shape(read.value);
  if (problems.length > 0)
    return { ok: false, checks: [SMALL, READABLE, ...problems.map(problemOf('shape'))] };
  return { ok: true, document: read.value, checks: [SMALL, READABLE, passed('shape', right)] };
}

const SMALL = passed('size', 'The answer is small enough to be read.');
const READABLE = passed('yaml', 'The YAML can be read.');

const problemOf =
  (layer: 'size' | 'yaml' | 'shape') =>
  ({
    message,
    hint,
    place,
    ...rest
  }: Omit<ShapeProblem, 'subject'> & { readonly subject?: string | null }): CheckResult =>
    failed(layer, message, { subject: rest.subject ?? null, hints: hint === null ? [] : [hint], place });
