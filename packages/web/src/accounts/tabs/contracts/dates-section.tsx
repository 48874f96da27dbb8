import { SimpleGrid } from '@mantine/core';
import { DataPairs } from '../../../ui/data-pairs.tsx';
import { Instant } from '../../../ui/instant.tsx';
import { Section } from '../../../ui/section.tsx';
import { dayWords } from '../../../ui/time-words.ts';
import { lastDayWords } from './contract-days.ts';
import type { Contract } from './contract.ts';
import { RENEWALS } from './renewals.ts';

export type DatesSectionProps = { readonly zone: string; readonly contract: Contract };

/** From which day to which in the account's zone, what happens then, and who signed. */
export function DatesSection({ zone, contract }: DatesSectionProps) {
  const { startsAt, endsAt, renewal, renewalMonths, noticeDays, noticeUntil, ending } = contract;
  const { signedForCustomerBy, signedAt, createdBy, createdAt } = contract;
  const months = renewalMonths === null ? '' : `, by ${renewalMonths === 1 ? 'a month' : `${renewalMonths} months`}`;
  const day = (at: string) => dayWords(Date.parse(at), zone);
  return (
    <Section title="Term" says={`Days in ${zone.replaceAll('_', ' ')}`}>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing={{ base: 7, sm: 40 }}>
        <DataPairs
          pairs={[
            ['First day', day(startsAt)],
            ['Last day', endsAt === null ? 'none: it runs until somebody ends it' : lastDayWords(endsAt, zone)],
            ...(endsAt === null
              ? []
              : [['Then', ending === null ? `${RENEWALS[renewal]}${months}` : 'It ends'] as const]),
            ...(noticeDays === null
              ? []
              : [
                  [
                    'Notice',
                    `${noticeDays} days before${noticeUntil === null ? '' : `: until ${day(noticeUntil)}`}`,
                  ] as const,
                ]),
          ]}
        />
        <DataPairs
          pairs={[
            ['Signed by', signedForCustomerBy],
            ['Signed on', signedAt === null ? null : day(signedAt)],
            [
              'Recorded',
              <>
                <Instant at={createdAt} accountZone={zone} as="short" />
                {createdBy !== null && ` by ${createdBy.name}`}
              </>,
            ],
            ...(ending === null
              ? []
              : [
                  [
                    'Ending recorded',
                    <>
                      <Instant at={ending.recordedAt} accountZone={zone} as="short" />
                      {ending.recordedBy !== null && ` by ${ending.recordedBy.name}`}
                      {ending.note !== '' && `: ${ending.note}`}
                    </>,
                  ] as const,
                ]),
          ]}
        />
      </SimpleGrid>
    </Section>
  );
}
