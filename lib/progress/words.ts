import { countPassed, type LessonTask, type Progress, type Standing, standing } from './progress';

const names: Readonly<Record<Standing, string>> = {
  'not-started': 'Not started',
  reading: 'Reading in progress',
  read: 'Read',
  done: 'Done',
};

/** "Reading in progress · 0 of 1 activity done" */
export function standingInWords(progress: Progress, task: LessonTask): string {
  const all = task.activities.length;
  const done =
    all === 0
      ? ''
      : ` · ${countPassed(progress, task)} of ${all} ${all === 1 ? 'activity' : 'activities'} done`;
  return `${names[standing(progress, task)]}${done}`;
}

/** "0/1 done" */
export const countInWords = (progress: Progress, task: LessonTask): string =>
  `${countPassed(progress, task)}/${task.activities.length} done`;
