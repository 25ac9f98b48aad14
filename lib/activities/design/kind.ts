import { partKind } from '../part/part-kind';

/** The learner designs a part of a pipeline as YAML; it is run under load, and tried in every order of things. */
export const designKind = partKind({
  name: 'design',
  code: 'C10',
  rules: ['keeps', 'at-most', 'at-least', 'unbroken', 'holds'],
  opens: ['relays'],
  // The order of keys means nothing.
  fades: ['worked', 'blanks', 'empty'],
});
