// Whether a text has the shape of a program: one function that it exports by default, and nothing from elsewhere.
import type { Place } from '@/lib/shared/place';
import { lineAt } from './line-place';

export interface ShapeProblem {
  readonly message: string;
  readonly place: Place | null;
}

/** What stands between strings, templates, comments and expressions that only look like code. */
const QUIET =
  /\/\/[^\n]*|\/\*[\s\S]*?\*\/|'(?:\\[\s\S]|[^'\\\n])*'|"(?:\\[\s\S]|[^"\\\n])*"|`(?:\\[\s\S]|[^`\\])*`/g;

const IMPORT = /(?<![.\w$])import\b(?!\s*\.\s*meta)(?!\s+type\b)/g;
const EXPORT = /(?<![.\w$])export(?:\s+default\b|\s*\{[^}]*\bas\s+default\b)/g;

/** Of a text, and of the same whose types are gone. */
export function shapeProblems(text: string, code: string, example: string): readonly ShapeProblem[] {
  const bare = code.replace(QUIET, (quiet) => quiet.replace(/[^\n]/g, ' '));
  // Taking types away moves columns, and no lines.
  const at = ({ index }: RegExpExecArray): Place | null =>
    lineAt(text, code.slice(0, index).split('\n').length);
  const exported = [...bare.matchAll(EXPORT)];
  return [
    ...[...bare.matchAll(IMPORT)].map((found) => ({
      message: 'A round imports nothing: all that it may use is given to it. Take this import out.',
      place: at(found),
    })),
    ...(exported.length === 0
      ? [
          {
            message: `Nothing is exported, so there is nothing to run. Begin with \`${example}\`.`,
            place: null,
          },
        ]
      : exported.slice(1).map((found) => ({
          message: 'There is one round, so `export default` stands once. Take this one out.',
          place: at(found),
        }))),
  ];
}
