// A page fetches the one kind that it needs, and not the others. A line each; a test holds them equal to the registry.
import { type AnyKind, sealed } from './sealed';

const loaders: { readonly [name: string]: () => Promise<AnyKind> } = {
  design: async () => sealed((await import('./design/kind')).designKind),
  scenario: async () => sealed((await import('./scenario/kind')).scenarioKind),
  schema: async () => sealed((await import('./schema/kind')).schemaKind),
  code: async () => sealed((await import('./code/kind')).codeKind),
  predict: async () => sealed((await import('./predict/kind')).predictKind),
  quiz: async () => sealed((await import('./quiz/kind')).quizKind),
  order: async () => sealed((await import('./order/kind')).orderKind),
  sql: async () => sealed((await import('./sql/kind')).sqlKind),
};

/** The names of the kinds that can be loaded. */
export const loadable: readonly string[] = Object.keys(loaders);

export function loadKind(name: string): Promise<AnyKind> {
  const load = loaders[name];
  if (load === undefined) throw new Error(`No kind of activity is called ${name}.`);
  return load();
}
