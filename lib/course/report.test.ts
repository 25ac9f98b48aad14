import { expect, it } from 'vitest';
import { reportCourse } from './report';

it('gives each problem the lines that it is about, and none where the file is missing', () => {
  const place = { line: 1, column: 1, endLine: 1, endColumn: 4 };
  const problem = { code: 'C202', message: 'The key `idd` is unknown here.', hint: null, place };
  const here = { ...problem, file: 'a/lesson.md' };
  const gone = { ...problem, file: 'b/lesson.md' };
  expect(reportCourse('stamp', [here, gone], new Map([['a/lesson.md', 'idd: a']]))).toEqual({
    stamp: 'stamp',
    problems: [
      { ...here, frame: '> 1 | idd: a\n    | ^^^' },
      { ...gone, frame: null },
    ],
  });
});
