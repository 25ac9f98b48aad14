// Right, and worth a word all the same.
import type { ColumnSpec } from '@/lib/table/table-spec';
import type { Note } from '../verdict';
import type { Answer, AnswerColumn } from './answer';
import type { Form } from './schema-config';

/** What is said of columns that pass in another way than the reference's. */
export function notesOn(answer: Answer): readonly Note[] {
  return answer.cast.asked.columns.flatMap((asked) => {
    const column = answer.column(asked.name);
    if (column === null) return [];
    const as = answer.partOf(asked.name)?.as ?? 'itself';
    const words = [
      inPart(column, asked),
      ...(as === 'itself'
        ? [limitedText(column, asked), precision(column, asked), identity(column), defaulted(column)]
        : [otherwise(column, as)]),
    ];
    return words.flatMap((note) => (note === null ? [] : [note]));
  });
}

const note = (column: AnswerColumn, key: string, message: string): Note => ({
  subject: column.label,
  message,
  place: column.at(key),
});

const inPart = (column: AnswerColumn, asked: ColumnSpec): Note | null =>
  column.name === asked.name
    ? null
    : note(column, 'name', `\`${column.label}\` plays the part of \`${asked.name}\`.`);

const identity = (column: AnswerColumn): Note | null =>
  column.identity === null
    ? null
    : note(column, 'identity', `An identity numbers \`${column.label}\` just as \`bigserial\` would.`);

/** A learner who knows what another form costs may well choose it. */
function otherwise(column: AnswerColumn, as: Form): Note | null {
  if (as === 'flag') {
    const words = `\`${column.label}\` says whether a row was sent, not when: nobody can tell how long it waited.`;
    return note(column, 'type', words);
  }
  if (as === 'status') {
    const words = `\`${column.label}\` says how far a row is, not when it got there: keep a time beside it.`;
    return note(column, 'type', words);
  }
  const isRandom = !(column.default?.kind === 'call' && column.default.call === 'uuidv7()');
  return isRandom
    ? note(
        column,
        'default',
        'A random `uuid` names a row and does not order it: the relay has to order by a time. `uuidv7()` does both.',
      )
    : null;
}

function limitedText(column: AnswerColumn, asked: ColumnSpec): Note | null {
  if (asked.type.base !== 'text' || column.type.base !== 'character varying') return null;
  const limit = column.type.sizes[0];
  const message =
    limit === undefined
      ? `\`${column.type.sql}\` without a length is the same as \`text\`.`
      : `\`${column.type.sql}\` works. \`text\` is as fast and never has to grow.`;
  return note(column, 'type', message);
}

function precision(column: AnswerColumn, asked: ColumnSpec): Note | null {
  const [digits] = column.type.sizes;
  const isTime = asked.type.base.startsWith('time') && column.type.base === asked.type.base;
  if (!isTime || digits === undefined || asked.type.sizes.length > 0) return null;
  const kept = digits === 0 ? 'whole seconds' : `${digits} digits of a second`;
  const message = `\`${column.type.sql}\` keeps ${kept}; without the number it keeps six digits.`;
  return note(column, 'type', message);
}

/** Where a default would be wrong, a check has failed already and these words are not shown with it. */
function defaulted(column: AnswerColumn): Note | null {
  if (column.default === null) return null;
  const message =
    column.default.kind === 'call' && column.default.call === 'now()'
      ? 'A default of `now()` is the time at which the transaction began, which two events of one transaction share. Set the time yourself where the order tells more.'
      : `With a default, an insert that forgets \`${column.label}\` goes in all the same.`;
  return note(column, 'default', message);
}
