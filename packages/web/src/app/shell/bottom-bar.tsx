import type { Destination } from '../navigation.ts';
import { NavLinks } from './nav-links.tsx';

/** The rail of phones. More than five destinations scroll sideways. */
export function BottomBar({ destinations }: { readonly destinations: readonly Destination[] }) {
  return <NavLinks destinations={destinations} label="Main" look="bar" />;
}
