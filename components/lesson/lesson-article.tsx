import Link from 'next/link';
import type { ReactNode } from 'react';
import { LessonText } from '@/components/lesson-text/lesson-text';
import type { Lesson, Level } from '@/lib/course/course';
import type { LessonTask } from '@/lib/progress/progress';
import { ActivityPlace } from './activity-place';
import styles from './lesson-article.module.css';
import { LessonStanding } from './lesson-standing';
import { ReadingTracker } from './reading-tracker';
import { TableOfContents } from './table-of-contents';

interface LessonArticleProps {
  readonly lesson: Lesson;
  readonly level: Level;
  readonly task: LessonTask;
  readonly previous: Lesson | null;
  readonly next: Lesson | null;
  /** What stands below the text. */
  readonly children?: ReactNode;
}

/** The reading column: title, standing, contents, text, and the way on. */
export function LessonArticle({ lesson, level, task, previous, next, children }: LessonArticleProps) {
  return (
    <article className={styles['article']} id="main">
      <header className={styles['head']}>
        <p className={styles['over']}>
          Level {level.number} · Lesson {lesson.number} · {lesson.minutes} min
        </p>
        <h1>{lesson.title}</h1>
        <p className={styles['summary']}>{lesson.summary}</p>
        <LessonStanding task={task} />
      </header>
      <div className={styles['contents']}>
        <TableOfContents lessonId={lesson.id} headings={lesson.headings} />
      </div>
      <div className={styles['body']}>
        <LessonText body={lesson.body} activity={(id) => drawActivity(lesson, id)} />
        <ReadingTracker lessonId={lesson.id} headings={lesson.headings.map(({ id }) => id)} />
        {children}
        <nav className={styles['ways']} aria-label="Lessons">
          {previous && <Way word="Previous" lesson={previous} />}
          {next && <Way word="Next" lesson={next} />}
          <Link href="/#course" prefetch={false}>
            All lessons
          </Link>
        </nav>
      </div>
    </article>
  );
}

function drawActivity(lesson: Lesson, id: string) {
  const activity = lesson.activities.find((candidate) => candidate.id === id);
  return activity && <ActivityPlace lessonId={lesson.id} activityId={id} title={activity.title} />;
}

function Way({ word, lesson }: { readonly word: string; readonly lesson: Lesson }) {
  return (
    <Link href={`/lessons/${lesson.id}/`} prefetch={false}>
      <span>{word}</span> {lesson.title}
    </Link>
  );
}
