'use client';
import { lazySurface } from '@/components/activities/lazy-surface';
import type { WorkbenchWords } from '@/components/workbench/words';
import { Workbench, type WorkbenchProps } from '@/components/workbench/workbench';

/** Questions that explain themselves. */
export function QuizActivity(props: Omit<WorkbenchProps, 'words'>) {
  return <Workbench {...props} words={words} surface={QuizSurface} />;
}

const QuizSurface = lazySurface(() => import('./quiz-surface').then((module) => module.QuizSurface));

const words: WorkbenchWords = {
  answerTab: 'Answer the questions',
  watch: null,
  editor: 'Your answers, as YAML',
  becomes: null,
  parts: { one: 'question', many: 'questions', whole: 'your answers' },
  passed: 'Every question is answered. In a day or so, some of them come back for review.',
};
