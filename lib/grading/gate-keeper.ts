import { createHash } from 'node:crypto';
import { kinds } from '@/lib/activities/registry';
import type { Activity, Course } from '@/lib/course/course';
import { lessonsInOrder } from '@/lib/course/find';
import { type GateReport, passGate } from '@/lib/course/gate';
import { createGrader } from './grader';

/** Holds every activity of a course to its own files, one PostgreSQL for all; one that has not changed is not graded again. */
export interface GateKeeper {
  readonly gate: (course: Course | null) => Promise<readonly GateReport[]>;
  readonly close: () => Promise<void>;
}

export function createGateKeeper(): GateKeeper {
  const grader = createGrader();
  let known = new Map<string, GateReport>();

  const report = (activity: Activity): Promise<GateReport> => {
    const kind = kinds.get(activity.kind);
    if (kind === undefined) throw new Error(`The compiler let the kind ${activity.kind} through.`);
    return passGate(activity, (answer) => grader.grade(kind, activity.config, answer));
  };

  return {
    gate: async (course) => {
      const activities =
        course === null ? [] : lessonsInOrder(course).flatMap(({ lesson }) => lesson.activities);
      const now = new Map<string, GateReport>();
      const reports: GateReport[] = [];
      for (const activity of activities) {
        const key = keyOf(activity);
        const found = known.get(key) ?? (await report(activity));
        now.set(key, found);
        reports.push(found);
      }
      known = now;
      return reports;
    },
    close: grader.close,
  };
}

/** The same for two activities whose folders hold the same and lie in the same place. */
const keyOf = (activity: Activity): string =>
  createHash('sha1').update(JSON.stringify(activity)).digest('hex');
