import type { Problem } from '@/lib/shared/problem';
import type { CourseFiles } from './folder';
import { frame } from './frame';

/** The state of a course, for whoever watches it being written. */
export interface CourseReport {
  /** Changes whenever a file of the course does. */
  readonly stamp: string;
  readonly problems: readonly ShownProblem[];
}

export interface ShownProblem extends Problem {
  /** The lines around its place; null when its file is missing. */
  readonly frame: string | null;
}

/** Each problem with the lines that it is about. */
export const reportCourse = (
  stamp: string,
  problems: readonly Problem[],
  files: CourseFiles,
): CourseReport => ({
  stamp,
  problems: problems.map((problem) => {
    const text = files.get(problem.file ?? '');
    const known = text !== undefined && problem.place !== null;
    return { ...problem, frame: known ? frame(text, problem.place) : null };
  }),
});
