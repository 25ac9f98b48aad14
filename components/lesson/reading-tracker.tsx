'use client';

import { useEffect, useRef } from 'react';
import { markLessonRead, openLesson, reachSection } from '@/lib/store/progress';

interface ReadingTrackerProps {
  readonly lessonId: string;
  /** Ids of the text's headings, in order. */
  readonly headings: readonly string[];
}

/** Stands at the end of the text: seeing it is having read the lesson. Remembers which section was reached. */
export function ReadingTracker({ lessonId, headings }: ReadingTrackerProps) {
  const end = useRef<HTMLDivElement>(null);

  useEffect(() => openLesson(lessonId), [lessonId]);

  useEffect(() => {
    const seen = new IntersectionObserver(([entry]) => entry?.isIntersecting && markLessonRead(lessonId));
    if (end.current) seen.observe(end.current);
    return () => seen.disconnect();
  }, [lessonId]);

  useEffect(() => {
    let reached: string | null | undefined;
    const note = () => {
      const section = sectionAtTop(headings);
      if (section === reached) return;
      reached = section;
      reachSection(lessonId, section);
    };
    window.addEventListener('scroll', note, { passive: true });
    return () => window.removeEventListener('scroll', note);
  }, [lessonId, headings]);

  return <div ref={end} />;
}

/** The last heading that has passed the upper third of the screen; null above the first. */
function sectionAtTop(headings: readonly string[]): string | null {
  const line = window.innerHeight / 3;
  const passed = headings.filter((id) => {
    const heading = document.getElementById(id);
    return heading?.checkVisibility() && heading.getBoundingClientRect().top < line;
  });
  return passed.at(-1) ?? null;
}
