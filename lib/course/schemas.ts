// The keys of the instructor's files. A description is what an author reads as a hint; a title names the wanted form.

import { checkId, guard, hints, why } from '@/lib/activities/check-keys';
import { FADES } from '@/lib/activities/fade';
import type { JsonSchema } from '@/lib/shared/json';
import { listOf, object, slug, text } from '@/lib/shared/key-forms';

export const courseSchema: JsonSchema = object(['title', 'summary', 'levels'], {
  title: text('The name of the course.'),
  summary: text('One sentence that says what the course is for.'),
  levels: listOf(
    text('The name of a folder.'),
    'The folders of the levels, in the order in which they are learned.',
  ),
});

export const levelSchema: JsonSchema = object(['title', 'summary'], {
  title: text('The name of the level.'),
  summary: text('One sentence that says what is learned in it.'),
});

export const lessonSchema: JsonSchema = object(['id', 'title', 'summary', 'minutes'], {
  id: slug('Permanent: progress hangs on it, never on the name of the folder.'),
  title: text('The name of the lesson.'),
  summary: text('One sentence below the title.'),
  minutes: { type: 'integer', minimum: 1, description: 'How long a learner may take, in minutes.' },
  concepts: { type: 'array', items: slug('One concept.'), description: 'What the lesson teaches.' },
  prerequisites: {
    type: 'array',
    items: slug('The id of a lesson.'),
    description: 'Ids of the lessons to do before this one.',
  },
});

const checkSchema: JsonSchema = object(['id'], {
  id: checkId,
  guard,
  says: text('What is wrong and what to do, in one or two sentences.'),
  why,
  hints,
});

const sharedKeys: JsonSchema = {
  kind: text('The kind of activity.'),
  title: text('What the learner does, as an instruction.'),
  fade: {
    enum: [...FADES],
    description: 'How much of the solution the learner is given.',
  },
  fades: {
    type: 'array',
    items: { enum: [...FADES] },
    description: 'The ways in that are offered beside `start`; left out: all that the kind knows.',
  },
};

const checks: JsonSchema = {
  type: 'array',
  items: checkSchema,
  description: 'What the answer is judged by.',
};

const commonSchema: JsonSchema = {
  type: 'object',
  required: ['kind', 'title'],
  properties: sharedKeys,
};

const schemas = new WeakMap<JsonSchema, JsonSchema>();

/**
 * The keys that every kind shares, with those of one kind, whose checks stand under one of them; further keys are let
 * be when the kind is unknown.
 */
export function activitySchema(kindKeys: JsonSchema | null, checksUnder: string): JsonSchema {
  if (kindKeys === null) return commonSchema;
  const known = schemas.get(kindKeys);
  if (known !== undefined) return known;
  const made = {
    ...commonSchema,
    additionalProperties: false,
    required: ['kind', 'title', checksUnder],
    properties: { ...sharedKeys, ...(checksUnder === 'checks' && { checks }), ...kindKeys },
  };
  schemas.set(kindKeys, made);
  return made;
}
