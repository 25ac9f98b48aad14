import { failed, passed, sentencesOf } from '../check-result';
import type { Finding } from '../evidence';
import type { ActivityKind, Grading, Reading } from '../kind';
import { filled } from '../placeholders';
import { type CheckResult, verdictOf } from '../verdict';
import { compile } from './compile';
import { keys } from './keys';
import { orderSchema, readOrder } from './order-answer';
import { isRun, type OrderCheck, type OrderConfig } from './order-config';
import { type Arranged, type Fill, type Found, look } from './rules';
import { judgeRun, piecesIn, questionsOf } from './running';

/** Pieces are put in order, and some are left out. Several orders can be right: rules judge them, or a run does. */
export const orderKind: ActivityKind<OrderConfig> = {
  name: 'order',
  extensions: ['yaml'],
  language: 'yaml',
  asks: ['database', 'schedules'],
  files: [],
  keys,
  answerSchema: ({ pieces }) => orderSchema(pieces.map(({ id }) => id)),
  compile,
  read,
  grade,
};

function read(config: OrderConfig, answer: string): Reading {
  const reading = readOrder(
    answer,
    config.pieces.map(({ id }) => id),
  );
  if (!reading.ok) return { verdict: verdictOf(reading.checks), wants: [], becomes: null, creates: [] };
  const arranged: Arranged = { config, ...reading };
  const results = config.checks
    .filter((check) => !isRun(check))
    .flatMap((check) => resultsOf(check, look(arranged, check)));
  const verdict = verdictOf([...reading.checks, ...results]);
  const places = Object.fromEntries(reading.order.map((id) => [id, reading.placeOf(id)]));
  return {
    verdict,
    wants: verdict.passed ? questionsOf(arranged) : [],
    becomes: piecesIn(config, reading.order)
      .map(({ text, sql, code }) => sql ?? code ?? text)
      .join('\n'),
    creates: [],
    understood: JSON.parse(JSON.stringify({ order: reading.order, places })),
  };
}

function grade(config: OrderConfig, reading: Reading, findings: readonly Finding[]): Grading {
  // Nothing was understood of an answer that asks nothing; its verdict stands.
  if (reading.understood === undefined) return { verdict: reading.verdict };
  const { order, places } = reading.understood as unknown as {
    readonly order: readonly string[];
    readonly places: { readonly [piece: string]: ReturnType<Arranged['placeOf']> };
  };
  const arranged: Arranged = { config, order, placeOf: (piece) => places[piece] ?? null };
  const results = config.checks.filter(isRun).flatMap((check) => {
    const { found, more } = judgeRun(arranged, check, findings);
    return resultsOf(check, found, more);
  });
  return { verdict: verdictOf([...reading.verdict.checks, ...results]) };
}

/** Puts a check's words to what its rule found. */
function resultsOf(check: OrderCheck, found: Found, more: Partial<CheckResult> = {}): readonly CheckResult[] {
  if (found === null) return [];
  if ('right' in found) return [passed(check.id, found.right)];
  return found.wrong.map(({ place, fill }) => {
    const { message, ...rest } = sentencesOf(check, (words) => filled(words, { ...NOTHING, ...fill }));
    return failed(check.id, message, { ...rest, place, ...more });
  });
}

/** What a rule does not know leaves a gap, and no braces. */
const NOTHING: Required<Fill> = { piece: '', other: '', because: '', found: '' };
