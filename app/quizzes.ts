// What pages know of the course's quizzes, so that their questions can come back.
import type { Course, Lesson } from '@/lib/course/course';
import { lessonsInOrder } from '@/lib/course/find';
import type { QuizOutline } from '@/lib/store/review';

/** Where the material of an activity lies. */
export const dataUrlOf = (lessonId: string, activityId: string): string =>
  `${process.env['BASE_PATH'] ?? ''}/lessons/${lessonId}/${activityId}/activity.json`;

export const quizzesIn = ({ id, title, activities }: Lesson): readonly QuizOutline[] =>
  activities
    .filter(({ kind }) => kind === 'quiz')
    .map((activity) => ({
      lessonId: id,
      lesson: title,
      activityId: activity.id,
      questions: activity.checks.map((check) => check.id),
      dataUrl: dataUrlOf(id, activity.id),
    }));

export const quizzesOf = (course: Course): readonly QuizOutline[] =>
  lessonsInOrder(course).flatMap(({ lesson }) => quizzesIn(lesson));
