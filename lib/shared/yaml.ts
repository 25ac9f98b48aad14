import { CORE_SCHEMA, constructFromEvents, type Event, parseEvents, YAMLException } from 'js-yaml';
import type { Json } from './json';
import { type Place, type Placer, placer } from './place';
import type { Problem } from './problem';
import { failure, type Result, success } from './result';
import { explain, type YamlCause } from './yaml-cause';
import { type Finding, growTree, type YamlNode } from './yaml-tree';

/** Bytes of UTF-8 beyond which a text is not read. */
export const MAX_BYTES = 64 * 1024;
const MAX_DEPTH = 50;
/** The parser counts some levels twice; the tree holds the exact limit. */
const PARSER_DEPTH = MAX_DEPTH + 10;
const MAX_ALIASES = 200;
/** Values a text may stand for once every alias is written out. */
const MAX_VALUES = 20_000;

export type YamlPath = readonly (string | number)[];

/** A text that could be read: its one document, and where everything stands. */
export interface YamlDocument {
  readonly value: Json;
  /**
   * Where the key or value at `path` stands, null where there is none. An alias stands where it is used, what it
   * leads to where that is written. A list's item has no key: its value's place is given.
   */
  readonly placeOf: (path: YamlPath, part: 'key' | 'value') => Place | null;
}

export interface YamlOptions {
  /** For the problems. */
  readonly file?: string | null;
  /** The line of the file on which the text begins, for a text inside another. */
  readonly firstLine?: number;
}

/**
 * Reads one YAML 1.2 document, or says everything that is wrong with it in plain words. Never throws, whatever the
 * text; the work is bounded by size, depth, aliases and the values that they expand to. `<<` is refused, not merged.
 */
export function readYaml(text: string, options: YamlOptions = {}): Result<YamlDocument> {
  const source = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const firstLine = options.firstLine ?? 1;
  const isTooLarge = byteLength(text) > MAX_BYTES;
  // Not even the lines of a text beyond the limit are counted: there may be a hundred million.
  const place = placer(isTooLarge ? '' : source, firstLine);
  const refuse = (causes: readonly YamlCause[]) =>
    failure(causes.map((cause) => problemOf(cause, place, options.file ?? null)));

  if (isTooLarge) return refuse([tooLarge]);
  try {
    const events = parseEvents(source, { maxDepth: PARSER_DEPTH });
    const limits = { depth: MAX_DEPTH, aliases: MAX_ALIASES, values: MAX_VALUES };
    const tree = growTree(source, events, limits, firstLine);
    if (tree.findings.length > 0) return refuse(tree.findings);
    if (tree.root === null) return refuse([empty]);
    return success({ value: construct(events, source), placeOf: finder(tree.root, place) });
  } catch (error) {
    return refuse([causeOf(error, source)]);
  }
}

const tooLarge: YamlCause = {
  code: 'yaml-too-large',
  message: 'This text is larger than 64 KB, so it was not read.',
  hint: 'What is asked for takes a few lines.',
  start: 0,
  end: 0,
};

const empty: YamlCause = {
  code: 'yaml-empty',
  message: 'There is nothing here yet but empty lines and comments.',
  hint: null,
  start: 0,
  end: 0,
};

function causeOf(error: unknown, source: string): YamlCause {
  if (error instanceof YAMLException) return explain(error.reason, error.mark?.position ?? 0, source);
  // Whatever else a parser may throw on a hostile text is that text's fault, and is told in the same way.
  return explain('unreadable', 0, source);
}

// The core schema makes strings, finite and infinite numbers, booleans, nulls, lists and plain objects, nothing else.
const construct = (events: Event[], source: string): Json =>
  constructFromEvents(events, { source, schema: CORE_SCHEMA, maxAliases: MAX_ALIASES })[0] as Json;

const byteLength = (text: string): number =>
  text.length > MAX_BYTES ? text.length : new TextEncoder().encode(text).length;

const problemOf = (cause: Finding, place: Placer, file: string | null): Problem => ({
  code: cause.code,
  message: cause.message,
  hint: cause.hint,
  file,
  place: place(cause.start, cause.end),
});

function finder(root: YamlNode, place: Placer): YamlDocument['placeOf'] {
  return (path, part) => {
    let node: YamlNode | null = root;
    let key: YamlNode | null = null;
    for (const segment of path) {
      const step: Step | null = child(node, segment);
      if (step === null) return null;
      node = step.value;
      key = step.key;
    }
    const found = part === 'key' && key !== null ? key : node;
    return found === null ? null : place(found.start, found.end);
  };
}

interface Step {
  readonly key: YamlNode | null;
  readonly value: YamlNode;
}

function child(node: YamlNode | null, segment: string | number): Step | null {
  if (node === null) return null;
  if (node.kind === 'alias') return child(node.target, segment);
  if (node.kind === 'sequence') {
    const value = typeof segment === 'number' ? node.items[segment] : undefined;
    return value === undefined ? null : { key: null, value };
  }
  if (node.kind === 'mapping') return node.entries.get(String(segment)) ?? null;
  return null;
}
