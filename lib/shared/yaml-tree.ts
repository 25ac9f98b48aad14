import { EVENT_ID, type Event, getScalarValue, SCALAR_STYLE, type ScalarEvent } from 'js-yaml';
import { lineAt, type YamlCause } from './yaml-cause';

/** A node of the text, by offsets; the end is exclusive. */
export type YamlNode =
  | { readonly kind: 'scalar'; readonly start: number; readonly end: number }
  | {
      readonly kind: 'sequence';
      readonly start: number;
      readonly end: number;
      readonly items: readonly YamlNode[];
    }
  | { readonly kind: 'mapping'; readonly start: number; readonly end: number; readonly entries: Entries }
  | { readonly kind: 'alias'; readonly start: number; readonly end: number; readonly target: YamlNode };

type Entries = ReadonlyMap<string, { readonly key: YamlNode; readonly value: YamlNode }>;

export type Finding = YamlCause;

export interface Tree {
  /** Null for a text of nothing but blank lines and comments. */
  readonly root: YamlNode | null;
  readonly findings: readonly Finding[];
}

export interface Limits {
  /** Lists and maps inside one another. */
  readonly depth: number;
  readonly aliases: number;
  readonly values: number;
}

/** What an anchor names. While its own node is still being read it is open, and an alias to it is a circle. */
interface Anchor {
  readonly name: string;
  node: YamlNode | null;
  values: number;
}

