import type { Element, ElementContent, Root as HastRoot, RootContent } from 'hast';
import type { Code, Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import rehypeSlug from 'rehype-slug';
import remarkRehype, { type Options } from 'remark-rehype';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import type { Problem } from '@/lib/shared/problem';
import type { Heading } from './course';
import {
  type ContainerDirective,
  cutLines,
  type LeafDirective,
  type LessonGround,
  labelOf,
} from './directives';
import { textAt } from './folder';
import { highlight, isLanguage } from './highlight';
import { judgeLinks } from './links';

interface Body {
  readonly body: HastRoot;
  readonly headings: readonly Heading[];
  readonly problems: readonly Problem[];
}

/** Markdown made HTML, as a tree of plain data without places. */
export function drawBody(tree: Root, ground: LessonGround): Body {
  const processor = unified()
    .use(remarkRehype, { handlers: handlers(ground) })
    .use(rehypeSlug);
  const drawn = processor.runSync(tree);
  const problems = judgeLinks(drawn, ground);
  return { body: plain(drawn), headings: headingsOf(drawn), problems };
}

const element = (
  tagName: string,
  properties: Element['properties'],
  children: ElementContent[],
): Element => ({ type: 'element', tagName, properties, children });

function handlers(ground: LessonGround): NonNullable<Options['handlers']> {
  return {
    code: (_state, node: Code) => highlight(node.value, node.lang ?? 'text'),
    leafDirective: (_state, node: LeafDirective): Element | undefined => {
      if (node.name === 'activity')
        return element('activity-place', { id: node.attributes?.['id'] ?? '' }, []);
      return node.name === 'code' ? drawFile(node, ground) : undefined;
    },
    containerDirective: (state, node: ContainerDirective) => {
      const label = labelOf(node);
      const rest = label === null ? node.children : node.children.slice(1);
      const children = state.wrap(state.all({ ...node, children: rest }), true);
      const title = label === null ? [] : state.all(label);
      if (node.name === 'details')
        return element('details', {}, [element('summary', {}, title), ...children]);
      const titled = label === null ? [] : [element('p', {}, [element('strong', {}, title)])];
      return element('aside', { className: [node.name], role: 'note' }, [...titled, ...children]);
    },
  };
}

/** A file of the lesson, under its name. */
function drawFile(node: LeafDirective, ground: LessonGround): Element | undefined {
  const file = node.attributes?.['file'] ?? '';
  const code = cutLines(textAt(ground.folder, file) ?? '', node.attributes?.['lines'] ?? null);
  if (code === null) return undefined;
  const ending = file.slice(file.lastIndexOf('.') + 1);
  return element('figure', { className: ['code-file'] }, [
    element('figcaption', {}, [{ type: 'text', value: file }]),
    highlight(code, isLanguage(ending) ? ending : 'text'),
  ]);
}

const depths: Readonly<Record<string, Heading['depth']>> = { h2: 2, h3: 3 };

function headingsOf(tree: HastRoot): readonly Heading[] {
  const headings: Heading[] = [];
  visit(tree, 'element', ({ tagName, properties, children }) => {
    const depth = depths[tagName];
    // The heading over the footnotes is for screen readers; a table of contents leaves it out.
    if (depth === undefined || properties['id'] === 'footnote-label') return;
    headings.push({ id: String(properties['id']), text: textOf({ children }), depth });
  });
  return headings;
}

/** Without places and without what cannot be shown, so that it travels as small JSON. */
const plain = (tree: HastRoot): HastRoot => ({ type: 'root', children: tree.children.flatMap(plainNode) });

function plainNode<Node extends RootContent>(node: Node): ElementContent[] {
  if (node.type === 'text') return [{ type: 'text', value: node.value }];
  if (node.type !== 'element') return [];
  const { tagName, properties, children } = node;
  return [element(tagName, properties, children.flatMap(plainNode))];
}
