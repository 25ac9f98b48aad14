import { right, wrong } from '../found';
import type { SqlRule } from '../rule';

/** No statement is of a kind that this activity has no room for. Kinds are nodes of PostgreSQL's own tree. */
export const forbids: SqlRule = {
  judge: ({ nodes }, { statements }) => {
    const statement = statements.find(({ node }) => nodes.includes(node));
    return statement === undefined
      ? right('Nothing in it is out of bounds.')
      : wrong({ statement, found: statement.node });
  },
};
