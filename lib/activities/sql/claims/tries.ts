// A claim, tried by two relays one after the other on every state that the rows of a small table can be in.
import type { Json } from '@/lib/shared/json';
import type { DatabaseFinding, Outcome, SplitStatement, Statement } from '../../evidence';
import type { ClaimsConfig } from './claims-config';

/** A letter for each row: free, leased for a while yet, leased until a moment ago, dispatched. */
const LETTERS = ['f', 'l', 'e', 'd'] as const;

/** A row on which `relay 1` has a lease that runs, and one on which its lease has ended. */
const OWN_STATES = ['off', 'ffo', 'pff'] as const;

/** As many rows as the table has; all their states together are few enough to be tried at every check. */
const TRIED_ROWS = 3;

const states = (rows: number): readonly string[] =>
  rows === 0 ? [''] : states(rows - 1).flatMap((state) => LETTERS.map((letter) => state + letter));

export interface TriedRow {
  readonly id: string;
  readonly aggregate: string;
  readonly owner: string | null;
  readonly done: boolean;
  /** Seconds until its lease ends, negative once it has; null without a lease. */
  readonly left: number | null;
  /** A column that is not as it was given, though no lease is held in it. */
  readonly changed: string | null;
}

/** One relay's turn. */
export interface Try {
  readonly state: string;
  readonly relay: number;
  /** Before the turn and after it, in the order of their ids. */
  readonly before: readonly TriedRow[];
  readonly after: readonly TriedRow[];
  /** What the claim gave back, by id; null for a row that came without one. */
  readonly taken: readonly (string | null)[];
}

export interface Tries {
  readonly turns: readonly Try[];
  /** The same with the second relay's own clock ten minutes ahead. */
  readonly skewed: readonly Try[];
  /** All rows are free, and each relay asks for one. */
  readonly ofOne: readonly Try[];
  /** It could not be tried at all. */
  readonly error: Extract<Outcome, { readonly ok: false }>['error'] | null;
}

/** The one statement that is the claim; null where there are several, or none. */
export function claimIn(statements: readonly SplitStatement[]): SplitStatement | null {
  const [claim, ...others] = statements.filter(({ node }) => node !== 'TransactionStmt');
  return claim === undefined || others.length > 0 ? null : claim;
}

const FUNCTION = 'try_the_claim';

/** The claim as written, planned once: to plan it anew for each turn takes longer than all the turns. */
const PREPARED = 'the_claim';

export function tryStatements(claims: ClaimsConfig, claim: SplitStatement): readonly Statement[] {
  const every = states(TRIED_ROWS);
  const few = every.filter((state) => state.endsWith('ff'));
  const call = (id: string, ahead: string, most: number, tried: readonly string[]): Statement => ({
    id: `tries.${id}`,
    sql: `SELECT * FROM ${FUNCTION}($1, $2, string_to_array($3, ' '))`,
    params: [ahead, most, tried.join(' ')],
  });
  return [
    { id: 'tries.claim', sql: `PREPARE ${PREPARED} (text, integer, timestamptz) AS ${claim.sql}` },
    { id: 'tries.function', sql: functionSql(claims) },
    call('turns', '0 minutes', 10, [...every, ...OWN_STATES]),
    call('one', '0 minutes', 1, ['fff']),
    // Only who looks at the relay's clock can be misled by it.
    ...(!claim.parameters.includes(RELAY_CLOCK) ? [] : [call('skewed', '10 minutes', 10, few)]),
  ];
}

/** `$1` is the relay's name, `$2` how many rows it would take, `$3` what its own clock says. */
const RELAY_CLOCK = 3;

const functionSql = (columns: ClaimsConfig): string => {
  const { table, key, owner, until, done } = columns;
  return `
CREATE FUNCTION ${FUNCTION}(ahead text, most integer, states text[])
RETURNS TABLE (state text, relay integer, "before" jsonb, "after" jsonb, taken jsonb)
LANGUAGE plpgsql AS $function$
#variable_conflict use_variable
DECLARE given record; turn integer; others jsonb;
BEGIN
  others := (SELECT jsonb_object_agg(r.${key}, ${othersSql(columns)}) FROM ${table} AS r);
  FOREACH state IN ARRAY states LOOP
    UPDATE ${table} AS t SET
      ${done} = CASE letter WHEN 'd' THEN now() END,
      ${owner} = CASE WHEN letter IN ('l', 'e') THEN 'relay 3' WHEN letter IN ('o', 'p') THEN 'relay 1' END,
      ${until} = CASE WHEN letter IN ('l', 'o') THEN now() + interval '1 hour'
        WHEN letter IN ('e', 'p') THEN now() - interval '1 minute' END
    FROM (
      SELECT r.${key} AS k, substr(state, (row_number() OVER (ORDER BY r.${key}))::integer, 1) AS letter FROM ${table} AS r
    ) AS x WHERE x.k = t.${key};
    "after" := (${rowsSql(columns)});
    FOR turn IN 1..2 LOOP
      relay := turn;
      "before" := "after";
      taken := '[]';
      FOR given IN EXECUTE format('EXECUTE ${PREPARED}(%L, %L, %L)',
        'relay ' || relay, most, clock_timestamp() + ahead::interval * (relay - 1)) LOOP
        taken := taken || jsonb_build_array(to_jsonb(given) ->> '${key}');
      END LOOP;
      "after" := (${rowsSql(columns)});
      RETURN NEXT;
    END LOOP;
  END LOOP;
END
$function$`;
};

/** All that no lease is held in. */
const othersSql = ({ key, owner, until, done }: ClaimsConfig): string =>
  `to_jsonb(r) - '{${[key, owner, until, done].join()}}'::text[]`;

const rowsSql = (columns: ClaimsConfig): string => {
  const { table, key, aggregate, owner, until, done } = columns;
  const others = othersSql(columns);
  return `
        SELECT coalesce(jsonb_agg(jsonb_build_object(
          'id', r.${key}::text, 'aggregate', r.${aggregate}::text, 'owner', r.${owner}, 'done', r.${done} IS NOT NULL,
          'left', extract(epoch FROM r.${until} - clock_timestamp()),
          'changed', CASE WHEN ${others} IS DISTINCT FROM others -> r.${key}::text THEN (
            SELECT min(c.key) FROM jsonb_each(${others}) AS c
            WHERE c.value IS DISTINCT FROM others -> r.${key}::text -> c.key) END) ORDER BY r.${key}), '[]')
        FROM ${table} AS r`;
};

export function triesIn({ outcomes }: DatabaseFinding): Tries | null {
  const called = (id: string): Outcome | undefined =>
    outcomes.find((outcome) => outcome.id === `tries.${id}`);
  const [prepared, turns] = [called('claim'), called('turns')];
  if (prepared === undefined || turns === undefined) return null;
  // Where in the statement that was put together is nowhere in what was written.
  if (!prepared.ok) return untried({ ...prepared.error, position: null });
  if (!turns.ok) return untried(turns.error);
  return {
    turns: triesOf(turns),
    skewed: triesOf(called('skewed')),
    ofOne: triesOf(called('one')),
    error: null,
  };
}

const untried = (error: Tries['error']): Tries => ({ turns: [], skewed: [], ofOne: [], error });

const triesOf = (outcome: Outcome | undefined): readonly Try[] =>
  outcome?.ok ? outcome.rows.map((row) => row as { readonly [column: string]: Json } as unknown as Try) : [];
