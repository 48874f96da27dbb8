import { Outlet } from '@tanstack/react-router';
import type { Action } from '@tamarack/contract';
import { mayDo, useMe } from '../api/me.ts';
import { SidePages } from '../app/parts/side-pages.tsx';
import { PageHeader } from '../ui/page-header.tsx';

const PAGES: readonly { readonly label: string; readonly href: string; readonly may: Action }[] = [
  { label: 'People', href: '/administration/people', may: 'administration.read' },
  { label: 'Settings', href: '/administration/settings', may: 'administration.read' },
  { label: 'Single sign-on', href: '/administration/single-sign-on', may: 'administration.read' },
  { label: 'Products', href: '/administration/products', may: 'administration.write' },
  { label: 'Jobs', href: '/administration/jobs', may: 'administration.read' },
  { label: 'Mail', href: '/administration/mail', may: 'administration.read' },
  { label: 'Webhooks', href: '/administration/webhooks', may: 'administration.read' },
  { label: 'Audit', href: '/administration/audit', may: 'audit.read' },
];

/** The provider's house: who may what, how people get in, what the program does by itself, and who did what. */
export function AdministrationPage() {
  const me = useMe();
  return (
    <>
      <PageHeader title="Administration" />
      <SidePages label="Administration" pages={PAGES.filter(({ may }) => mayDo(me, may))}>
        <Outlet />
      </SidePages>
    </>
  );
}
