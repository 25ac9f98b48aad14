import { describe, expect, it } from 'vitest';
import type { ActivityKind, ActivitySource } from '@/lib/activities/kind';
import type { Json } from '@/lib/shared/json';
import { failure, success } from '@/lib/shared/result';
import { compile } from './compile';
import { rememberLessons } from './remember';
import type { Tools } from './tools';

/** A kind that accepts anything: the compiler must know no kind by name. */
const essay: ActivityKind<Json> = {
  name: 'essay',
  extensions: ['yaml'],
  language: 'yaml',
  asks: [],
  files: [],
  keys: { words: { type: 'integer', minimum: 1, description: 'How long the essay is.' } },
  answerSchema: () => ({ type: 'object' }),
  compile: ({ keys }) => success(keys),
  read: () => ({ verdict: { passed: true, checks: [], notes: [] }, wants: [], becomes: null, creates: [] }),
  grade: (_config, reading) => ({ verdict: reading.verdict }),
};

const tools: Tools = {
  kinds: new Map([['essay', essay]]),
  readScenario: (text, file) =>
    text.includes('seed')
      ? success({ seed: 42 })
      : failure([{ code: 'S101', message: 'No seed.', hint: null, file, place: null }]),
};

const lesson = (id: string, rest = '', body = '') =>
  `---\nid: ${id}\ntitle: T\nsummary: S\nminutes: 5\n${rest}---\n${body}`;

const activity = (folder: string) => ({
  [`${folder}/activity.yaml`]: 'kind: essay\ntitle: Write\nchecks:\n  - { id: long, says: Too short. }\n',
  [`${folder}/start.yaml`]: 'text: ""\n',
  [`${folder}/solution.yaml`]: 'text: enough\n',
  [`${folder}/wrong/short.yaml`]: '# expect: long\ntext: a\n',
});

const whole = {
  'course.yaml': 'title: Course\nsummary: One sentence.\nlevels:\n  - 01-first\n',
  '01-first/level.yaml': 'title: First\nsummary: Begin.\n',
  '01-first/01-one/lesson.md': lesson('one', '', '## Hello *there*\n\n::activity{#essay}\n'),
  ...activity('01-first/01-one/essay'),
};

const compileFiles = (files: Readonly<Record<string, string | null>>) =>
  compile(
    new Map(Object.entries(files).filter((entry): entry is [string, string] => entry[1] !== null)),
    tools,
  );

const told = (files: Readonly<Record<string, string | null>>) =>
  compileFiles(files).problems.map(
    ({ file, place, code, message }) => `${file}:${place?.line}:${place?.column} ${code} ${message}`,
  );

