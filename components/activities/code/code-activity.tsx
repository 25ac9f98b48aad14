'use client';
import type { WorkbenchWords } from '@/components/workbench/words';
import { Workbench, type WorkbenchProps } from '@/components/workbench/workbench';
import { CodeBeside } from './code-beside';

/** One round of a relay or of a consumer, and the order of things that breaks it, with the line at which it stands. */
export function CodeActivity(props: Omit<WorkbenchProps, 'words' | 'beside'>) {
  return <Workbench {...props} words={words} beside={CodeBeside} />;
}

const words: WorkbenchWords = {
  answerTab: 'Write the code',
  watch: { tab: 'Watch it in time', locked: 'Opens when your code has passed its check.' },
  editor: 'Your code, in TypeScript or JavaScript',
  becomes: null,
  parts: { one: 'part', many: 'parts', whole: 'the program' },
  passed: 'Your code was run in every order of things, and every check passed.',
};
