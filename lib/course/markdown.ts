import type { Root as HastRoot } from 'hast';
import type { Code, Root } from 'mdast';
import remarkDirective from 'remark-directive';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import type { Problem } from '@/lib/shared/problem';
import { readYaml } from '@/lib/shared/yaml';
import { drawBody } from './body';
import type { Heading } from './course';
import { judgeDirectives, type LessonGround, placeOf } from './directives';
import { isLanguage, languages } from './highlight';
import { headingTooHigh, htmlRefused, languageUnknown } from './problems';

/** A lesson's text, read. */
export interface Markdown {
  readonly frontmatter: { readonly text: string; readonly firstLine: number } | null;
  readonly body: HastRoot;
  readonly headings: readonly Heading[];
  readonly problems: readonly Problem[];
}

const parser = unified().use(remarkParse).use(remarkFrontmatter).use(remarkGfm).use(remarkDirective).freeze();

/** Reads a lesson's markdown into safe HTML, with everything that is wrong with it. */
export function readMarkdown(source: string, ground: LessonGround): Markdown {
  const tree = parser.parse(source);
  const problems = [...judgeText(tree, ground), ...judgeDirectives(tree, source, ground)];
  const drawn = drawBody(tree, ground);
  return {
    frontmatter: frontmatterOf(tree),
    body: drawn.body,
    headings: drawn.headings,
    problems: [...problems, ...drawn.problems],
  };
}

function frontmatterOf(tree: Root): Markdown['frontmatter'] {
  const first = tree.children[0];
  if (first?.type !== 'yaml') return null;
  return { text: first.value, firstLine: (first.position?.start.line ?? 1) + 1 };
}

const isComment = (html: string): boolean => /^<!--(?:(?!-->)[\s\S])*-->$/.test(html.trim());

function judgeText(tree: Root, { file }: LessonGround): readonly Problem[] {
  const found: Problem[] = [];
  visit(tree, (node) => {
    const at = { file, place: placeOf(node.position) };
    if (node.type === 'html' && !isComment(node.value)) found.push(htmlRefused(at));
    if (node.type === 'heading' && node.depth === 1) found.push(headingTooHigh(at));
    if (node.type === 'code') found.push(...judgeFence(node, file));
  });
  return found;
}

/** A fence names a language that has colours; YAML in one is read, since learners copy it. */
function judgeFence(node: Code, file: string): readonly Problem[] {
  const language = node.lang ?? 'text';
  const place = placeOf(node.position);
  if (!isLanguage(language)) return [languageUnknown({ file, place }, language, languages)];
  if (language !== 'yaml' && language !== 'yml') return [];
  const reading = readYaml(node.value, { file, firstLine: place.line + 1 });
  if (reading.ok) return [];
  const indent = place.column - 1;
  return reading.problems.map((problem) => ({ ...problem, place: moveRight(problem.place, indent) }));
}

const moveRight = (place: Problem['place'], columns: number): Problem['place'] =>
  place === null ? null : { ...place, column: place.column + columns, endColumn: place.endColumn + columns };
