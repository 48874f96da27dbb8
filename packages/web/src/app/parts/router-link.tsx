import { useRouter } from '@tanstack/react-router';
import type { MouseEvent } from 'react';
import type { LinkProps } from '../../ui/link.tsx';

/** A link by address that stays in the application; with a modifier key the browser does what it always does. */
export function RouterLink({ href, onClick, ...rest }: LinkProps) {
  const router = useRouter();
  const go = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    const isOwn = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
    if (event.defaultPrevented || !isOwn || rest.target === '_blank') return;
    event.preventDefault();
    router.history.push(href);
  };
  const preload = () => {
    void router.preloadRoute({ to: href }).catch(() => undefined);
  };
  return (
    <a href={href} {...rest} onClick={go} onPointerEnter={preload}>
      {rest.children}
    </a>
  );
}
