'use client';
import { type ComponentType, useEffect, useState } from 'react';

/** A part that is fetched when it is first shown, and from then on is there at once. If it cannot be fetched, that is said in these words, if there are any; the next try is to show it again. */
export function onDemand<Props extends object>(
  fetchPart: () => Promise<ComponentType<Props>>,
  failed: string | null = null,
): ComponentType<Props> {
  let fetched: ComponentType<Props> | null = null;
  return function OnDemand(props: Props) {
    const [Part, setPart] = useState<ComponentType<Props> | 'failed' | null>(() => fetched);
    useEffect(() => {
      if (fetched !== null) return;
      let wanted = true;
      fetchPart().then(
        (part) => {
          fetched = part;
          if (wanted) setPart(() => part);
        },
        () => wanted && setPart('failed'),
      );
      return () => {
        wanted = false;
      };
    }, []);
    if (Part === 'failed') return failed === null ? null : <p role="alert">{failed}</p>;
    return Part === null ? null : <Part {...props} />;
  };
}
