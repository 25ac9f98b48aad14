'use client';
import { type ReactNode, type RefObject, useId, useLayoutEffect, useRef } from 'react';
import styles from './menu.module.css';
import { type Anchor, placeFor } from './menu-place';

interface MenuProps {
  /** What it opens at. */
  readonly anchor: Anchor;
  readonly heading: string;
  readonly onClose: () => void;
  /** Buttons with the role `menuitem`, perhaps in groups. */
  readonly children: ReactNode;
}

/** A menu above everything else. The focus moves in, arrows move it, and Escape gives it back. */
export function Menu({ anchor, heading, onClose, children }: MenuProps) {
  const box = useRef<HTMLDivElement>(null);
  const title = useId();
  usePopover(box, anchor, onClose);
  return (
    <div ref={box} popover="auto" className={styles['menu']}>
      <p id={title} className={styles['heading']}>
        {heading}
      </p>
      <div role="menu" aria-labelledby={title}>
        {children}
      </div>
    </div>
  );
}

function usePopover(box: RefObject<HTMLDivElement | null>, anchor: Anchor, onClose: () => void): void {
  const latest = useRef({ anchor, onClose });
  useLayoutEffect(() => {
    latest.current = { anchor, onClose };
  });
  useLayoutEffect(() => {
    const { current } = box;
    if (current === null) return;
    const opener = document.activeElement;
    const listener = new AbortController();
    const { signal } = listener;
    current.showPopover();
    const { left, top } = placeFor(latest.current.anchor, current.getBoundingClientRect(), {
      width: window.innerWidth,
      height: window.innerHeight,
    });
    current.style.left = `${left}px`;
    current.style.top = `${top}px`;
    itemsOf(current)[0]?.focus();
    current.addEventListener('keydown', (event) => moveFocus(event, current), { signal });
    current.addEventListener('toggle', (event) => event.newState === 'closed' && latest.current.onClose(), {
      signal,
    });
    return () => {
      listener.abort();
      const isInside = current.contains(document.activeElement) || document.activeElement === document.body;
      if (current.matches(':popover-open')) current.hidePopover();
      if (isInside && opener instanceof HTMLElement) opener.focus();
    };
  }, [box]);
}

const itemsOf = (box: HTMLElement): readonly HTMLElement[] =>
  Array.from(box.querySelectorAll<HTMLElement>('[role=menuitem]'));

/** Keys that are pressed in a menu are the menu's own: the stage's are left alone. */
function moveFocus(event: KeyboardEvent, box: HTMLElement) {
  event.stopPropagation();
  if (event.key === 'Escape') {
    event.preventDefault();
    box.hidePopover();
    return;
  }
  const items = itemsOf(box);
  const place = items.indexOf(document.activeElement as HTMLElement);
  const next = nextPlace(event.key, place, items.length);
  if (next === null) return;
  event.preventDefault();
  items[next]?.focus();
}

function nextPlace(key: string, place: number, count: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return (place + 1) % count;
    case 'ArrowUp':
      return (place - 1 + count) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
