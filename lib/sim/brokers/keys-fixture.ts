// What a broker's keys change, for `../keys.test.ts`. Each folder whose broker has keys says it in its own `keys-fixture.ts`.
import type { Scenario } from '../scenario/scenario';
import type { Sketch } from '../scenario/scenario-fixture';

/** For each key two scenarios that differ in it alone, and whose runs differ. */
export type Changes<Settings> = {
  readonly [Key in keyof Settings]: readonly [Sketch<Scenario>, Sketch<Scenario>];
};
