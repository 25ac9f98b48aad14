// Whether a few words are what was asked for: spelling, case and quotes are forgiven, another meaning is not.
import { distance } from 'fastest-levenshtein';
import type { ShortQuestion } from './quiz-config';

export type ShortJudgement =
  /** `meant` is the accepted form that it stands for; `misspelt` if a letter or two are off. */
  | { readonly right: true; readonly meant: string; readonly misspelt: boolean }
  /** Why it is not that, where its author foresaw it. */
  | { readonly right: false; readonly because: string | null };

export function judgeShort(question: ShortQuestion, answer: string): ShortJudgement {
  const { accept, mistaken, within } = question;
  const written = plain(answer);
  const exact = accept.find((form) => plain(form) === written || isNear(form, answer, within));
  if (exact !== undefined) return { right: true, meant: exact, misspelt: false };
  const mistake = mistaken.find(({ forms }) => forms.some((form) => plain(form) === written));
  if (mistake !== undefined) return { right: false, because: mistake.because };
  const meant = nearest(accept, written);
  const other = nearest(
    mistaken.flatMap(({ forms }) => forms),
    written,
  );
  if (meant === null || (other !== null && slips(other, written) <= slips(meant, written))) {
    const near = mistaken.find(({ forms }) => other !== null && forms.includes(other));
    return { right: false, because: near?.because ?? null };
  }
  return { right: true, meant, misspelt: true };
}

/** Without case, quotes, the space around, and the full stop at its end. Words may be joined or set apart: `OrderPlaced`. */
export const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_\-`'"“”‘’]+/g, '')
    .replace(/[.,;:!?]+$/, '');

/** A number within its tolerance. */
function isNear(form: string, answer: string, within: number): boolean {
  const [wanted, given] = [form, answer].map((text) => numberIn(text));
  return wanted !== null && given !== null && wanted !== undefined && given !== undefined
    ? Math.abs(wanted - given) <= within
    : false;
}

const numberIn = (text: string): number | null =>
  /^[+-]?\d+([.,]\d+)?$/.test(text.trim()) ? Number(text.trim().replace(',', '.')) : null;

/** How many letters may be off: none in short words and numbers, where one letter is another word. */
const allowance = (form: string): number => {
  const { length } = plain(form);
  if (length < 5 || numberIn(form) !== null) return 0;
  return length < 9 ? 1 : 2;
};

const slips = (form: string, written: string): number => distance(plain(form), written);

/** The form that was meant; null when none is near enough. */
function nearest(forms: readonly string[], written: string): string | null {
  const near = forms.filter((form) => slips(form, written) <= allowance(form));
  return near.reduce<string | null>(
    (best, form) => (best === null || slips(form, written) < slips(best, written) ? form : best),
    null,
  );
}
