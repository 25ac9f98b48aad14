// Changes one key of a text and leaves the rest as its author wrote it: comments, order, quotes. Whatever it does is
// read again and held against what was meant, so that no text is ever changed into another scenario.
import { type Document, isSeq, parseDocument } from 'yaml';
import type { Json } from '@/lib/shared/json';
import { type Problem, unplaced } from '@/lib/shared/problem';
import { failure, type Result, success } from '@/lib/shared/result';
import { readYaml } from '@/lib/shared/yaml';
import { type Change, changed, defaultAt, grounded, valueAt } from './reader-change';
import { spliced } from './reader-splice';
import { LAYOUT, layOut } from './reader-yaml';

export interface Edited {
  readonly text: string;
  /** The key was not written before. */
  readonly added: boolean;
}

/**
 * The text after a change. A key that is not written and set to its default stays unwritten; `own` keys, which were
 * not the author's, are taken away again when they are set to their default.
 */
export function editText(text: string, change: Change, own = false): Result<Edited> {
  const before = readMap(text);
  if (!before.ok) return before;
  const written = valueAt(before.value, change.path) !== undefined;
  const isDefault = change.do === 'set' && same(change.value, defaultAt(change.path));
  if (isDefault && !written) return success({ text, added: false });
  if (isDefault && own) return editText(text, { do: 'remove', path: change.path });
  const step = grounded(change, before.value);
  const after = changed(before.value, step);
  if (after === null) return refused(noPlace);
  if (same(after, before.value)) return success({ text, added: false });
  for (const way of [spliced, rewritten]) {
    const next = attempt(() => way(text, parseDocument(text), step));
    if (
      next !== null &&
      same(
        attempt(() => valueOrNull(next)),
        after,
      )
    )
      return success({ text: next, added: !written });
  }
  return refused(entangled);
}

/** What a text holds, which is nothing as long as nothing is written; or why the form cannot change it. */
function readMap(text: string): Result<Json> {
  const read = readYaml(text);
  if (!read.ok) return isUnwritten(read.problems) ? success({}) : refused(unreadable(read.problems[0]));
  const { value } = read.value;
  const isMap = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isMap ? success(value) : refused(keyless);
}

const valueOrNull = (text: string): Json => {
  const value = readMap(text);
  return value.ok ? value.value : null;
};

const isUnwritten = (problems: readonly Problem[]): boolean => problems[0]?.code === 'yaml-empty';

/** The whole text written anew from its parts. Spaces within lines are lost, comments and order are not. */
function rewritten(_: string, document: Document, change: Change): string {
  if (document.contents === null) document.contents = document.createNode({});
  if (change.do === 'remove') {
    document.deleteIn(change.path);
  } else {
    const node = document.createNode(change.value);
    layOut(node, change.path);
    const list = document.getIn(change.path.slice(0, -1), true);
    if (change.do === 'insert' && isSeq(list)) list.items.splice(Number(change.path.at(-1)), 0, node);
    else document.setIn(change.path, node);
  }
  return document.toString(LAYOUT);
}

/** Libraries throw where a path leads through an alias or a scalar. */
function attempt<Value>(work: () => Value): Value | null {
  try {
    return work();
  } catch {
    return null;
  }
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

const refused = (problem: Problem) => failure([problem]);

/** The form is to be read only, as long as this stands. */
const unreadable = (cause: Problem | undefined): Problem => ({
  ...unplaced('edit-unreadable', `Mend line ${cause?.place?.line ?? 1} first: ${cause?.message ?? ''}`),
  hint: cause?.hint ?? null,
  place: cause?.place ?? null,
});

const keyless = unplaced(
  'edit-keyless',
  'The text is no map of keys and values, so there is no key that could be changed.',
  'Let it begin with `seed: 1`.',
);

const noPlace = unplaced(
  'edit-noPlace',
  'The text has no place for this key.',
  'See in the text what stands above it.',
);

const entangled = unplaced(
  'edit-entangled',
  'What stands here is also used in another place of the text, so the form does not change it.',
  'Change it in the text.',
);
