// Answers to questions, as YAML: `answers:` and below it one line for each question, by its id.
import type { Json, JsonSchema } from '@/lib/shared/json';
import type { Place } from '@/lib/shared/place';
import { suggest } from '@/lib/shared/suggest';
import { readYaml, type YamlDocument } from '@/lib/shared/yaml';
import type { CheckResult } from '../verdict';
import { readYamlAnswer, type ShapeProblem } from '../yaml-answer';

/** What a question wants to be answered with. */
export interface Asked {
  readonly id: string;
  /** A number, some words, the id of one option, or a list of ids. */
  readonly takes: 'number' | 'text' | 'one' | 'many';
  /** Ids of options; empty where none are offered. */
  readonly options: readonly string[];
}

export type AnswerValue = number | string | readonly string[];

/** By the question's id; one that was not answered is left out. */
export type Answers = { readonly [question: string]: AnswerValue };

export type AnswersReading =
  | {
      readonly ok: true;
      readonly checks: readonly CheckResult[];
      readonly answers: Answers;
      readonly placeOf: (question: string) => Place | null;
    }
  | { readonly ok: false; readonly checks: readonly CheckResult[] };

/** The layers of the answer, and what was answered. */
export function readAnswers(text: string, asked: readonly Asked[]): AnswersReading {
  const read = readYamlAnswer(text, (document) => judgeShape(document, asked), 'It answers by question.');
  if (!read.ok) return read;
  const { document, checks } = read;
  return {
    ok: true,
    checks,
    answers: valuesIn(document.value, asked),
    placeOf: (question) =>
      document.placeOf(['answers', question], 'value') ?? document.placeOf(['answers'], 'key'),
  };
}

/** What can be made out of a text, right or not: what a page shows as chosen. */
export function answersIn(text: string, asked: readonly Asked[]): Answers {
  const read = readYaml(text);
  return read.ok ? valuesIn(read.value.value, asked) : {};
}

/** The text that says so; questions come in their order, and those without an answer are left out. */
export function writeAnswers(asked: readonly Asked[], answers: Answers): string {
  const lines = asked.flatMap(({ id, takes }) => {
    const value = answers[id];
    return value === undefined ? [] : [`  ${id}: ${valueText(value, takes)}`];
  });
  return lines.length === 0 ? 'answers: {}\n' : `answers:\n${lines.join('\n')}\n`;
}

/** For the editor: completion of questions and of options. */
export const answersSchema = (asked: readonly Asked[]): JsonSchema => ({
  type: 'object',
  additionalProperties: false,
  required: ['answers'],
  properties: {
    answers: {
      type: 'object',
      additionalProperties: false,
      properties: Object.fromEntries(asked.map((each) => [each.id, valueSchema(each)])),
    },
  },
});

function valueSchema({ takes, options }: Asked): JsonSchema {
  if (takes === 'one') return { enum: [...options] };
  if (takes === 'many') return { type: 'array', uniqueItems: true, items: { enum: [...options] } };
  return { type: takes === 'number' ? 'number' : ['string', 'number', 'boolean'] };
}

/** Words are quoted as in JSON, which is YAML as well; ids of options are plain. */
function valueText(value: AnswerValue, takes: Asked['takes']): string {
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return takes === 'text' ? JSON.stringify(value) : value;
  return `[${value.join(', ')}]`;
}

type Keys = { readonly [key: string]: Json };

const isKeys = (value: Json | undefined): value is Keys =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

/** A line of underscores is a blank that is still to be filled. */
const isOpen = (value: Json | undefined): boolean =>
  value === undefined ||
  value === null ||
  (typeof value === 'string' && /^_*$/.test(value.trim())) ||
  (Array.isArray(value) && value.length === 0);

function valuesIn(root: Json, asked: readonly Asked[]): Answers {
  const given = isKeys(root) ? root['answers'] : undefined;
  if (!isKeys(given)) return {};
  return Object.fromEntries(
    asked.flatMap((each) => {
      const value = Object.hasOwn(given, each.id) ? given[each.id] : undefined;
      const understood = isOpen(value) ? null : understoodOf(value as Json, each);
      return understood === null ? [] : [[each.id, understood]];
    }),
  );
}

const isScalar = (value: Json): value is string | number | boolean =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';

/** Null where it does not fit the question. */
function understoodOf(value: Json, { takes, options }: Asked): AnswerValue | null {
  if (takes === 'many') {
    const all: readonly Json[] = Array.isArray(value) ? value : [value];
    const ids = all.flatMap((item) => (isScalar(item) ? [String(item)] : []));
    const fits = ids.length === all.length && ids.every((id) => options.includes(id));
    return fits ? [...new Set(ids)] : null;
  }
  if (!isScalar(value)) return null;
  if (takes === 'text') return String(value);
  const text = String(value).trim();
  if (takes === 'number') return /^[+-]?\d+([.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : null;
  return options.includes(text) ? text : null;
}

const EXAMPLE = 'Begin with `answers:`, and below it write one line for each question.';

function judgeShape({ value, placeOf }: YamlDocument, asked: readonly Asked[]): readonly ShapeProblem[] {
  const whole = (message: string, path: readonly string[] = []): ShapeProblem => ({
    subject: null,
    message,
    hint: EXAMPLE,
    place: placeOf(path, 'key'),
  });
  if (!isKeys(value)) return [whole('This holds no answers yet.')];
  const stray = Object.keys(value).filter((key) => key !== 'answers');
  const given = value['answers'];
  return [
    ...stray.map((key) => whole(`There is no key \`${shown(key)}\` at the top.`, [key])),
    ...(given === undefined && stray.length === 0 ? [whole('The key `answers` is missing.')] : []),
    ...(given === undefined || given === null || isKeys(given)
      ? []
      : [whole('`answers` is a map: the id of a question, a colon, and your answer.', ['answers'])]),
    ...(isKeys(given) ? judgeGiven(given, asked, placeOf) : []),
  ];
}

function judgeGiven(given: Keys, asked: readonly Asked[], placeOf: YamlDocument['placeOf']) {
  return Object.entries(given).flatMap(([id, value]): readonly ShapeProblem[] => {
    const question = asked.find((each) => each.id === id);
    if (question === undefined) {
      const hint = suggest(
        shown(id),
        asked.map((each) => each.id),
      );
      const message = `No question is called \`${shown(id)}\`.`;
      return [{ subject: null, message, hint, place: placeOf(['answers', id], 'key') }];
    }
    if (isOpen(value) || understoodOf(value, question) !== null) return [];
    return [{ subject: id, ...misfit(value, question), place: placeOf(['answers', id], 'value') }];
  });
}

function misfit(value: Json, { id, takes, options }: Asked): { message: string; hint: string | null } {
  const written = shown(typeof value === 'string' ? value : JSON.stringify(value));
  if (takes === 'number')
    return { message: `\`${id}\` asks for a number, and \`${written}\` is none.`, hint: null };
  if (takes === 'text')
    return { message: `\`${id}\` asks for a few words, not for a list or a map.`, hint: null };
  if (takes === 'one' && !isScalar(value))
    return { message: `\`${id}\` asks for one option.`, hint: suggest('', options) };
  const strange = [value].flat().find((item) => !options.includes(String(item)));
  const word = shown(String(strange));
  return { message: `\`${id}\` has no option \`${word}\`.`, hint: suggest(word, options) };
}

const shown = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);