describe('a course that is whole', () => {
  it('becomes plain data, with safe HTML and without a problem', () => {
    const { course, problems } = compileFiles(whole);
    expect(problems).toEqual([]);
    expect(JSON.parse(JSON.stringify(course))).toEqual({
      title: 'Course',
      summary: 'One sentence.',
      levels: [
        {
          number: 1,
          title: 'First',
          summary: 'Begin.',
          lessons: [
            {
              id: 'one',
              number: 1,
              title: 'T',
              summary: 'S',
              minutes: 5,
              concepts: [],
              prerequisites: [],
              headings: [{ id: 'hello-there', text: 'Hello there', depth: 2 }],
              body: expect.objectContaining({ type: 'root' }),
              activities: [
                {
                  id: 'essay',
                  kind: 'essay',
                  title: 'Write',
                  fade: 'blanks',
                  fades: [],
                  version: '2fffdb03',
                  language: 'yaml',
                  asksDatabase: false,
                  start: 'text: ""\n',
                  solutions: ['text: enough\n'],
                  answerSchema: { type: 'object' },
                  config: expect.objectContaining({ kind: 'essay' }),
                  scenario: null,
                  checks: [{ id: 'long', guard: false }],
                  files: {
                    keys: '01-first/01-one/essay/activity.yaml',
                    start: '01-first/01-one/essay/start.yaml',
                    solutions: ['01-first/01-one/essay/solution.yaml'],
                  },
                  accept: [],
                  wrong: [
                    {
                      file: '01-first/01-one/essay/wrong/short.yaml',
                      text: '# expect: long\ntext: a\n',
                      expect: ['long'],
                    },
                  ],
                },
              ],
            },
          ],
        },
      ],
    });
  });

  it('shows levels in the order that course.yaml gives, and only what is written', () => {
    const { course, problems } = compileFiles({
      ...whole,
      'course.yaml': 'title: C\nsummary: S\nlevels: [02-second, 01-first]\n',
      '02-second/level.yaml': 'title: Second\nsummary: On.\n',
      '02-second/01-two/lesson.md': lesson('two', 'prerequisites: [one]\n'),
    });
    expect(problems).toEqual([]);
    expect(course?.levels.map(({ title, number }) => [title, number])).toEqual([
      ['Second', 2],
      ['First', 1],
    ]);
  });

  it('has activities in the order in which the text places them, not in that of their folders', () => {
    const { course } = compileFiles({
      ...whole,
      ...activity('01-first/01-one/zebra'),
      '01-first/01-one/lesson.md': lesson('one', '', '::activity{#zebra}\n\n::activity{#essay}\n'),
    });
    expect(course?.levels[0]?.lessons[0]?.activities.map(({ id }) => id)).toEqual(['zebra', 'essay']);
  });

  it('passes the scenario through its reader', () => {
    const folder = '01-first/01-one/essay';
    const { course } = compileFiles({ ...whole, [`${folder}/scenario.yaml`]: 'seed: 42' });
    expect(course?.levels[0]?.lessons[0]?.activities[0]?.scenario).toEqual({ seed: 42 });
    expect(told({ ...whole, [`${folder}/scenario.yaml`]: 'sed: 42' })).toEqual([
      `${folder}/scenario.yaml:1:1 S101 No seed.`,
    ]);
  });

  it('gives further solutions after the first, and finds what is expected in a file beside the answer', () => {
    const folder = '01-first/01-one/essay';
    const { course, problems } = compileFiles({
      ...whole,
      [`${folder}/solution.again.yaml`]: 'again',
      [`${folder}/accept/other.yaml`]: 'other',
      [`${folder}/wrong/empty.yaml`]: '',
      [`${folder}/wrong/empty.expect`]: 'yaml\n',
    });
    const [found] = course?.levels[0]?.lessons[0]?.activities ?? [];
    expect(problems).toEqual([]);
    expect(found?.solutions).toEqual(['text: enough\n', 'again']);
    expect(found?.accept).toEqual([{ file: `${folder}/accept/other.yaml`, text: 'other' }]);
    expect(found?.wrong.map((answer) => answer.expect)).toEqual([['yaml'], ['long']]);
  });
});

