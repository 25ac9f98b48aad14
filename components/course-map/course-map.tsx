import Link from 'next/link';
import type { Course, Lesson } from '@/lib/course/course';
import styles from './course-map.module.css';
import { LessonState } from './lesson-state';

/** Every lesson that is written, by level, each with where the learner stands in it. */
export function CourseMap({ course }: { readonly course: Course }) {
  return (
    <section id="course" className={styles['map']} aria-labelledby="course-title">
      <h2 id="course-title">The course</h2>
      {course.levels.length === 0 && <p>No lesson has been written yet.</p>}
      {course.levels.map((level) => (
        <section key={level.number} className={styles['level']}>
          <header>
            <p className={styles['over']}>Level {level.number}</p>
            <h3>{level.title}</h3>
            <p className={styles['summary']}>{level.summary}</p>
          </header>
          <ol>
            {level.lessons.map((lesson) => (
              <li key={lesson.id}>
                <LessonRow lesson={lesson} />
              </li>
            ))}
          </ol>
        </section>
      ))}
    </section>
  );
}

function LessonRow({ lesson }: { readonly lesson: Lesson }) {
  const task = { id: lesson.id, activities: lesson.activities.map(({ id }) => id) };
  return (
    <Link className={styles['lesson']} href={`/lessons/${lesson.id}/`} prefetch={false}>
      <span className={styles['title']}>{lesson.title}</span>
      <span className={styles['summary']}>{lesson.summary}</span>
      <span className={styles['facts']}>
        <LessonState task={task} />
        <span>{lesson.minutes} min</span>
      </span>
    </Link>
  );
}
