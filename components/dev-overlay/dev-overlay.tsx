'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import type { CourseReport } from '@/lib/course/report';
import { ProblemPanel } from './problem-panel';

const everyMs = 1_000;

interface DevOverlayProps {
  /** Where the development server tells the state of the lessons. */
  readonly address: string;
}

/**
 * In development, asks for the state of the lessons once a second while the page is looked at: draws the page anew
 * when a file has changed, and lays the problems over it. It is no part of the export.
 */
export function DevOverlay({ address }: DevOverlayProps) {
  const report = useCourseReport(address);
  const [dismissed, setDismissed] = useState<string | null>(null);
  useRefreshOnChange(report?.stamp);
  if (report === null || report.problems.length === 0 || dismissed === report.stamp) return null;
  return <ProblemPanel problems={report.problems} onDismiss={() => setDismissed(report.stamp)} />;
}

function useCourseReport(address: string): CourseReport | null {
  const [report, setReport] = useState<CourseReport | null>(null);
  useEffect(() => {
    const ask = async () => {
      if (document.hidden) return;
      const next = await fetchReport(address);
      setReport((last) => (next === null || next.stamp === last?.stamp ? last : next));
    };
    void ask();
    const timer = setInterval(() => void ask(), everyMs);
    return () => clearInterval(timer);
  }, [address]);
  return report;
}

/** Null while the server is away, as it is when it restarts. */
async function fetchReport(address: string): Promise<CourseReport | null> {
  try {
    const response = await fetch(address, { cache: 'no-store' });
    return response.ok ? ((await response.json()) as CourseReport) : null;
  } catch {
    return null;
  }
}

function useRefreshOnChange(stamp: string | undefined): void {
  const router = useRouter();
  const drawn = useRef(stamp);
  useEffect(() => {
    if (drawn.current !== undefined && drawn.current !== stamp) router.refresh();
    drawn.current = stamp;
  }, [router, stamp]);
}
