'use client';
import type { WorkbenchWords } from '@/components/workbench/words';
import { Workbench, type WorkbenchProps } from '@/components/workbench/workbench';

/** Statements that a real PostgreSQL runs; what they did to the tables is shown with the check. */
export function SqlActivity(props: Omit<WorkbenchProps, 'words'>) {
  return <Workbench {...props} words={words} />;
}

const words: WorkbenchWords = {
  answerTab: 'Write the SQL',
  watch: null,
  editor: 'Your SQL',
  becomes: {
    title: 'What you are given',
    unread: 'The tables appear here as soon as you begin.',
    instead: 'The tables appear here as soon as you begin.',
  },
  parts: { one: 'table', many: 'tables', whole: 'the answer', tells: true },
  passed: 'PostgreSQL ran your SQL, and every check passed.',
};
