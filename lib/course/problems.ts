// Every problem that an author can meet, each with its permanent code. A message says what is wrong and why it
// matters; a hint says what to do. C1 files and folders, C2 keys, C3 ids, C4 markdown, C5 answers, C6 the gate.
// What can be wrong with a key in any file, from C202 on, stands in `lib/shared/key-problems.ts`.
import { type Problem, unplaced } from '@/lib/shared/problem';
import { atTop, problem, type Spot } from '@/lib/shared/spot';
import { list, suggest } from '@/lib/shared/suggest';

// C1: files and folders

export const fileMissing = (file: string, why: string): Problem =>
  problem('C101', atTop(file), `The file \`${file}\` is missing: ${why}`, 'Write it, or mend its name.');

export const folderMissing = (at: Spot, folder: string, folders: readonly string[]): Problem =>
  problem(
    'C102',
    at,
    `The level \`${folder}\` is listed, but there is no such folder.`,
    suggest(folder, folders),
  );

export const folderUnlisted = (at: Spot, folder: string): Problem =>
  problem(
    'C103',
    at,
    `The folder \`${folder}\` is not listed under \`levels\`, so nobody would ever see it.`,
    `Add \`- ${folder}\` where it belongs in the order, or remove the folder.`,
  );

export const folderMisnamed = (file: string, folder: string): Problem =>
  problem(
    'C104',
    atTop(file),
    `The folder name \`${folder}\` has no number that says where it belongs.`,
    'Name it with two digits, a hyphen and lower-case words, such as `04-reliable-publication`.',
  );

export const numberTwice = (file: string, folder: string, other: string): Problem =>
  problem(
    'C105',
    atTop(file),
    `\`${folder}\` and \`${other}\` carry the same number, so their order is left to chance.`,
    'Give one of them another number.',
  );

export const levelEmpty = (file: string): Problem =>
  problem(
    'C106',
    atTop(file),
    'This level has no lesson. The course shows only what is written.',
    'Write a lesson, or take the level out until there is one.',
  );

export const fileStray = (file: string, name: string, known: readonly string[]): Problem =>
  problem('C107', atTop(file), `Nothing reads the file \`${name}\` here.`, suggest(name, known));

export const activityMisnamed = (file: string, name: string): Problem =>
  problem(
    'C108',
    atTop(file),
    `The folder \`${name}\` cannot name an activity: its name becomes part of addresses and commands.`,
    'Name it with lower-case words joined by hyphens, such as `outbox-table`.',
  );

export const courseFolderMissing = (folder: string): Problem =>
  unplaced(
    'C109',
    `There is no folder \`${folder}\`, so there is no course to read.`,
    'The variable LESSONS_DIR names the folder; without it, it is `lessons` where the command was given.',
  );

// C2: keys

export const frontmatterMissing = (file: string): Problem =>
  problem(
    'C201',
    atTop(file),
    'The lesson does not begin with its frontmatter, so it has neither an id nor a title.',
    'Begin with a line `---`, then the keys `id`, `title`, `summary` and `minutes`, then a line `---`.',
  );

// C3: ids

export const idTwice = (at: Spot, id: string, otherFile: string): Problem =>
  problem(
    'C301',
    at,
    `The id \`${id}\` is taken by \`${otherFile}\`. Progress hangs on ids, so each stands for one lesson.`,
    'Give this lesson an id of its own.',
  );

export const prerequisiteUnknown = (at: Spot, id: string, known: readonly string[]): Problem =>
  problem('C302', at, `No lesson has the id \`${id}\`.`, suggest(id, known));

export const prerequisiteCircle = (at: Spot, circle: readonly string[]): Problem =>
  problem(
    'C303',
    at,
    `These prerequisites go round in a circle, so none of the lessons could come first: ${circle.join(' → ')}.`,
    'Remove one of them.',
  );

export const kindUnknown = (at: Spot, kind: string, known: readonly string[]): Problem =>
  problem('C304', at, `There is no kind of activity named \`${kind}\`.`, suggest(kind, known));

export const checkTwice = (at: Spot, id: string): Problem =>
  problem('C305', at, `The check \`${id}\` is listed twice.`, 'Remove one, or give it another id.');

export const checkReserved = (at: Spot, id: string): Problem =>
  problem(
    'C306',
    at,
    `The check id \`${id}\` is reserved for the layers that every answer passes first.`,
    'Choose another id.',
  );

// C4: markdown

export const htmlRefused = (at: Spot): Problem =>
  problem(
    'C401',
    at,
    'Lessons hold no HTML, so this is left out: a page that learners trust runs nothing that a text brings along.',
    'Write it in markdown, or as `:::note`, `:::warning` or `:::details`.',
  );

export const directiveUnknown = (at: Spot, name: string, known: readonly string[]): Problem =>
  problem('C402', at, `There is no directive named \`${name}\`.`, suggest(name, known));

export const directiveNotYet = (at: Spot, name: string): Problem =>
  problem(
    'C403',
    at,
    `The directive \`${name}\` is not available yet.`,
    'Leave it out for now; the rest of the lesson stands without it.',
  );

export const directiveMisformed = (at: Spot, name: string, form: string): Problem =>
  problem('C404', at, `The directive \`${name}\` is not written in its form.`, `Write ${form}.`);

export const directiveOpen = (at: Spot, name: string): Problem =>
  problem(
    'C405',
    at,
    `The \`${name}\` that begins here is never closed, so it swallows the rest of the lesson.`,
    'Close it with a line of `:::`.',
  );

