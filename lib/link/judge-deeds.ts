// Judges what is done in a run, of a scenario that was judged before. It needs no parser, so that a page can have it.
import { whyImpossible } from './commands';
import type { SharedRun } from './run';
import { validate } from './run-validator.generated';

/** Whether all that was done can be done, at times that there are: whoever reads a link asks for the same. */
export const isSound = ({ scenario, ...rest }: SharedRun): boolean =>
  validate({ scenario: {}, ...rest }) && whyImpossible(rest.commands, scenario) === null;
