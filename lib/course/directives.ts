import type { Root, RootContent } from 'mdast';
import type {} from 'remark-directive';
import { visit } from 'unist-util-visit';
import type { Place } from '@/lib/shared/place';
import type { Problem } from '@/lib/shared/problem';
import type { Spot } from '@/lib/shared/spot';
import { type Folder, pathsIn, textAt } from './folder';
import * as problems from './problems';

export type LeafDirective = Extract<RootContent, { type: 'leafDirective' }>;
export type ContainerDirective = Extract<RootContent, { type: 'containerDirective' }>;
type TextDirective = Extract<RootContent, { type: 'textDirective' }>;

interface Form {
  readonly node: 'leafDirective' | 'containerDirective';
  readonly write: string;
  readonly attributes: readonly string[];
}

const aside = (name: string): Form => ({
  node: 'containerDirective',
  write: `a line \`:::${name}\`, the text, and a line \`:::\``,
  attributes: [],
});

const forms: ReadonlyMap<string, Form> = new Map<string, Form>([
  [
    'activity',
    { node: 'leafDirective', write: '`::activity{#ID}` on a line of its own', attributes: ['id'] },
  ],
  [
    'code',
    {
      node: 'leafDirective',
      write: '`::code{file="ACTIVITY/FILE" lines="2-8"}` on a line of its own',
      attributes: ['file', 'lines'],
    },
  ],
  ['note', aside('note')],
  ['warning', aside('warning')],
  ['details', { ...aside('details'), write: 'a line `:::details[Title]`, the text, and a line `:::`' }],
]);

const later: readonly string[] = ['pattern', 'scenario'];

/** What directives are judged against: the lesson's own folder and the activities in it. */
export interface LessonGround {
  readonly file: string;
  readonly folder: Folder;
  readonly activities: readonly string[];
}

interface Position {
  readonly start: { readonly line: number; readonly column: number; readonly offset?: number | undefined };
  readonly end: { readonly line: number; readonly column: number; readonly offset?: number | undefined };
}

export const placeOf = (position: Position | undefined): Place => ({
  line: position?.start.line ?? 1,
  column: position?.start.column ?? 1,
  endLine: position?.end.line ?? 1,
  endColumn: position?.end.column ?? 1,
});

/**
 * Judges every directive of a lesson. What only looked like one (`10:30`, `a:b`) becomes the text that it was.
 * Changes the tree.
 */
export function judgeDirectives(tree: Root, source: string, ground: LessonGround): readonly Problem[] {
  const found: Problem[] = [...judgeWithinLines(tree, source, ground)];
  const placed = new Set<string>();
  visit(tree, (node) => {
    if (node.type !== 'leafDirective' && node.type !== 'containerDirective') return;
    found.push(...judgeForm(node, source, ground));
    if (node.name === 'activity') found.push(...judgePlace(node, placed, ground));
    if (node.name === 'code') found.push(...judgeCode(node, ground));
  });
  const unplaced = ground.activities.filter((id) => !placed.has(id));
  return [...found, ...unplaced.map((id) => problems.activityUnplaced(ground.file, id))];
}

function judgeWithinLines(tree: Root, source: string, ground: LessonGround): readonly Problem[] {
  const found: Problem[] = [];
  visit(tree, 'textDirective', (node, index, parent) => {
    found.push(...judgeText(node, ground));
    parent?.children.splice(index ?? 0, 1, ...textAgain(node, source));
    return index;
  });
  return found;
}

const spotOf = (node: { position?: Position | undefined }, ground: LessonGround): Spot => ({
  file: ground.file,
  place: placeOf(node.position),
});

const attributesOf = (node: LeafDirective | ContainerDirective): readonly string[] =>
  Object.keys(node.attributes ?? {});

