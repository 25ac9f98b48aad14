import { readFile } from 'node:fs/promises';
import type { Problem } from '@/lib/shared/problem';

/** Where the command that runs the development server leaves what the gate found, for the pages to show. */
export const GATE_REPORT = '.cache/gate.json';

export interface GateReportFile {
  /** The state of the course that was looked at (`Content.stamp`). */
  readonly stamp: string;
  readonly problems: readonly Problem[];
}

/** What the gate found in this state of the course; null while nobody has looked. */
export async function readGateReport(stamp: string, file = GATE_REPORT): Promise<readonly Problem[] | null> {
  try {
    const report: GateReportFile = JSON.parse(await readFile(file, 'utf8'));
    return report.stamp === stamp ? report.problems : null;
  } catch {
    // It is not there, or is just being written.
    return null;
  }
}
