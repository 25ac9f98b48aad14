'use client';
import type { ReactNode } from 'react';
import { FailIcon } from '@/components/icons/fail-icon';
import { PassIcon } from '@/components/icons/pass-icon';
import { CodeText } from '@/components/workbench/code-text';
import type { CheckResult } from '@/lib/activities/verdict';
import styles from './question-card.module.css';

interface QuestionCardProps {
  /** Counted from 1. */
  readonly number: number;
  readonly asks: string;
  /** Of this very answer; null before a check, and once it was changed. */
  readonly result: CheckResult | null;
  /** To be said below the answer, once there is a result. */
  readonly said: string | null;
  readonly children: ReactNode;
}

/** One question: what is asked, where it is answered, and how the answer stands. */
export function QuestionCard({ number, asks, result, said, children }: QuestionCardProps) {
  return (
    <fieldset className={styles['card']}>
      <legend>
        <span className={styles['number']}>{number}</span>
        <span>
          <CodeText>{asks}</CodeText>
        </span>
      </legend>
      {children}
      {result !== null && (
        <p className={styles['result']} data-passed={result.passed}>
          {result.passed ? <PassIcon /> : <FailIcon />}
          <span>
            <CodeText>{said ?? result.message}</CodeText>
          </span>
        </p>
      )}
    </fieldset>
  );
}
