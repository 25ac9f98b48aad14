import type { Json } from '@/lib/shared/json';
import type { ActivityKind } from './kind';
import { schemaKind } from './schema/kind';

/** A config only ever goes back to the kind that made it, so nobody else needs to know its type. */
const known = <Config>(kind: ActivityKind<Config>): ActivityKind<Json> =>
  kind as unknown as ActivityKind<Json>;

/** Every kind of activity, by name. */
export const kinds: ReadonlyMap<string, ActivityKind<Json>> = new Map(
  [known(schemaKind)].map((kind) => [kind.name, kind]),
);