export const attributeUnknown = (
  at: Spot,
  name: string,
  attribute: string,
  known: readonly string[],
): Problem =>
  problem(
    'C406',
    at,
    `The directive \`${name}\` has no attribute \`${attribute}\`.`,
    suggest(attribute, known),
  );

export const attributeMissing = (at: Spot, name: string, form: string): Problem =>
  problem('C407', at, `The directive \`${name}\` does not say which.`, `Write ${form}.`);

export const codeFileUnknown = (at: Spot, file: string, known: readonly string[]): Problem =>
  problem('C408', at, `This lesson has no file \`${file}\` to show.`, suggest(file, known));

export const codeLinesOutside = (at: Spot, file: string, lines: string, count: number): Problem =>
  problem(
    'C409',
    at,
    `The lines \`${lines}\` are not in \`${file}\`, which has ${count}.`,
    'Write a first and a last line, such as `lines="2-8"`, or a single one.',
  );

export const activityUnknown = (at: Spot, id: string, known: readonly string[]): Problem =>
  problem('C410', at, `This lesson has no activity \`${id}\`.`, suggest(id, known));

export const activityTwice = (at: Spot, id: string): Problem =>
  problem(
    'C411',
    at,
    `The activity \`${id}\` is placed a second time. It is one exercise with one state.`,
    'Remove one of the two places.',
  );

export const activityUnplaced = (file: string, id: string): Problem =>
  problem(
    'C412',
    atTop(file),
    `The activity \`${id}\` is never placed, so no learner would come to it.`,
    `Write \`::activity{#${id}}\` on a line of its own where it belongs.`,
  );

export const linkRefused = (at: Spot, address: string): Problem =>
  problem(
    'C413',
    at,
    `The link to \`${address}\` is refused: links lead to \`https:\`, \`http:\`, \`mailto:\` or a heading of this lesson.`,
    'Write a full address, or `#` and the name of a heading.',
  );

export const anchorUnknown = (at: Spot, anchor: string, known: readonly string[]): Problem =>
  problem('C414', at, `No heading of this lesson is \`#${anchor}\`.`, suggest(anchor, known));

export const imageMissing = (at: Spot, address: string, known: readonly string[]): Problem =>
  problem(
    'C415',
    at,
    `The image \`${address}\` is not in the lesson's folder, and images from elsewhere are not fetched.`,
    known.length === 0 ? "Put the image's file beside `lesson.md`." : suggest(address, known),
  );

export const imageMute = (at: Spot, address: string): Problem =>
  problem(
    'C416',
    at,
    `The image \`${address}\` has no words for those who cannot see it.`,
    'Say what it shows between the square brackets.',
  );

export const languageUnknown = (at: Spot, language: string, known: readonly string[]): Problem =>
  problem('C417', at, `There are no colours for the language \`${language}\`.`, suggest(language, known));

export const headingTooHigh = (at: Spot): Problem =>
  problem(
    'C418',
    at,
    'The title of the page comes from the frontmatter, and a page has one title.',
    'Begin sections with `##`.',
  );

// C5: answers

export const expectMissing = (file: string): Problem =>
  problem(
    'C501',
    atTop(file),
    'This wrong answer does not say which checks it fails, so nothing could be tested with it.',
    'Begin it with a line `# expect: CHECK-ID …`, or write the ids into a file of the same name ending in `.expect`.',
  );

export const expectUnknown = (at: Spot, id: string, known: readonly string[]): Problem =>
  problem('C502', at, `The activity has no check \`${id}\`.`, suggest(id, known));

// C6: the gate

export const startPasses = (file: string): Problem =>
  problem(
    'C601',
    atTop(file),
    'What the learner begins with already passes, so there is nothing to do.',
    'Take something out of it.',
  );

export const fadePasses = (file: string, fade: string): Problem =>
  problem(
    'C607',
    atTop(file),
    `Whoever asks for the sheet \`${fade}\` gets an answer that already passes.`,
    'Leave it out of the list `fades:`, or let the order and the values of the solution matter more.',
  );

export const answerFails = (at: Spot, check: string, message: string): Problem =>
  problem(
    'C602',
    at,
    `This answer must pass, but fails \`${check}\`: ${message}`,
    'Mend the answer, or the activity that is too strict.',
  );

export const wrongPasses = (file: string, expected: readonly string[]): Problem =>
  problem(
    'C603',
    atTop(file),
    `This answer passes, but ought to fail ${list(expected)}.`,
    'Mend the answer, or the activity that is too mild.',
  );

export const wrongFailsOthers = (
  file: string,
  expected: readonly string[],
  failed: readonly string[],
): Problem =>
  problem(
    'C604',
    atTop(file),
    `This answer ought to fail ${list(expected)}, but fails ${list(failed)}.`,
    'A wrong answer shows its mistakes and no others: mend the answer, or what it expects.',
  );

export const checkUnproved = (file: string, id: string): Problem =>
  problem(
    'C605',
    atTop(file),
    `No file in \`wrong/\` fails the check \`${id}\`, so nobody knows whether it can fail.`,
    `Write an answer that fails it, beginning with \`# expect: ${id}\`.`,
  );

export const guardReached = (file: string, id: string): Problem =>
  problem(
    'C606',
    atTop(file),
    `The check \`${id}\` is marked as a guard that no answer can reach, but this answer names it.`,
    'Take `guard: true` off the check, or the id out of this answer.',
  );
