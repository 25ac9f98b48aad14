// Two whole activities that use what no lesson needs yet, held by the gate that holds every lesson.
import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { compileActivity } from '@/lib/course/activity';
import type { Activity } from '@/lib/course/course';
import { growFolders } from '@/lib/course/folder';
import { passGate } from '@/lib/course/gate';
import { createGrader } from '@/lib/grading/grader';
import { success } from '@/lib/shared/result';
import { sealed } from '../sealed';
import { schemaKind } from './kind';

const fixtures = new URL('fixtures/', import.meta.url);
const kind = sealed(schemaKind);
const grader = createGrader();
afterAll(() => grader.close());

function activity(name: string): Activity {
  const folder = new URL(`${name}/`, fixtures);
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /\.\w+$/.test(path),
  );
  const files = new Map(
    paths.map((path) => [`${name}/${path}`, readFileSync(new URL(path, folder), 'utf8')]),
  );
  const grown = growFolders(files).folders.get(name);
  if (grown === undefined) throw new Error(`There is no folder ${name}.`);
  const tools = { kinds: new Map([[kind.name, kind]]), readScenario: () => success(null) };
  const compiled = compileActivity(grown, tools);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems, null, 2));
  return compiled.value;
}

const grade = (of: Activity, answer: string) => grader.grade(kind, of.config, answer);

/** A right answer by its file's name. */
const accepted = (of: Activity, name: string): string =>
  of.accept.find(({ file }) => file.endsWith(`/accept/${name}.yaml`))?.text ?? '';

const wrongly = (of: Activity, name: string): string =>
  of.wrong.find(({ file }) => file.endsWith(`/wrong/${name}.yaml`))?.text ?? '';

async function failures(of: Activity, name: string) {
  const { checks } = await grade(of, wrongly(of, name));
  return checks
    .filter(({ passed }) => !passed)
    .map(({ place, subject, message }) => `${place?.line}:${place?.column} [${subject}] ${message}`);
}

async function notes(of: Activity, name: string) {
  const verdict = await grade(of, accepted(of, name));
  return verdict.notes.map(({ message }) => message);
}

describe('an outbox by roles', () => {
  const outbox = activity('outbox-by-roles');

  it('passes the gate: every answer does what it must, and every check can fail', async () => {
    const { answers, problems } = await passGate(outbox, (answer) => grade(outbox, answer));
    expect(problems.map(({ file, message }) => `${file}: ${message}`)).toEqual([]);
    expect(answers).toBeGreaterThan(50);
  });
});

describe('orders, outbox, inbox and read model', () => {
  const tables = activity('order-tables');

  it('passes the gate: every answer does what it must, and every check can fail', async () => {
    const { answers, problems } = await passGate(tables, (answer) => grade(tables, answer));
    expect(problems.map(({ file, message }) => `${file}: ${message}`)).toEqual([]);
    expect(answers).toBeGreaterThan(35);
  });
});
