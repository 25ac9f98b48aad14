// How a scenario is laid out as YAML: sections and consumers a line a key, what is small on one line.
import { Document, isMap, isScalar, isSeq } from 'yaml';
import type { Json } from '@/lib/shared/json';
import type { YamlPath } from '@/lib/shared/yaml';
import type { Scenario } from '@/lib/sim/scenario/scenario';
import { differenceOf } from '@/lib/sim/scenario/scenario-difference';

/** The least text that stands for a scenario, in the order of the schema. */
export const writeScenario = (scenario: Scenario): string => yamlOf(differenceOf(scenario), []);

/** A value as YAML, laid out as it would be at `path` of a scenario. */
export function yamlOf(value: Json, path: YamlPath): string {
  const document = new Document(value, { aliasDuplicateObjects: false });
  layOut(document.contents, path);
  return tight(document.toString(LAYOUT));
}

/** Lists as people write them, `[1, 2]`; the library pads them like maps. */
export const tight = (text: string): string => text.replaceAll(/\[ ([^[\]{}\n]*) \]/g, '[$1]');

/** Lines are as long as they must be: nothing is folded. */
export const LAYOUT = { lineWidth: 0 } as const;

/** Sets what goes on one line. */
export function layOut(node: unknown, path: YamlPath): void {
  if (isMap(node)) {
    if (isSmall(path)) node.flow = true;
    for (const { key, value } of node.items) layOut(value, [...path, String(key)]);
  }
  if (isSeq(node)) {
    if (path.length > 0 && node.items.every(isScalar)) node.flow = true;
    node.items.forEach((item, index) => {
      layOut(item, [...path, index]);
    });
  }
}

/** A fault, and what is inside a section; a consumer is as large as a section. */
const isSmall = (path: YamlPath): boolean =>
  path.length >= 2 && !(path.length === 2 && path[0] === 'consumers');
