// Looks at the course again whenever one of its files has changed.
import { existsSync, watch } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { type Content, readCourse } from '@/lib/content/read-course';

/** Editors write a file in several steps, and several files at once. */
const SETTLED_MS = 100;

/** A change that comes while it looks is looked at right after. Ends only where there is no folder to watch. */
export async function watchLessons(look: (content: Content) => Promise<void>): Promise<void> {
  let changed: () => void = () => undefined;
  const { folder } = await readCourse();
  if (!existsSync(folder)) return;
  watch(folder, { recursive: true }, () => changed());
  for (;;) {
    const next = new Promise<void>((resolve) => {
      changed = resolve;
    });
    await look(await readCourse());
    await next;
    await pause(SETTLED_MS);
  }
}
