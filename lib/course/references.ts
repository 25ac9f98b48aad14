// What holds between lessons: ids are unique, prerequisites exist and have no circle.
import type { Problem } from '@/lib/shared/problem';
import type { LessonReading } from './lesson';
import { idTwice, prerequisiteCircle, prerequisiteUnknown } from './problems';

/** Every problem between lessons; each stands in the file of a lesson that it concerns. */
export function judgeReferences(readings: readonly LessonReading[]): readonly Problem[] {
  const byId = new Map<string, LessonReading>();
  const problems: Problem[] = [];
  for (const reading of readings) {
    if (reading.id === null) continue;
    const other = byId.get(reading.id.name)?.id;
    if (other) problems.push(idTwice(reading.id.at, reading.id.name, other.at.file));
    else byId.set(reading.id.name, reading);
  }
  const unknown = readings
    .flatMap(({ prerequisites }) => prerequisites)
    .filter(({ id }) => !byId.has(id))
    .map(({ id, at }) => prerequisiteUnknown(at, id, [...byId.keys()]));
  return [...problems, ...unknown, ...judgeCircles(byId)];
}

/** Each circle once, told where it closes. */
function judgeCircles(byId: ReadonlyMap<string, LessonReading>): readonly Problem[] {
  const problems: Problem[] = [];
  const finished = new Set<string>();
  const visit = (id: string, path: readonly string[]): void => {
    if (finished.has(id)) return;
    for (const next of byId.get(id)?.prerequisites ?? []) {
      const way = [...path, id];
      const start = way.indexOf(next.id);
      if (start >= 0) problems.push(prerequisiteCircle(next.at, [...way.slice(start), next.id]));
      else visit(next.id, way);
    }
    finished.add(id);
  };
  for (const id of byId.keys()) visit(id, []);
  return problems;
}
