'use client';

import type { Heading } from '@/lib/course/course';
import { lessonProgress } from '@/lib/progress/progress';
import { useProgress } from '@/lib/store/progress';
import styles from './table-of-contents.module.css';

interface TableOfContentsProps {
  readonly lessonId: string;
  readonly headings: readonly Heading[];
}

export function TableOfContents({ lessonId, headings }: TableOfContentsProps) {
  const reached = lessonProgress(useProgress().progress, lessonId)?.section ?? null;
  const sections = headings.filter(({ depth }) => depth === 2);
  if (sections.length < 2) return null;
  return (
    <nav className={styles['contents']} aria-label="On this page">
      <p className={styles['title']}>On this page</p>
      <ol>
        {sections.map(({ id, text }) => (
          <li key={id}>
            <a href={`#${id}`} aria-current={id === reached ? 'location' : undefined}>
              {text}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
