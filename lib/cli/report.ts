import type { Content } from '@/lib/content/read-course';
import type { Course } from '@/lib/course/course';
import { format } from '@/lib/course/frame';
import { plural } from '@/lib/shared/count-words';
import type { Problem } from '@/lib/shared/problem';

/** Every problem with its frame and hint, and how many there are. */
export function listProblems(
  problems: readonly Problem[],
  content: Pick<Content, 'files' | 'folder'>,
): string {
  const prefix = `${content.folder.replace(/\/+$/, '')}/`;
  const told = problems.map((problem) =>
    format(problem, content.files.get(problem.file ?? '') ?? null, prefix),
  );
  return [...told, plural(problems.length, 'problem')].join('\n\n');
}

/** `1 lesson, 1 activity, 45 answers`. */
export function countOf(course: Course | null, answers: number): string {
  const lessons = course?.levels.flatMap((level) => level.lessons) ?? [];
  const activities = lessons.flatMap((lesson) => lesson.activities);
  return [
    plural(lessons.length, 'lesson'),
    plural(activities.length, 'activity', 'activities'),
    plural(answers, 'answer'),
  ].join(', ');
}
