'use client';
import { lazySurface } from '@/components/activities/lazy-surface';
import type { WorkbenchWords } from '@/components/workbench/words';
import { Workbench, type WorkbenchProps } from '@/components/workbench/workbench';

/** What an adversary does to a pipeline, and the run that comes of it. */
export function ScenarioActivity(props: Omit<WorkbenchProps, 'words'>) {
  return <Workbench {...props} words={words} surface={ScenarioSurface} />;
}

const ScenarioSurface = lazySurface(() =>
  import('./scenario-surface').then((module) => module.ScenarioSurface),
);

const words: WorkbenchWords = {
  answerTab: 'Break it',
  watch: { tab: 'Watch it happen', locked: 'Opens when your faults have passed their check.' },
  editor: 'What you do to it, as YAML',
  becomes: null,
  parts: { one: 'part', many: 'parts', whole: 'the run', tells: true },
  passed: 'You brought it about, and every check passed.',
};
