import type { Course, Lesson, Level } from './course';

export interface FoundLesson {
  readonly lesson: Lesson;
  readonly level: Level;
  /** In the course's order, across levels. */
  readonly previous: Lesson | null;
  readonly next: Lesson | null;
}

/** Every lesson in the order in which the course is taken. */
export function lessonsInOrder(course: Course): readonly FoundLesson[] {
  const all = course.levels.flatMap((level) => level.lessons.map((lesson) => ({ level, lesson })));
  return all.map(({ level, lesson }, index) => ({
    level,
    lesson,
    previous: all[index - 1]?.lesson ?? null,
    next: all[index + 1]?.lesson ?? null,
  }));
}

export const findLesson = (course: Course, id: string): FoundLesson | null =>
  lessonsInOrder(course).find(({ lesson }) => lesson.id === id) ?? null;
