import type { Root } from 'hast';
import { toJsxRuntime } from 'hast-util-to-jsx-runtime';
import type { ReactNode } from 'react';
import { Fragment, jsx, jsxs } from 'react/jsx-runtime';
import './code.css';
import styles from './lesson-text.module.css';

interface LessonTextProps {
  readonly body: Root;
  /** Draws the activity that stands at this place of the text. */
  readonly activity: (id: string) => ReactNode;
}

/** A lesson's compiled text, drawn at build time. */
export function LessonText({ body, activity }: LessonTextProps) {
  const components = {
    'activity-place': ({ id }: { readonly id?: string }) => activity(id ?? ''),
  };
  return <div className={styles['text']}>{toJsxRuntime(body, { Fragment, jsx, jsxs, components })}</div>;
}
