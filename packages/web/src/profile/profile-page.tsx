import { Outlet } from '@tanstack/react-router';
import { useMe } from '../api/me.ts';
import { SidePages } from '../app/parts/side-pages.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { PageHeader } from '../ui/page-header.tsx';

const PAGES = [
  { label: 'You', href: '/profile' },
  { label: 'Mail', href: '/profile/notifications' },
  { label: 'Sign-in', href: '/profile/security' },
  { label: 'API tokens', href: '/profile/tokens' },
] as const;

/** Who is signed in, and what only they decide. */
export function ProfilePage() {
  const me = useMe();
  const { isMissing } = me.secondFactor;
  return (
    <>
      <PageHeader title="Profile" says={`${me.name} · ${me.email}`} />
      {isMissing && (
        <div style={{ marginBottom: 16 }}>
          <ErrorState title="Your organisation asks for a second factor.">
            Until you have set one up here, nothing but your profile can be used.
          </ErrorState>
        </div>
      )}
      <SidePages label="Profile" pages={isMissing ? PAGES.filter(({ href }) => !href.endsWith('tokens')) : PAGES}>
        <Outlet />
      </SidePages>
    </>
  );
}
