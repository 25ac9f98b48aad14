import type { Reference } from '@/lib/table/table-spec';

/** A foreign key as it is written in an answer; `nothing` where there is none. */
export const referenceText = (reference: Pick<Reference, 'table' | 'column'> | null): string =>
  reference === null ? 'nothing' : `${reference.table}(${reference.column})`;
