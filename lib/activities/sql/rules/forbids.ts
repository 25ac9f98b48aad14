import { right, wrong } from '../found';
import type { SqlRule } from '../rule';

/** No statement is, or holds, one that this activity has no room for. Kinds are nodes of PostgreSQL's own tree. */
export const forbids: SqlRule = {
  judge: ({ nodes: forbidden }, { statements }) => {
    for (const statement of statements) {
      const found = statement.nodes.find((node) => forbidden.includes(node));
      if (found !== undefined) return wrong({ statement, found });
    }
    return right('Nothing in it is out of bounds.');
  },
};
