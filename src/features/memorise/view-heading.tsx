import { type ReactNode, useEffect, useRef } from 'react';

/** The heading of what takes the place of something else on the same screen: a keyboard or a reader goes on from there. */
export function ViewHeading({ children }: { children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <h2 ref={heading} tabIndex={-1}>
      {children}
    </h2>
  );
}
