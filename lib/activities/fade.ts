// Four ways into one exercise, from the whole solution down to an empty sheet, all made from the solution.
// Pure and always the same: a learner who comes back finds the same blanks and the same order.
import { fingerprint } from '@/lib/shared/fingerprint';
import { nextBelow, type Random, seeded } from '@/lib/shared/random';
import { blanksIn, COMMENT } from './fade-blanks';
import type { AnswerLanguage } from './kind';

/** From the most help to the least. */
export const FADES = ['worked', 'order', 'blanks', 'empty'] as const;

export type Fade = (typeof FADES)[number];

interface Faded {
  /** What is to be written, such as `Write the outbox table`: all that an empty sheet says. */
  readonly title: string;
  readonly solution: string;
  readonly language: AnswerLanguage;
}

/** What stands in the sheet; null where it would give away the whole, or has no meaning for this solution. */
export function fadedText(fade: Fade, { title, solution, language }: Faded): string | null {
  const whole = solution.replace(/\r\n?/g, '\n');
  switch (fade) {
    case 'worked':
      return whole;
    case 'order':
      return outOfOrder(whole, language);
    case 'blanks': {
      const text = blanksIn(whole, language);
      return text === whole ? null : text;
    }
    default:
      return `${COMMENT[language]} ${title.replace(/[.]*$/, '.')}\n`;
  }
}

/** Those that can be offered. */
export const fadesOf = (faded: Faded): readonly Fade[] =>
  FADES.filter((fade) => fadedText(fade, faded) !== null);

/** Fewer lines than that have no order to be found. */
const FEWEST_LINES = 3;

/**
 * The lines of a text, shuffled; each comment stays above its line, and those at the top stay there. What comes last
 * comes first, so that no shuffle is the solution by chance, or another that works as well.
 */
function outOfOrder(text: string, language: AnswerLanguage): string | null {
  const { head, lines } = linesOf(text, COMMENT[language]);
  if (lines.length < FEWEST_LINES) return null;
  const random = seeded(Number.parseInt(fingerprint(text), 16));
  const ends = language === 'yaml' ? outlineLast(lines, random) : lastFirst(lines, random);
  return `${[...head, ...ends].join('\n')}\n`;
}

/** A closing bracket or a COMMIT cannot open anything. */
const lastFirst = (lines: readonly string[], random: Random): readonly string[] => [
  ...lines.slice(-1),
  ...shuffled(lines.slice(1, -1), random),
  ...lines.slice(0, 1),
];

/** What stands in a list or deeper cannot come before what it belongs to. */
function outlineLast(lines: readonly string[], random: Random): readonly string[] {
  const isOutline = (line: string): boolean => /^[^\s-]/.test(line.split('\n').at(-1) ?? '');
  return [
    ...shuffled(
      lines.filter((line) => !isOutline(line)),
      random,
    ),
    ...lines.filter(isOutline).toReversed(),
  ];
}

/** Comments at the top, up to the first empty line, speak of the whole; any other goes with the line that follows. */
function linesOf(text: string, comment: string): { head: readonly string[]; lines: readonly string[] } {
  const isComment = (line: string): boolean => line.trimStart().startsWith(comment);
  const all = text.split('\n').filter((line) => line.trim() !== '');
  const first = all.findIndex((line) => !isComment(line));
  const lines: string[] = [];
  let above: string[] = [];
  for (const line of all.slice(first)) {
    if (isComment(line)) above.push(line);
    else {
      lines.push([...above, line].join('\n'));
      above = [];
    }
  }
  return { head: first === -1 ? all : all.slice(0, first), lines };
}

/** Fisher and Yates, once more where nothing moved. */
function shuffled(lines: readonly string[], random: Random): readonly string[] {
  const mixed = [...lines];
  for (let place = mixed.length - 1; place > 0; place -= 1) {
    const other = nextBelow(random, place + 1);
    [mixed[place], mixed[other]] = [mixed[other] as string, mixed[place] as string];
  }
  const isSame = mixed.every((line, place) => line === lines[place]);
  return isSame && lines.length > 1 ? [...mixed.slice(1), ...mixed.slice(0, 1)] : mixed;
}
