import Link from 'next/link';
import type { ReactNode } from 'react';
import { PageState } from './page-state';
import { ProductMark } from './product-mark';
import styles from './site-header.module.css';
import { ThemeChoice } from './theme-choice';

interface SiteHeaderProps {
  /** Where one is: "Level 4 · Reliable publication", "Asynchronous Integration". */
  readonly crumbs?: readonly string[];
  /** This page is the sandbox. */
  readonly inSandbox?: boolean;
  readonly children?: ReactNode;
}

/** The line above every page: the mark that leads home, where one is, and the theme. */
export function SiteHeader({ crumbs = [], inSandbox = false, children }: SiteHeaderProps) {
  return (
    <>
      <header className={styles['header']} data-deep={crumbs.length > 0}>
        <a className={styles['skip']} href="#main">
          Skip to the text
        </a>
        <Link className={styles['home']} href="/" prefetch={false}>
          <ProductMark />
          <span>At Least Once</span>
        </Link>
        {crumbs.length > 0 && (
          <ol className={styles['crumbs']}>
            {crumbs.map((crumb) => (
              <li key={crumb}>{crumb}</li>
            ))}
          </ol>
        )}
        <div className={styles['tools']}>
          {children}
          <Link
            className={styles['sandbox']}
            href="/sandbox/"
            prefetch={false}
            aria-current={inSandbox ? 'page' : undefined}
          >
            Sandbox
          </Link>
          <ThemeChoice />
        </div>
      </header>
      <PageState />
    </>
  );
}
