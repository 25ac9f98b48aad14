import type { Json } from '@/lib/shared/json';
import type { ActivityKind } from './kind';

/** Every kind of activity, by name: a line each. */
export const kinds: ReadonlyMap<string, ActivityKind<Json>> = new Map();