describe('a broken course tells everything at once, with its place', () => {
  it('across files', () => {
    expect(
      told({
        'course.yaml': 'title: Course\nsumary: typo\nlevels: [01-first, 03-gone]\n',
        '01-first/level.yaml': 'title: First\n',
        '01-first/01-one/lesson.md': lesson(
          'one',
          'prerequisites: [tow]\n',
          '# Title\n\n<script>alert(1)</script>\n\n::activty{#essay}\n',
        ),
        '01-first/01-one/essay/activity.yaml':
          'kind: esay\ntitle: 12\nchecks:\n  - { id: long }\n  - { id: long }\n',
        '01-first/01-one/notes.txt': '',
        '01-first/02-two/lesson.md': '# No frontmatter\n',
        '01-first/three/lesson.md': lesson('one'),
        'extra/level.yaml': 'title: [\n',
      }),
    ).toEqual([
      '01-first/01-one/essay/activity.yaml:1:7 C304 There is no kind of activity named `esay`.',
      '01-first/01-one/essay/activity.yaml:2:8 C204 `title` must be text.',
      '01-first/01-one/essay/activity.yaml:5:11 C305 The check `long` is listed twice.',
      '01-first/01-one/lesson.md:1:1 C412 The activity `essay` is never placed, so no learner would come to it.',
      '01-first/01-one/lesson.md:6:17 C302 No lesson has the id `tow`.',
      '01-first/01-one/lesson.md:8:1 C418 The title of the page comes from the frontmatter, and a page has one title.',
      '01-first/01-one/lesson.md:10:1 C401 Lessons hold no HTML, so this is left out: a page that learners trust runs nothing that a text brings along.',
      '01-first/01-one/lesson.md:12:1 C402 There is no directive named `activty`.',
      '01-first/01-one/notes.txt:1:1 C107 Nothing reads the file `notes.txt` here.',
      '01-first/02-two/lesson.md:1:1 C201 The lesson does not begin with its frontmatter, so it has neither an id nor a title.',
      '01-first/02-two/lesson.md:1:1 C418 The title of the page comes from the frontmatter, and a page has one title.',
      '01-first/level.yaml:1:1 C203 The key `summary` is missing.',
      '01-first/three/lesson.md:1:1 C104 The folder name `three` has no number that says where it belongs.',
      '01-first/three/lesson.md:2:5 C301 The id `one` is taken by `01-first/01-one/lesson.md`. Progress hangs on ids, so each stands for one lesson.',
      'course.yaml:1:1 C203 The key `summary` is missing.',
      'course.yaml:2:1 C202 The key `sumary` is unknown here.',
      'extra/level.yaml:1:1 C104 The folder name `extra` has no number that says where it belongs.',
      'extra/level.yaml:1:1 C106 This level has no lesson. The course shows only what is written.',
      'extra/level.yaml:1:8 yaml-unclosed-bracket The bracket `[` opened here is never closed.',
    ]);
  });

  it.each([
    [
      'a listed folder that is not there',
      { 'course.yaml': 'title: C\nsummary: S\nlevels: [01-frist]\n' },
      [
        'course.yaml:3:1 C103 The folder `01-first` is not listed under `levels`, so nobody would ever see it.',
        'course.yaml:3:10 C102 The level `01-frist` is listed, but there is no such folder.',
      ],
    ],
    [
      'no course file',
      { 'course.yaml': null },
      [
        'course.yaml:1:1 C101 The file `course.yaml` is missing: it names the course and the order of its levels.',
      ],
    ],
    [
      'a lesson folder without its text',
      { '01-first/02-two/image.svg': 'data:' },
      [
        '01-first/02-two/lesson.md:1:1 C101 The file `01-first/02-two/lesson.md` is missing: every folder in a level is a lesson, and this is its text.',
      ],
    ],
    [
      'two lessons of one number',
      { '01-first/01-zwei/lesson.md': lesson('zwei') },
      [
        '01-first/01-zwei/lesson.md:1:1 C105 `01-zwei` and `01-one` carry the same number, so their order is left to chance.',
      ],
    ],
    [
      'an activity without its files',
      { '01-first/01-one/essay/start.yaml': null, '01-first/01-one/essay/solution.yaml': null },
      [
        '01-first/01-one/essay/solution.yaml:1:1 C101 The file `01-first/01-one/essay/solution.yaml` is missing: it is what "Show solution" shows, and what proves that the exercise can be done.',
        '01-first/01-one/essay/start.yaml:1:1 C101 The file `01-first/01-one/essay/start.yaml` is missing: it is what the learner begins with.',
      ],
    ],
    [
      'a key of the kind that is wrong, and one that it does not have',
      {
        '01-first/01-one/essay/activity.yaml':
          'kind: essay\ntitle: W\nword: 3\nwords: 0\nchecks: [{ id: long, say: x }]\n',
      },
      [
        '01-first/01-one/essay/activity.yaml:3:1 C202 The key `word` is unknown here.',
        '01-first/01-one/essay/activity.yaml:4:8 C204 `words` must be at least 1.',
        '01-first/01-one/essay/activity.yaml:5:22 C202 The key `say` is unknown here.',
      ],
    ],
    [
      'a wrong answer that names no check, and one that names another',
      {
        '01-first/01-one/essay/wrong/none.yaml': 'text: b\n',
        '01-first/01-one/essay/wrong/other.yaml': '# expect: long, lnog\n',
      },
      [
        '01-first/01-one/essay/wrong/none.yaml:1:1 C501 This wrong answer does not say which checks it fails, so nothing could be tested with it.',
        '01-first/01-one/essay/wrong/other.yaml:1:17 C502 The activity has no check `lnog`.',
      ],
    ],
    [
      'a misspelt file',
      { '01-first/01-one/essay/sloution.yaml': '' },
      ['01-first/01-one/essay/sloution.yaml:1:1 C107 Nothing reads the file `sloution.yaml` here.'],
    ],
    [
      'a check with a reserved id',
      {
        '01-first/01-one/essay/activity.yaml':
          'kind: essay\ntitle: W\nchecks: [{ id: long }, { id: shape }]\n',
      },
      [
        '01-first/01-one/essay/activity.yaml:3:30 C306 The check id `shape` is reserved for the layers that every answer passes first.',
      ],
    ],
  ])('%s', (_name, change, problems) => {
    expect(told({ ...whole, ...change })).toEqual(problems);
  });

  it('suggests what was meant', () => {
    const hints = (change: Record<string, string>) =>
      compileFiles({ ...whole, ...change }).problems.map(({ hint }) => hint);
    expect(hints({ '01-first/level.yaml': 'titel: First\ntitle: F\nsummary: S\n' })).toEqual([
      'Did you mean `title`?',
    ]);
    expect(hints({ '01-first/level.yaml': 'colour: red\ntitle: F\nsummary: S\n' })).toEqual([
      'Known are `title`, `summary`.',
    ]);
  });

  it('tells each circle of prerequisites once, where it closes', () => {
    expect(
      told({
        ...whole,
        '01-first/02-two/lesson.md': lesson('two', 'prerequisites: [three]\n'),
        '01-first/03-three/lesson.md': lesson('three', 'prerequisites: [one, two]\n'),
      }),
    ).toEqual([
      '01-first/03-three/lesson.md:6:22 C303 These prerequisites go round in a circle, so none of the lessons could come first: two → three → two.',
    ]);
  });
});

