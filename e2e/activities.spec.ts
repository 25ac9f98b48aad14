// One test for each activity of the course, made from the files that its author wrote.
import { expect, test } from '@playwright/test';
import { kinds } from '@/lib/activities/registry';
import { readCourse } from '@/lib/content/read-course';
import type { Activity } from '@/lib/course/course';
import { lessonsInOrder } from '@/lib/course/find';
import { createGrader } from '@/lib/grading/grader';
import { answer, expectPassed, openWithPlainEditor, readToTheEnd, results } from './lesson';

const { course } = await readCourse();
const lessons = course === null ? [] : lessonsInOrder(course).map(({ lesson }) => lesson);

for (const lesson of lessons) {
  for (const activity of lesson.activities) {
    test(`a learner can do ${lesson.id}/${activity.id}, and it stays done`, async ({ page }) => {
      const wrong = await firstWrongAnswer(activity);
      await openWithPlainEditor(page, `/lessons/${lesson.id}/`);
      await expect(page.getByText(`Reading in progress · 0 of ${lesson.activities.length}`)).toBeVisible();
      await answer(page, wrong.text);
      for (const message of wrong.messages) await expect(results(page)).toContainText(message);
      await answer(page, activity.solutions[0] ?? '');
      await expectPassed(page);
      await readToTheEnd(page);
      const done = page.getByText(/^Done · 1 of 1 activity done$/);
      await expect(done).toBeVisible();
      await expect(page.getByText('1/1 done')).toBeVisible();
      await page.reload();
      await expect(done).toBeVisible();
    });
  }
}

/** A wrong answer of the author's, and what the learner must be told. */
async function firstWrongAnswer(activity: Activity) {
  const kind = kinds.get(activity.kind);
  const wrong = activity.wrong[0];
  if (kind === undefined || wrong === undefined) throw new Error(`${activity.id} has no wrong answer.`);
  const grader = createGrader();
  try {
    const { checks } = await grader.grade(kind, activity.config, wrong.text);
    const failed = checks.filter(({ passed }) => !passed);
    return { text: wrong.text, messages: failed.map(({ message }) => message.replaceAll('`', '')) };
  } finally {
    await grader.close();
  }
}