function judgeForm(
  node: LeafDirective | ContainerDirective,
  source: string,
  ground: LessonGround,
): readonly Problem[] {
  const at = spotOf(node, ground);
  const form = forms.get(node.name);
  if (later.includes(node.name)) return [problems.directiveNotYet(at, node.name)];
  if (form === undefined) return [problems.directiveUnknown(at, node.name, [...forms.keys()])];
  if (form.node !== node.type) return [problems.directiveMisformed(at, node.name, form.write)];
  const needsTitle = node.name === 'details' && labelOf(node) === null;
  return [
    ...(isOpen(node, source) ? [problems.directiveOpen(at, node.name)] : []),
    ...(needsTitle ? [problems.directiveMisformed(at, node.name, form.write)] : []),
    ...attributesOf(node)
      .filter((name) => !form.attributes.includes(name))
      .map((name) => problems.attributeUnknown(at, node.name, name, form.attributes)),
  ];
}

/** The paragraph between the brackets of `:::details[Title]`. */
export function labelOf(node: LeafDirective | ContainerDirective) {
  const first = node.children[0];
  const isLabel = first?.type === 'paragraph' && first.data?.directiveLabel === true;
  return isLabel ? first : null;
}

/** The parser ends a container at the end of its parent when nothing closes it. */
function isOpen(node: LeafDirective | ContainerDirective, source: string): boolean {
  const { start, end } = node.position ?? {};
  const written = source.slice(start?.offset ?? 0, end?.offset ?? 0);
  return node.type === 'containerDirective' && !/\n[\s>]*:{3,}\s*$/.test(written);
}

function judgePlace(
  node: LeafDirective | ContainerDirective,
  placed: Set<string>,
  ground: LessonGround,
): readonly Problem[] {
  const at = spotOf(node, ground);
  const id = node.attributes?.['id'] ?? '';
  if (id === '') return [problems.attributeMissing(at, node.name, forms.get('activity')?.write ?? '')];
  if (!ground.activities.includes(id)) return [problems.activityUnknown(at, id, ground.activities)];
  if (placed.has(id)) return [problems.activityTwice(at, id)];
  placed.add(id);
  return [];
}

function judgeCode(node: LeafDirective | ContainerDirective, ground: LessonGround): readonly Problem[] {
  const at = spotOf(node, ground);
  const file = node.attributes?.['file'] ?? '';
  if (file === '') return [problems.attributeMissing(at, node.name, forms.get('code')?.write ?? '')];
  const text = textAt(ground.folder, file);
  if (text === null) return [problems.codeFileUnknown(at, file, pathsIn(ground.folder))];
  const range = node.attributes?.['lines'];
  const count = linesOf(text).length;
  if (range === undefined || range === null || cutLines(text, range) !== null) return [];
  return [problems.codeLinesOutside(at, file, range, count)];
}

const linesOf = (text: string): readonly string[] => text.replace(/\r?\n$/, '').split(/\r?\n/);

/** The lines `2-8` or `3` of a text, or all of it; null when they are not in it. */
export function cutLines(text: string, range: string | null): string | null {
  const lines = linesOf(text);
  if (range === null) return lines.join('\n');
  const match = /^(\d+)(?:-(\d+))?$/.exec(range.trim());
  const first = Number(match?.[1]);
  const last = Number(match?.[2] ?? match?.[1]);
  const inside = match !== null && first >= 1 && first <= last && last <= lines.length;
  return inside ? lines.slice(first - 1, last).join('\n') : null;
}

/** A directive within a line: nothing knows any, but one that is known elsewhere was surely meant. */
function judgeText(node: TextDirective, ground: LessonGround): readonly Problem[] {
  const form = forms.get(node.name);
  const isMeant = node.children.length > 0 || Object.keys(node.attributes ?? {}).length > 0;
  if (!isMeant) return [];
  const at = spotOf(node, ground);
  if (form !== undefined) return [problems.directiveMisformed(at, node.name, form.write)];
  return later.includes(node.name) ? [problems.directiveNotYet(at, node.name)] : [];
}

function textAgain(node: TextDirective, source: string): TextDirective['children'] {
  const start = node.position?.start.offset ?? 0;
  const end = node.position?.end.offset ?? 0;
  const first = node.children[0]?.position?.start.offset ?? end;
  const last = node.children.at(-1)?.position?.end.offset ?? end;
  const text = (from: number, to: number): TextDirective['children'] =>
    from < to ? [{ type: 'text', value: source.slice(from, to) }] : [];
  return [...text(start, first), ...node.children, ...text(last, end)];
}
