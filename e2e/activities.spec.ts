// One test for each activity of the course, made from the files that its author wrote.
import { expect, test } from '@playwright/test';
import { kinds } from '@/lib/activities/registry';
import { readCourse } from '@/lib/content/read-course';
import type { Activity } from '@/lib/course/course';
import { lessonsInOrder } from '@/lib/course/find';
import { createGrader } from '@/lib/grading/grader';
import { openActivity, openWithPlainEditor, readToTheEnd, results } from './lesson';

const { course } = await readCourse();
const lessons = course === null ? [] : lessonsInOrder(course).map(({ lesson }) => lesson);

for (const lesson of lessons) {
  for (const activity of lesson.activities) {
    test(`a learner can do ${lesson.id}/${activity.id}, and it stays done`, async ({ page }) => {
      const wrong = await firstWrongAnswer(activity);
      const many = lesson.activities.length;
      await openWithPlainEditor(page, `/lessons/${lesson.id}/`);
      await expect(page.getByText(`Reading in progress · 0 of ${many}`)).toBeVisible();
      const field = await openActivity(page, activity.title, many > 1);
      const check = page.getByRole('button', { name: 'Check', exact: true });
      await field.fill(wrong.text);
      await check.click();
      for (const message of wrong.messages) {
        await expect(results(page)).toContainText(message, { timeout: 30_000 });
      }
      await field.fill(activity.solutions[0] ?? '');
      await check.click();
      await expect(page.getByText(`1/${many} done`)).toBeVisible({ timeout: 30_000 });
      await readToTheEnd(page);
      const done = page.getByText(
        many === 1 ? 'Done · 1 of 1 activity done' : `Read · 1 of ${many} activities done`,
      );
      await expect(done).toBeVisible();
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
