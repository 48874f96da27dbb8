import { Link } from '../../ui/link.tsx';

export type JobAboutProps = { readonly about: Readonly<Record<string, string | number>> };

/** What has a page of its own is a link there, for an id tells nobody anything. */
const PAGES: Readonly<Record<string, readonly [says: string, below: string]>> = {
  accountId: ['its account', '/accounts/'],
  mailId: ['its mail', '/administration/mail/'],
  personId: ['its person', '/administration/people/'],
};

/** What a job is about. */
export function JobAbout({ about }: JobAboutProps) {
  return (
    <>
      {Object.entries(about).map(([name, value]) => {
        const page = PAGES[name];
        if (!page && name.endsWith('Id')) return undefined;
        return (
          <span key={name}>
            {' · '}
            {page ? <Link href={`${page[1]}${value}`}>{page[0]}</Link> : `${name} ${value}`}
          </span>
        );
      })}
    </>
  );
}
