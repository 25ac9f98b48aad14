import { codeKind } from './code/kind';
import { designKind } from './design/kind';
import { orderKind } from './order/kind';
import { predictKind } from './predict/kind';
import { quizKind } from './quiz/kind';
import { scenarioKind } from './scenario/kind';
import { schemaKind } from './schema/kind';
import { type AnyKind, sealed } from './sealed';
import { sqlKind } from './sql/kind';

/** Every kind of activity, by name: a line each. Pages take theirs from `load-kind.ts`. */
export const kinds: ReadonlyMap<string, AnyKind> = byName([
  sealed(schemaKind),
  sealed(codeKind),
  sealed(designKind),
  sealed(scenarioKind),
  sealed(predictKind),
  sealed(quizKind),
  sealed(orderKind),
  sealed(sqlKind),
]);

function byName(all: readonly AnyKind[]): ReadonlyMap<string, AnyKind> {
  return new Map(all.map((kind) => [kind.name, kind]));
}
