import type { Element, ElementContent } from 'hast';
import { createHighlighterCoreSync, type HighlighterCore } from 'shiki/core';
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript';
import bash from 'shiki/langs/bash.mjs';
import json from 'shiki/langs/json.mjs';
import sql from 'shiki/langs/sql.mjs';
import typescript from 'shiki/langs/typescript.mjs';
import yaml from 'shiki/langs/yaml.mjs';

/** What a fence may name, and the grammar behind it; text has none. */
const grammars: Readonly<Record<string, string | null>> = {
  sql: 'sql',
  yaml: 'yaml',
  yml: 'yaml',
  ts: 'typescript',
  typescript: 'typescript',
  js: 'typescript',
  javascript: 'typescript',
  json: 'json',
  bash: 'bash',
  sh: 'bash',
  text: null,
};

export const languages: readonly string[] = Object.keys(grammars);

export const isLanguage = (name: string): boolean => Object.hasOwn(grammars, name);

// A theme whose colours are names of classes: light and dark come from the tokens of the page.
const theme = {
  name: 'classes',
  settings: [
    { settings: { foreground: 'plain', background: 'plain' } },
    { scope: ['keyword', 'storage.modifier', 'storage.type.ts'], settings: { foreground: 'keyword' } },
    {
      scope: ['entity.name.tag.yaml', 'support.type.property-name.json', 'entity.name.command.shell'],
      settings: { foreground: 'keyword' },
    },
    { scope: ['string.quoted', 'string.template'], settings: { foreground: 'string' } },
    { scope: ['constant.numeric', 'constant.language'], settings: { foreground: 'constant' } },
    { scope: ['comment'], settings: { foreground: 'comment' } },
  ],
};

let highlighter: HighlighterCore | null = null;

// Made once, at the first piece of code: the grammars take longer to load than a lesson to compile.
function makeOnce(): HighlighterCore {
  highlighter ??= createHighlighterCoreSync({
    themes: [theme],
    langs: [sql, yaml, typescript, json, bash],
    engine: createJavaScriptRegexEngine(),
  });
  return highlighter;
}

/** Code as `<pre class="code">`, its words in spans of the classes that components/lesson-text/code.css colours. */
export function highlight(code: string, language: string): Element {
  const grammar = grammars[language] ?? null;
  const children = grammar === null ? [textNode(code)] : coloured(code, grammar);
  const inner: Element = { type: 'element', tagName: 'code', properties: {}, children };
  // A long line scrolls within the block, so the block must be reachable by keyboard.
  return {
    type: 'element',
    tagName: 'pre',
    properties: { className: ['code'], tabIndex: 0 },
    children: [inner],
  };
}

const textNode = (value: string): ElementContent => ({ type: 'text', value });

function coloured(code: string, grammar: string): ElementContent[] {
  const lines = makeOnce().codeToTokensBase(code, { lang: grammar, theme: 'classes' });
  return lines.flatMap((line, index) => {
    const words = line.map(({ content, color }) => word(content, color ?? 'plain'));
    return index === 0 ? words : [textNode('\n'), ...words];
  });
}

const word = (content: string, meaning: string): ElementContent =>
  meaning === 'plain'
    ? textNode(content)
    : {
        type: 'element',
        tagName: 'span',
        properties: { className: [`code-${meaning}`] },
        children: [textNode(content)],
      };
