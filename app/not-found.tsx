import Link from 'next/link';
import styles from '@/components/home/home.module.css';
import { SiteHeader } from '@/components/shell/site-header';

export default function NotFound() {
  return (
    <>
      <SiteHeader />
      <main id="main" className={styles['home']}>
        <section className={styles['lost']}>
          <h1>This page was never delivered.</h1>
          <p>There is no lesson at this address. It may have been renamed, or the link may be cut off.</p>
          <Link className={styles['start']} href="/" prefetch={false}>
            To the course
          </Link>
        </section>
      </main>
    </>
  );
}
