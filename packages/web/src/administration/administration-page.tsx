import { EmptyState } from '../ui/empty-state.tsx';
import { PageHeader } from '../ui/page-header.tsx';

/** The provider's house: people, roles, sign-on, jobs, mail, audit. */
export function AdministrationPage() {
  return (
    <>
      <PageHeader title="Administration" says="People, sign-in, jobs, mail and audit" />
      <EmptyState title="Nothing to administer here yet">
        People and their roles, single sign-on, jobs that failed, mails that wait and the audit log have their pages
        here.
      </EmptyState>
    </>
  );
}
