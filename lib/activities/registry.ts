import type { Json } from '@/lib/shared/json';
import type { Result } from '@/lib/shared/result';
import type { ActivityKind } from './kind';
import { schemaKind } from './schema/kind';

/** A kind whose config nobody but itself looks into. */
export type AnyKind = ActivityKind<Json>;

/** Every kind of activity, by name: a line each. */
export const kinds: ReadonlyMap<string, AnyKind> = byName([sealed(schemaKind)]);

/** Hides what a config is made of. It is JSON that the kind itself has made, so giving it back is safe. */
function sealed<Config>(kind: ActivityKind<Config>): AnyKind {
  return {
    ...kind,
    answerSchema: (config) => kind.answerSchema(config as Config),
    compile: (source) => kind.compile(source) as Result<Json>,
    read: (config, answer) => kind.read(config as Config, answer),
    grade: (config, reading, evidence) => kind.grade(config as Config, reading, evidence),
  };
}

function byName(all: readonly AnyKind[]): ReadonlyMap<string, AnyKind> {
  return new Map(all.map((kind) => [kind.name, kind]));
}
