import type { Json } from '@/lib/shared/json';
import type { Result } from '@/lib/shared/result';
import type { ActivityKind } from './kind';

/** A kind whose config nobody but itself looks into. */
export type AnyKind = ActivityKind<Json>;

/** Hides what a config is made of. It is JSON that the kind itself has made, so giving it back is safe. */
export function sealed<Config>(kind: ActivityKind<Config>): AnyKind {
  const { declarations, ...rest } = kind;
  return {
    ...rest,
    answerSchema: (config) => kind.answerSchema(config as Config),
    ...(declarations !== undefined && { declarations: (config) => declarations(config as Config) }),
    compile: (source) => kind.compile(source) as Result<Json>,
    read: (config, answer) => kind.read(config as Config, answer),
    grade: (config, reading, findings) => kind.grade(config as Config, reading, findings),
  };
}
