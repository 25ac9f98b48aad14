'use client';
import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react';
import styles from './tab-list.module.css';

export interface Tab<Name extends string> {
  readonly name: Name;
  readonly label: string;
  /** Drawn before the label. */
  readonly icon?: ReactNode;
  /** Why it does not open yet; null when it does. */
  readonly locked: string | null;
}

interface TabListProps<Name extends string> {
  readonly label: string;
  /** Each tab's id is `PREFIX-tab-NAME`, and it controls `PREFIX-panel-NAME`. */
  readonly prefix: string;
  readonly tabs: readonly Tab<Name>[];
  readonly open: Name;
  readonly onOpen: (name: Name) => void;
}

/** Tabs that arrow keys move between. A locked one can be reached, and says why it is locked. */
export function TabList<Name extends string>({ label, prefix, tabs, open, onOpen }: TabListProps<Name>) {
  const list = useRef<HTMLDivElement>(null);
  const moved = (event: KeyboardEvent) => {
    const next = neighbour(event.key, list.current);
    if (next === null) return;
    event.preventDefault();
    next.focus();
    next.click();
  };
  return (
    <div className={styles['tabs']} role="tablist" aria-label={label} ref={list}>
      {tabs.map((tab) => (
        <TabButton
          key={tab.name}
          tab={tab}
          prefix={prefix}
          selected={tab.name === open}
          onOpen={() => onOpen(tab.name)}
          onKeyDown={moved}
        />
      ))}
    </div>
  );
}

interface TabButtonProps {
  readonly tab: Tab<string>;
  readonly prefix: string;
  readonly selected: boolean;
  readonly onOpen: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

function TabButton({ tab, prefix, selected, onOpen, onKeyDown }: TabButtonProps) {
  const reason = useId();
  const { name, label, icon, locked } = tab;
  return (
    <>
      <button
        type="button"
        role="tab"
        id={`${prefix}-tab-${name}`}
        aria-selected={selected}
        aria-controls={locked === null ? `${prefix}-panel-${name}` : undefined}
        aria-disabled={locked !== null}
        aria-describedby={locked === null ? undefined : reason}
        tabIndex={selected ? 0 : -1}
        onClick={locked === null ? onOpen : undefined}
        onKeyDown={onKeyDown}
      >
        {icon !== undefined && <span className={styles['icon']}>{icon}</span>}
        {label}
      </button>
      {locked !== null && (
        <span className={styles['reason']} id={reason} role="presentation">
          {locked}
        </span>
      )}
    </>
  );
}

function neighbour(key: string, list: HTMLElement | null): HTMLElement | null {
  const all = [...(list?.querySelectorAll<HTMLElement>('[role=tab]') ?? [])];
  const here = all.findIndex((tab) => tab.matches(':focus'));
  const next = { ArrowRight: here + 1, ArrowLeft: here - 1, Home: 0, End: -1 }[key];
  return next === undefined ? null : (all.at(next % all.length) ?? null);
}
