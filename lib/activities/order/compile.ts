// The instructor's files into a config, or every reason why not. C14 is this kind's.
import { type Problem, unplaced } from '@/lib/shared/problem';
import { failure, type Result, success } from '@/lib/shared/result';
import { list, suggest } from '@/lib/shared/suggest';
import { CONSUMER_CALLS, RELAY_CALLS } from '@/lib/sim/process/called-process';
import type { Scenario } from '@/lib/sim/scenario/scenario';
import type { ActivitySource } from '../kind';
import type { OrderCheck, OrderConfig, Piece } from './order-config';

/** activity.yaml after its schema has held. */
interface Written {
  readonly pieces: readonly (Partial<Piece> & Pick<Piece, 'id' | 'text'>)[];
  readonly checks: readonly (Partial<OrderCheck> & Pick<OrderCheck, 'id' | 'rule' | 'says'>)[];
  readonly setup?: readonly string[];
  readonly role?: OrderConfig['role'];
}

export function compile({ folder, keys, scenario }: ActivitySource): Result<OrderConfig> {
  const written = keys as unknown as Written;
  const config: OrderConfig = {
    pieces: written.pieces.map(pieceOf),
    checks: written.checks.map(checkOf),
    setup: written.setup ?? [],
    role: written.role ?? null,
    // Its reader wrote it.
    scenario: scenario as unknown as Scenario | null,
  };
  const problems = [...judgePieces(config), ...config.checks.flatMap((check) => judgeCheck(check, config))];
  const file = `${folder}/activity.yaml`;
  return problems.length > 0 ? failure(problems.map((problem) => ({ ...problem, file }))) : success(config);
}

const pieceOf = ({ id, text, code, sql, calls, distractor }: Written['pieces'][number]): Piece => ({
  id,
  text,
  code: code ?? null,
  sql: sql ?? null,
  calls: calls ?? null,
  distractor: distractor ?? null,
});

const checkOf = (check: Written['checks'][number]): OrderCheck => ({
  id: check.id,
  rule: check.rule,
  pieces: check.pieces ?? [],
  query: check.query ?? null,
  rows: check.rows ?? [],
  says: check.says,
  why: check.why ?? null,
  hints: check.hints ?? [],
});

function judgePieces({ pieces, role }: OrderConfig): readonly Problem[] {
  const ids = pieces.map(({ id }) => id);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  const known = role === 'relay' ? RELAY_CALLS : CONSUMER_CALLS;
  const strange = pieces.find(({ calls }) => calls !== null && !(role !== null && known.includes(calls)));
  return [
    ...(twice === undefined ? [] : [unplaced('C1401', `Two pieces are called \`${twice}\`.`, 'Rename one.')]),
    ...(strange === undefined
      ? []
      : [
          unplaced(
            'C1402',
            role === null
              ? `The piece \`${strange.id}\` stands for a call, and nobody says whose.`
              : `The piece \`${strange.id}\` stands for \`${strange.calls}\`, which a ${role} never asks for.`,
            role === null ? 'Add `role: relay` or `role: consumer`.' : `It has ${list(known)}.`,
          ),
        ]),
  ];
}

function judgeCheck({ id, rule, pieces, query }: OrderCheck, config: OrderConfig): readonly Problem[] {
  const ids = config.pieces.map((piece) => piece.id);
  const unknown = pieces
    .filter((piece) => !ids.includes(piece))
    .map((piece) =>
      unplaced(
        'C1403',
        `The check \`${id}\` speaks of the piece \`${piece}\`, and there is none.`,
        suggest(piece, ids),
      ),
    );
  return [
    ...unknown,
    ...lacks(rule, pieces, query, config).map(([what, hint]) =>
      unplaced('C1404', `The check \`${id}\` has the rule \`${rule}\`, and ${what}.`, hint),
    ),
  ];
}

/** What a rule has to be told, and was not. */
function lacks(
  rule: OrderCheck['rule'],
  pieces: readonly string[],
  query: string | null,
  config: OrderConfig,
): readonly (readonly [what: string, hint: string])[] {
  const noSql = config.pieces.every(({ sql }) => sql === null);
  switch (rule) {
    case 'before':
      return pieces.length < 2
        ? [['does not say what comes before what', 'Add `pieces: [FIRST, SECOND]`.']]
        : [];
    case 'never':
    case 'rows':
      return [
        ...(query === null ? [['has no query', 'Add `query: SELECT …`.'] as const] : []),
        ...(noSql ? [['no piece has SQL', 'Give the pieces their `sql`.'] as const] : []),
      ];
    case 'runs':
      return noSql ? [['no piece has SQL', 'Give the pieces their `sql`.']] : [];
    case 'holds':
      return config.role === null || config.scenario === null
        ? [
            [
              'there is nothing to explore',
              'Add `role`, give the pieces their `calls`, and write scenario.yaml.',
            ],
          ]
        : [];
    default:
      return [];
  }
}
