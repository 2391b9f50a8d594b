import type { ComponentProps, MouseEvent } from 'react';
import type { To } from 'react-router';

import { KEEPS_PLACE, useLinks } from './LinksContext.tsx';

interface Props extends Omit<ComponentProps<'a'>, 'href'> {
  to: To;
  /** True for a link that changes what stands beside it: the page stays scrolled to where it is. */
  keepsPlace?: boolean;
}

/** A link within the app. The router's own would be drawn anew with every change of the address. */
export function Link({ to, keepsPlace = false, onClick, children, ...own }: Props) {
  const { hrefOf, follow } = useLinks();
  const press = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    follow(event);
  };
  return (
    <a {...own} {...(keepsPlace && KEEPS_PLACE)} href={hrefOf(to)} onClick={press}>
      {children}
    </a>
  );
}
