import { CourseMap } from '@/components/course-map/course-map';
import { CrashDemo } from '@/components/crash-demo/crash-demo';
import { crashScenario } from '@/components/crash-demo/crash-scenario';
import { ContinueLink } from '@/components/home/continue-link';
import styles from '@/components/home/home.module.css';
import { ReviewPlace } from '@/components/review/review-place';
import { SiteHeader } from '@/components/shell/site-header';
import { courseToShow } from '@/lib/content/read-course';
import { lessonsInOrder } from '@/lib/course/find';
import { quizzesOf } from './quizzes';

export default async function HomePage() {
  const course = await courseToShow();
  return (
    <>
      <SiteHeader />
      <main id="main" className={styles['home']}>
        <section className={styles['opening']}>
          <div>
            <h1>
              Learn event-driven architecture by building it, breaking it, and watching the same message
              arrive twice.
            </h1>
            <ContinueLink lessons={lessonsInOrder(course).map(({ lesson }) => lesson.id)} />
            <p className={styles['facts']}>No account, no server: a real PostgreSQL runs in this page.</p>
          </div>
          <CrashDemo scenario={crashScenario} />
        </section>
        <ReviewPlace quizzes={quizzesOf(course)} />
        <CourseMap course={course} />
      </main>
    </>
  );
}
