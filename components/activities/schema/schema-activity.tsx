'use client';
import type { WorkbenchWords } from '@/components/workbench/words';
import { Workbench, type WorkbenchProps } from '@/components/workbench/workbench';

/** A table, written as YAML, and the run that it makes possible. */
export function SchemaActivity(props: Omit<WorkbenchProps, 'words'>) {
  return <Workbench {...props} words={words} />;
}

const words: WorkbenchWords = {
  answerTab: 'Write the table',
  watch: { tab: 'Watch it run', locked: 'Opens when your table has passed its check.' },
  editor: 'Your table, as YAML',
  becomes: {
    title: 'The SQL it becomes',
    unread: 'Appears here as soon as you begin.',
    instead: 'Appears here as soon as the table can be read.',
  },
  parts: { one: 'column', many: 'columns', whole: 'the table' },
  passed: 'PostgreSQL made your table, and every check passed.',
};
