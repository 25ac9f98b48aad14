// What a broker can be told in a scenario, as each folder here says it for itself.
import type { JsonSchema } from '@/lib/shared/json';

/** A key as the schema has it, with its meaning, and the value that stands where a file says nothing. */
type Setting<Value> = JsonSchema & { readonly default: Value };

/** A broker's keys under `broker:`. Every one has a default, since each file may name any broker. */
export type SettingsOf<Settings> = { readonly [Key in keyof Settings]: Setting<Settings[Key]> };
