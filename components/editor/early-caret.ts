// React, when it takes a text area over from the page's HTML, and again at each drawing, gives it its first text anew
// unless it has a value of its own, and the caret goes to the beginning. Whoever had clicked there would lose the place.

interface Caret {
  readonly from: number;
  readonly to: number;
}

/** Where the caret stands in a text area of the page before React has touched it; null anywhere else. */
export function caretInPage(): Caret | null {
  if (typeof document === 'undefined') return null;
  const active = document.activeElement;
  if (!(active instanceof HTMLTextAreaElement)) return null;
  return { from: active.selectionStart, to: active.selectionEnd };
}

/** Gives the text area a value of its own, and the caret back to whoever has not typed yet. */
export function comeAlive(area: HTMLTextAreaElement, caret: Caret | null): void {
  const untouched = area.value === area.defaultValue;
  area.value = String(area.value);
  if (untouched && caret !== null && document.activeElement === area) {
    area.setSelectionRange(caret.from, caret.to);
  }
}
