// The keys that the checks of every kind share; questions, which are checks as well, have some of them.
import type { JsonSchema } from '@/lib/shared/json';
import { slug, text } from '@/lib/shared/key-forms';

export const checkId = slug('Permanent; the files in `wrong/` name it.');

export const guard: JsonSchema = {
  type: 'boolean',
  description: 'True for a check that no answer can reach.',
};

export const why = text('Why it matters.');

export const hints: JsonSchema = {
  type: 'array',
  items: text('One hint.'),
  description: 'Unfolded one at a time.',
};
