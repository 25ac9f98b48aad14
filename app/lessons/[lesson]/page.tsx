import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { LessonArticle } from '@/components/lesson/lesson-article';
import { LessonFrame } from '@/components/lesson/lesson-frame';
import { ProgressPill } from '@/components/lesson/lesson-standing';
import { Playground } from '@/components/playground/playground';
import { ReviewPlace } from '@/components/review/review-place';
import { SiteHeader } from '@/components/shell/site-header';
import { courseToShow } from '@/lib/content/read-course';
import type { Activity } from '@/lib/course/course';
import { findLesson, lessonsInOrder } from '@/lib/course/find';
import type { ActivityOutline } from '@/lib/store/activity';
import { dataUrlOf, quizzesIn } from '../../quizzes';

interface LessonPageProps {
  readonly params: Promise<{ readonly lesson: string }>;
}

export const dynamicParams = false;

export async function generateStaticParams() {
  const course = await courseToShow();
  return lessonsInOrder(course).map(({ lesson }) => ({ lesson: lesson.id }));
}

export async function generateMetadata({ params }: LessonPageProps): Promise<Metadata> {
  const found = findLesson(await courseToShow(), (await params).lesson);
  return found ? { title: found.lesson.title, description: found.lesson.summary } : {};
}

export default async function LessonPage({ params }: LessonPageProps) {
  const found = findLesson(await courseToShow(), (await params).lesson);
  if (!found) notFound();
  const { lesson, level, previous, next } = found;
  const task = { id: lesson.id, activities: lesson.activities.map(({ id }) => id) };
  return (
    <>
      <SiteHeader crumbs={[`Level ${level.number} · ${level.title}`, lesson.title]}>
        <ProgressPill task={task} />
      </SiteHeader>
      <LessonFrame
        text={
          <LessonArticle lesson={lesson} level={level} task={task} previous={previous} next={next}>
            <ReviewPlace quizzes={quizzesIn(lesson)} />
          </LessonArticle>
        }
        playground={
          <Playground lessonId={lesson.id} activities={lesson.activities.map(startOf(lesson.id))} />
        }
      />
    </>
  );
}

/** Only what the page needs before the learner shows interest; the rest is fetched from `dataUrl`. */
const startOf =
  (lessonId: string) =>
  ({ id, kind, title, fade, fades, version, language, asksDatabase, start }: Activity): ActivityOutline => ({
    id,
    kind,
    title,
    fade,
    fades,
    version,
    language,
    asksDatabase,
    start,
    dataUrl: dataUrlOf(lessonId, id),
  });
