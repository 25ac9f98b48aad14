'use client';
import { type ComponentType, useEffect, useState } from 'react';

/** A part that is fetched when it is first shown, and from then on is there at once. If it cannot be fetched, the next try is to show it again. */
export function onDemand<Props extends object>(
  fetchPart: () => Promise<ComponentType<Props>>,
): ComponentType<Props> {
  let fetched: ComponentType<Props> | null = null;
  return function OnDemand(props: Props) {
    const [Part, setPart] = useState(() => fetched);
    useEffect(() => {
      if (fetched !== null) return;
      let wanted = true;
      fetchPart().then(
        (part) => {
          fetched = part;
          if (wanted) setPart(() => part);
        },
        () => undefined,
      );
      return () => {
        wanted = false;
      };
    }, []);
    return Part === null ? null : <Part {...props} />;
  };
}
