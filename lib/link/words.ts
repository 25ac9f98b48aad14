// Every sentence about links. One is enough: whoever opened a link can do nothing about what is in it.
import { type Problem, unplaced } from '@/lib/shared/problem';

const INSTEAD = 'Ask for it again, or begin with a preset.';

export const tooLong = unplaced(
  'link-too-long',
  `This link is longer than any that is made here, so it was not opened. ${INSTEAD}`,
);

export const cutOff = unplaced('link-damaged', `This link is damaged: it ends too early. ${INSTEAD}`);

export const altered = unplaced(
  'link-damaged',
  `This link is damaged: something in it was changed on its way. ${INSTEAD}`,
);

export const otherVersion = unplaced(
  'link-version',
  `This link was made by another version of this site, or is no link to a run. ${INSTEAD}`,
);

export const notRun = unplaced('link-foreign', `There is no run in this link. ${INSTEAD}`);

export const oldBrowser = unplaced(
  'link-browser',
  'This browser is too old to make or open links to a run. Use a newer one, or begin with a preset.',
);

export const tooMuch = unplaced(
  'link-too-much',
  'More was done here than a link can hold. Copy the scenario as text instead.',
);

export const notSound = unplaced(
  'link-not-sound',
  'What was done here, or when, is more than a link can say. Copy the scenario as text instead.',
);

/** `why`: the first thing that is wrong, as a sentence. */
export const unsound = (why: string): Problem =>
  unplaced('link-unsound', `This link holds a run that cannot be shown: ${shortened(why)} ${INSTEAD}`);

/** A name in a link may be as long as the link. */
const shortened = (text: string): string => (text.length > 200 ? `${text.slice(0, 200)}…` : text);
