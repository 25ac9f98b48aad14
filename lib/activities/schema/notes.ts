// Right, and worth a word all the same.
import type { ColumnSpec } from '@/lib/table/table-spec';
import type { Note } from '../verdict';
import type { Answer, AnswerColumn } from './answer';

/** What is said of columns that pass in another way than the reference's. */
export function notesOn(answer: Answer): readonly Note[] {
  return answer.config.reference.columns.flatMap((asked) => {
    const column = answer.column(asked.name);
    if (column === null) return [];
    const words = [limitedText(column, asked), precision(column, asked), defaulted(column)];
    return words.flatMap((note) => (note === null ? [] : [note]));
  });
}

const note = (column: AnswerColumn, key: string, message: string): Note => ({
  subject: column.name,
  message,
  place: column.at(key),
});

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
      : `With a default, an insert that forgets \`${column.name}\` goes in all the same.`;
  return note(column, 'default', message);
}
