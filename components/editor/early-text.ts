// React, when it takes a text area over from the page's HTML, and again at each drawing, gives it its first text anew
// unless it has a value of its own, and the selection goes. Whoever had clicked there, or marked something, would lose
// the place; whoever had marked everything would write beside the old text and not in its place.

/** Gives a text area a value of its own: the text that it has. Nothing that is seen changes. */
export function ownText(area: HTMLTextAreaElement): void {
  area.value = String(area.value);
}

/** The same for one that the page came with, before React touches it. Does nothing where there is none. */
export function ownEarlyText(id: string): void {
  if (typeof document === 'undefined') return;
  const area = document.getElementById(id);
  if (area instanceof HTMLTextAreaElement) ownText(area);
}
