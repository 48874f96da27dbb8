import { SimpleGrid } from '@mantine/core';
import { Section } from '../../../ui/section.tsx';
import type { AgreedDraft } from './agreed-draft.ts';
import type { Agreeable } from './contract.ts';
import { DeviationFields } from './deviation-fields.tsx';
import { OwnCalendarFields } from './own-calendar-fields.tsx';
import { ParameterField } from './parameter-field.tsx';

export type AgreedFieldsProps = {
  readonly agreeable: Agreeable;
  readonly draft: AgreedDraft;
  /** Of the account: a calendar of its own most often lies in it. */
  readonly zone: string;
  /** By parameter, or promise. */
  readonly refused: Readonly<Record<string, string>>;
  readonly onChange: (draft: AgreedDraft) => void;
};

/** Everything that a contract at this level has to say, or may say otherwise. */
export function AgreedFields({ agreeable, draft, zone, refused, onChange }: AgreedFieldsProps) {
  const { parameters, deviations, calendars } = agreeable;
  const own = draft.calendars.filter(({ name }) => name !== '').map(({ name }) => ({ name, title: `${name} (own)` }));
  const others = Object.keys(draft.otherCalendars);
  const known = [...calendars, ...own, ...others.map((name) => ({ name, title: `${name} (own)` }))];
  const namesCalendars = parameters.some(({ is }) => is === 'calendar');
  return (
    <>
      {parameters.length > 0 && (
        <Section title="What the contract says" says="The description leaves these to each contract">
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            {parameters.map((parameter) => (
              <ParameterField
                key={parameter.name}
                parameter={parameter}
                calendars={known}
                value={draft.parameters[parameter.name] ?? ''}
                error={refused[parameter.name]}
                onChange={(value) =>
                  onChange({ ...draft, parameters: { ...draft.parameters, [parameter.name]: value } })
                }
              />
            ))}
          </SimpleGrid>
        </Section>
      )}
      {deviations.length > 0 && (
        <Section title="Other targets" says="Only where this customer agreed on something else; empty is as promised">
          {deviations.map((deviation) => (
            <DeviationFields
              key={deviation.promise}
              deviation={deviation}
              values={draft.deviations}
              error={refused[deviation.promise]}
              onChange={(key, value) => onChange({ ...draft, deviations: { ...draft.deviations, [key]: value } })}
            />
          ))}
        </Section>
      )}
      {namesCalendars && (
        <Section
          title="Calendars of its own"
          says="Hours that only this contract has; a value above may then name them"
        >
          <OwnCalendarFields
            calendars={draft.calendars}
            others={others}
            zone={zone}
            onChange={(next) => onChange({ ...draft, calendars: next })}
          />
        </Section>
      )}
    </>
  );
}
