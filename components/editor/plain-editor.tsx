'use client';
import { type ChangeEvent, type KeyboardEvent, type RefObject, type UIEvent, useRef } from 'react';
import type { AnswerLanguage } from '@/lib/activities/kind';
import { type Mark, stretchesOn } from './mark';
import styles from './plain-editor.module.css';
import { numberedLines } from './text-edit';
import { type TokenKind, tokensIn } from './tokens';

interface PlainEditorProps {
  readonly area: RefObject<HTMLTextAreaElement | null>;
  readonly id: string;
  readonly label: string;
  /** What the page came with; the text area owns its value from then on. */
  readonly start: string;
  readonly text: string;
  readonly language: AnswerLanguage;
  readonly marks: readonly Mark[];
  readonly describedBy: string;
  /** The browser's own undo is told apart from other changes. */
  readonly onText: (text: string, undone: boolean) => void;
  readonly onCheck: () => void;
  readonly onFocus: (focused: boolean) => void;
}

/** A text area with line numbers, colours and marks drawn behind it. It takes text before any script has come. */
export function PlainEditor(props: PlainEditorProps) {
  const { area, id, label, start, text, language, marks, describedBy, onText, onCheck, onFocus } = props;
  const behind = useRef<HTMLDivElement>(null);
  const changed = ({ currentTarget, nativeEvent }: ChangeEvent<HTMLTextAreaElement>) =>
    onText(currentTarget.value, nativeEvent instanceof InputEvent && nativeEvent.inputType === 'historyUndo');
  const scrolled = ({ currentTarget }: UIEvent<HTMLTextAreaElement>) => {
    behind.current?.style.setProperty('--scroll-x', `${-currentTarget.scrollLeft}px`);
    behind.current?.style.setProperty('--scroll-y', `${-currentTarget.scrollTop}px`);
  };
  const pressed = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    onCheck();
  };
  return (
    <div className={styles['plain']}>
      <div className={styles['behind']} ref={behind} aria-hidden="true">
        <Lines text={text} language={language} marks={marks} />
      </div>
      <textarea
        ref={area}
        id={id}
        className={styles['area']}
        aria-label={label}
        aria-describedby={describedBy}
        // React writes a plain string over whatever was typed before it came; a list it leaves alone.
        defaultValue={[start]}
        onChange={changed}
        onScroll={scrolled}
        onKeyDown={pressed}
        onFocus={() => onFocus(true)}
        onBlur={() => onFocus(false)}
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        autoCorrect="off"
        wrap="off"
      />
    </div>
  );
}

type LinesProps = Pick<PlainEditorProps, 'text' | 'language' | 'marks'>;

function Lines({ text, language, marks }: LinesProps) {
  const errors = marks.filter(({ severity }) => severity === 'error');
  return numberedLines(text).map(({ number, line }) => {
    const begins = errors.some(({ place }) => place.line === number);
    return (
      <div key={number} className={begins ? `${styles['line']} marked-line` : styles['line']}>
        <Colours line={line} language={language} />
        {wavesOn(errors, number, line.length).map(([key, { from, to }]) => (
          <span key={key} className={styles['wave']}>
            {' '.repeat(from)}
            <u>{' '.repeat(to - from)}</u>
          </span>
        ))}
      </div>
    );
  });
}

/** Where several marks lie on one another, a line is drawn once. */
const wavesOn = (...asked: Parameters<typeof stretchesOn>) => [
  ...new Map(stretchesOn(...asked).map((stretch) => [`${stretch.from}-${stretch.to}`, stretch])),
];

const classes: Record<TokenKind, string | undefined> = {
  key: styles['key'],
  type: styles['type'],
  comment: styles['comment'],
  plain: undefined,
};

function Colours({ line, language }: { readonly line: string; readonly language: AnswerLanguage }) {
  let column = 0;
  return tokensIn(language, line).map(({ kind, text }) => {
    const key = column;
    column += text.length;
    return (
      <span key={key} className={classes[kind]}>
        {text}
      </span>
    );
  });
}
