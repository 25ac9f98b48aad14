import { partKind } from '../part/part-kind';

/** The learner is the adversary: what they do to a pipeline, as YAML, must bring about what the activity asks for. */
export const scenarioKind = partKind({
  name: 'scenario',
  code: 'C11',
  rules: [
    'happens',
    'breaks',
    'nothing-else',
    'no-crash',
    'within',
    'keeps',
    'at-most',
    'at-least',
    'unbroken',
    'holds',
  ],
  opens: ['faults', 'commands'],
});