/** Grows the nodes from the parser's events and gathers what YAML itself allows but this reader refuses. */
export function growTree(source: string, events: readonly Event[], limits: Limits, firstLine = 1): Tree {
  const findings: Finding[] = [];
  const anchors = new Map<string, Anchor>();
  let next = 0;
  let end = 0;
  let aliases = 0;
  let values = 0;
  let depth = 0;

  const found = (code: string, start: number, stop: number, message: string, hint: string | null) => {
    findings.push({ code, message, hint, start, end: stop });
  };
  const peek = () => events[next];

  function grow(): YamlNode {
    const event = events[next];
    next += 1;
    values += 1;
    if (event?.type === EVENT_ID.ALIAS) return follow(event.anchorStart, event.anchorEnd);
    if (event?.type === EVENT_ID.SCALAR) return named(event, () => scalar(event));
    if (event?.type === EVENT_ID.SEQUENCE) return named(event, () => nested(event.start, sequence));
    if (event?.type === EVENT_ID.MAPPING) return named(event, () => nested(event.start, mapping));
    throw new Error('The parser gave an event where a node was due.');
  }

  /** Grows a node and remembers it by its anchor, if it has one. */
  function named(event: { anchorStart: number; anchorEnd: number }, make: () => YamlNode): YamlNode {
    if (event.anchorStart < 0) return make();
    const anchor: Anchor = { name: source.slice(event.anchorStart, event.anchorEnd), node: null, values: 0 };
    anchors.set(anchor.name, anchor);
    const before = values;
    anchor.node = make();
    anchor.values = values - before;
    return anchor.node;
  }

  function nested(start: number, make: (start: number) => YamlNode): YamlNode {
    depth += 1;
    if (depth === limits.depth + 1) {
      const message = `This is nested more than ${limits.depth} levels deep, so it was not read.`;
      found('yaml-too-deep', start, start + 1, message, null);
    }
    const node = make(start);
    depth -= 1;
    return node;
  }

  function scalar(event: ScalarEvent): YamlNode {
    if (event.valueStart < 0) return { kind: 'scalar', start: end, end };
    const quoted =
      event.style === SCALAR_STYLE.SINGLE_QUOTED || event.style === SCALAR_STYLE.DOUBLE_QUOTED ? 1 : 0;
    end = event.valueEnd + quoted;
    return { kind: 'scalar', start: event.valueStart - quoted, end };
  }

  function sequence(start: number): YamlNode {
    const items: YamlNode[] = [];
    end = start + 1;
    while (peek()?.type !== EVENT_ID.POP) {
      const item = grow();
      items.push(item.start === item.end ? emptyItem(items.length === 0 ? start : null) : item);
    }
    next += 1;
    return { kind: 'sequence', start, end, items };
  }

  /** A dash with nothing after it has no offsets of its own; the dash stands for it. */
  function emptyItem(dash: number | null): YamlNode {
    const further = /\n[ ]*-/.exec(source.slice(end));
    const start = dash ?? end + (further === null ? 0 : further.index + further[0].length - 1);
    end = start + 1;
    return { kind: 'scalar', start, end };
  }

  function mapping(start: number): YamlNode {
    const entries = new Map<string, { readonly key: YamlNode; readonly value: YamlNode }>();
    end = Math.max(end, start);
    while (peek()?.type !== EVENT_ID.POP) {
      const name = keyName();
      const key = grow();
      const value = grow();
      if (name === null) complexKey(key);
      else if (name === '<<') merge(key);
      else if (entries.has(name)) duplicate(name, entries.get(name)?.key ?? key, key);
      else entries.set(name, { key, value });
    }
    next += 1;
    return { kind: 'mapping', start, end: Math.max(end, start + 1), entries };
  }

  function keyName(): string | null {
    const event = peek();
    return event?.type === EVENT_ID.SCALAR ? getScalarValue(source, event) : null;
  }

  function complexKey(key: YamlNode): void {
    const hint = 'A key is one word, followed by a colon and a space.';
    found('yaml-complex-key', key.start, key.end, 'A list, a map or an alias cannot be a key here.', hint);
  }

  function merge(key: YamlNode): void {
    const hint = 'Write the keys out where they are needed.';
    found('yaml-merge', key.start, key.end, '`<<` is not merged here, so nothing would come of it.', hint);
  }

  function duplicate(name: string, first: YamlNode, second: YamlNode): void {
    const line = lineAt(source, first.start) + firstLine - 1;
    const message = `\`${name}\` is written twice here; it already stands on line ${line}.`;
    found('yaml-duplicate-key', second.start, second.end, message, 'Keep one of the two.');
  }

  function follow(nameStart: number, nameEnd: number): YamlNode {
    const name = source.slice(nameStart, nameEnd);
    const start = nameStart - 1;
    end = nameEnd;
    aliases += 1;
    const anchor = anchors.get(name);
    if (anchor === undefined) unknownAlias(name, start, nameEnd);
    else if (anchor.node === null) circle(name, start, nameEnd);
    else {
      values += anchor.values;
      return { kind: 'alias', start, end, target: anchor.node };
    }
    return { kind: 'scalar', start, end };
  }

  function unknownAlias(name: string, start: number, stop: number): void {
    const hint = `An anchor is written \`&${name}\`, before the alias. To write text that begins with \`*\`, quote it.`;
    found(
      'yaml-unknown-alias',
      start,
      stop,
      `\`*${name}\` is an alias, but nothing above is named \`&${name}\`.`,
      hint,
    );
  }

  function circle(name: string, start: number, stop: number): void {
    const message = `\`*${name}\` stands inside the very thing that it names, so it would never end.`;
    found('yaml-circle', start, stop, message, null);
  }

  let root: YamlNode | null = null;
  while (next < events.length) {
    const opening = next;
    next += 1;
    if (root !== null) {
      const start = documentStart(source, events, opening, end);
      const hint = 'Keep one, and delete the `---` between them.';
      found(
        'yaml-several-documents',
        start,
        start + 3,
        'There are several documents here; one is asked for.',
        hint,
      );
      break;
    }
    anchors.clear();
    const bare = peek();
    const nothing =
      bare?.type === EVENT_ID.SCALAR && bare.valueStart < 0 && bare.tagStart < 0 && bare.anchorStart < 0;
    const grown = grow();
    next += 1;
    if (!nothing || next < events.length) root = grown;
  }
  if (aliases > limits.aliases) {
    found(
      'yaml-aliases',
      0,
      0,
      `There are more than ${limits.aliases} aliases here, so it was not read.`,
      null,
    );
  }
  if (values > limits.values) {
    const message = 'Written out, this would be many thousands of values, so it was not read.';
    found('yaml-expansion', 0, 0, message, 'Aliases of aliases grow fast.');
  }
  return { root, findings };
}

/** Where the `---` of a further document stands. */
function documentStart(source: string, events: readonly Event[], opening: number, from: number): number {
  const event = events[opening];
  const marked = event?.type === EVENT_ID.DOCUMENT && event.explicitStart;
  const at = marked ? source.slice(from).search(/^---/m) : 0;
  return from + Math.max(at, 0);
}
