import type { ActivityKind } from '@/lib/activities/kind';
import type { Json } from '@/lib/shared/json';
import type { Result } from '@/lib/shared/result';

/** What the compiler is given, since it knows no kind of activity and no scenario by itself. */
export interface Tools {
  /** By name. */
  readonly kinds: ReadonlyMap<string, ActivityKind<Json>>;
  readonly readScenario: (text: string, file: string) => Result<Json>;
}
