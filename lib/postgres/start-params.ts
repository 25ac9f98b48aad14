import { PGlite } from '@electric-sql/pglite';

/**
 * Settings that `RESET ALL` comes back to. At PostgreSQL's usual depth an endless recursion runs off WebAssembly's
 * stack and kills the server; at this one it ends as a clean 54001.
 */
export const startParams = [...PGlite.defaultStartParams, '-c', 'max_stack_depth=100kB'];
