'use client';
import type { WorkbenchWords } from '@/components/workbench/words';
import { Workbench, type WorkbenchProps } from '@/components/workbench/workbench';

/** A part of a pipeline, designed as YAML, and the run that it has to stand. */
export function DesignActivity(props: Omit<WorkbenchProps, 'words'>) {
  return <Workbench {...props} words={words} />;
}

const words: WorkbenchWords = {
  answerTab: 'Design it',
  watch: { tab: 'Watch it run', locked: 'Opens when your design has passed its check.' },
  editor: 'Your design, as YAML',
  becomes: null,
  parts: { one: 'setting', many: 'settings', whole: 'the design', tells: true },
  passed: 'Your design stood every run, and every check passed.',
};
