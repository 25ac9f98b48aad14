// What a learner wrote, together with the rules by which it takes part: a page on which nobody writes any carries none.
import type { OwnRules, Processes } from '../plan';
import * as consumer from './consumer-process';
import { historiesOf } from './histories';
import * as relay from './relay-process';

const rules: OwnRules = { relay, consumer, historiesOf };

/** Processes for a run or an exploration. */
export const ownProcesses = (written: Omit<Processes, 'rules'>): Processes => ({ ...written, rules });
