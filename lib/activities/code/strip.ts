// From TypeScript to what runs: types are taken away, and every line stays where it was.
import { transform } from 'sucrase';
import { type Place, placer } from '@/lib/shared/place';

export type Stripped =
  | { readonly ok: true; readonly code: string }
  | { readonly ok: false; readonly message: string; readonly place: Place };

/** JavaScript of the same lines, or the first place at which the text is no TypeScript. */
export function strip(text: string): Stripped {
  try {
    const { code } = transform(text, { transforms: ['typescript'], disableESTransforms: true });
    return { ok: true, code };
  } catch (error) {
    // The parser's errors carry the offset at which it stopped.
    const { message, pos } = error as Error & { readonly pos?: number };
    if (error instanceof RangeError) return { ok: false, message: TOO_DEEP, place: placer(text)(0, 0) };
    const at = Math.min(pos ?? 0, text.length);
    return {
      ok: false,
      message: message.replace(/^Error transforming .*?: /, '').replace(/ \(\d+:\d+\)$/, ''),
      place: placer(text)(at, Math.min(at + 1, text.length)),
    };
  }
}

const TOO_DEEP = 'It is nested too deeply to be read.';