describe('a lesson that is broken does not take the others down', () => {
  it('is left out, and so is the mention of it', () => {
    const { course, problems } = compileFiles({
      ...whole,
      '01-first/02-two/lesson.md': lesson('two', '', 'A<br>b'),
      '01-first/03-three/lesson.md': lesson('three', 'prerequisites: [one, two]\n'),
    });
    expect(problems).toHaveLength(1);
    expect(course?.levels[0]?.lessons.map(({ id, prerequisites }) => [id, prerequisites])).toEqual([
      ['one', []],
      ['three', ['one']],
    ]);
  });

  it('leaves a level out when none of its lessons is whole', () => {
    const { course } = compileFiles({ ...whole, '01-first/01-one/lesson.md': lesson('one', 'typo: 1\n') });
    expect(course?.levels).toEqual([]);
  });
});

describe('compiling again', () => {
  it('reads only the lessons whose files have changed', () => {
    const read: string[] = [];
    const compileAndTell = ({ folder, keys }: ActivitySource) => {
      read.push(folder);
      return success(keys);
    };
    const watched = { ...essay, compile: compileAndTell };
    const watching = { ...tools, kinds: new Map([['essay', watched]]) };
    const files = {
      ...whole,
      '01-first/02-two/lesson.md': lesson('two', '', '::activity{#other}'),
      ...activity('01-first/02-two/other'),
    };
    const remembering = rememberLessons();
    const again = (change: Readonly<Record<string, string>>) =>
      compile(new Map(Object.entries({ ...files, ...change })), watching, remembering);
    const first = again({});
    expect(again({})).toEqual(first);
    expect(read).toEqual(['01-first/01-one/essay', '01-first/02-two/other']);
    again({ '01-first/02-two/other/start.yaml': 'text: changed' });
    expect(read).toEqual(['01-first/01-one/essay', '01-first/02-two/other', '01-first/02-two/other']);
  });
});

it('compiles a thousand lessons in seconds', () => {
  const body =
    '## Heading\n\nWords and *words*.\n\n```sql\nSELECT 1 FROM orders WHERE id IS NULL;\n```\n'.repeat(4);
  const files = new Map(Object.entries({ ...whole }));
  for (let number = 2; number <= 1000; number += 1) {
    const name = String(number).padStart(4, '0');
    files.set(`01-first/${name}-lesson/lesson.md`, lesson(`lesson-${name}`, '', body));
  }
  const { course, problems } = compile(files, tools);
  expect(problems).toEqual([]);
  expect(course?.levels[0]?.lessons).toHaveLength(1000);
});
