'use client';
import { lazySurface } from '@/components/activities/lazy-surface';
import type { WorkbenchWords } from '@/components/workbench/words';
import { Workbench, type WorkbenchProps } from '@/components/workbench/workbench';

/** A prediction, and then the run that settles it. */
export function PredictActivity(props: Omit<WorkbenchProps, 'words'>) {
  return <Workbench {...props} words={words} surface={PredictSurface} />;
}

const PredictSurface = lazySurface(() => import('./predict-surface').then((module) => module.PredictSurface));

const words: WorkbenchWords = {
  answerTab: 'Predict',
  watch: { tab: 'Watch it run', locked: 'Opens when your prediction has met the run.' },
  editor: 'Your prediction, as YAML',
  becomes: null,
  parts: { one: 'prediction', many: 'predictions', whole: 'your prediction' },
  passed: 'It came as you said. Now see how.',
};
