// The keys of a scenario file as tables for its authors, from the schema that reads them: so the two cannot differ.
import { innerKeys, keyTable, type Properties } from '@/lib/shared/key-table';
import { scenarioSchema } from './scenario-schema';
import { FAULT_KEYS } from './scenario-schema/faults';

/** One table a section, in markdown; each section is the name of a key at the top, and one for a fault's keys. */
export function keyTables(): string {
  const top = Object.entries(innerKeys(scenarioSchema) ?? {});
  const sections = top.filter(([, schema]) => innerKeys(schema) !== null);
  const plain = top.filter(([, schema]) => innerKeys(schema) === null);
  return [
    table('At the top', Object.fromEntries(plain)),
    ...sections.map(([name, schema]) => table(`\`${name}\``, innerKeys(schema) ?? {})),
    faultTable(),
  ].join('\n\n');
}

const table = (title: string, keys: Properties): string => `### ${title}\n\n${keyTable(keys)}`;

const faultTable = (): string =>
  [
    '### What each fault needs',
    '',
    '| `do` | needs | may have |',
    '|---|---|---|',
    ...Object.entries(FAULT_KEYS).map(
      ([fault, { needs, may }]) => `| \`${fault}\` | ${named(needs)} | ${named(may)} |`,
    ),
  ].join('\n');

const named = (keys: readonly string[]): string => keys.map((key) => `\`${key}\``).join(', ');
