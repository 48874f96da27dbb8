import { ActionIcon, Button, Group, Select, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { ZoneSelect } from '../../../ui/zone-select.tsx';
import { DAYS, type OwnCalendar } from './agreed-draft.ts';
import classes from './agreed.module.css';

export type OwnCalendarFieldsProps = {
  readonly calendars: readonly OwnCalendar[];
  /** Names of calendars that the contract has and this form cannot write. */
  readonly others: readonly string[];
  readonly zone: string;
  readonly onChange: (calendars: readonly OwnCalendar[]) => void;
};

const DAY_WORDS: Readonly<Record<(typeof DAYS)[number], string>> = {
  'mon-fri': 'Monday to Friday',
  'mon-sat': 'Monday to Saturday',
  'mon-sun': 'Every day',
  '24x7': 'Around the clock',
};

/** Calendars of the contract's own (TX6), which a parameter may name. */
export function OwnCalendarFields({ calendars, others, zone, onChange }: OwnCalendarFieldsProps) {
  const change = (at: number, part: Partial<OwnCalendar>) =>
    onChange(calendars.map((each, index) => (index === at ? { ...each, ...part } : each)));
  const add = () => onChange([...calendars, { name: '', zone, days: 'mon-fri', hours: '09:00-17:00' }]);
  return (
    <div className={classes['calendars']}>
      {calendars.map(({ name, zone: own, days, hours }, at) => (
        <div key={at} className={classes['calendar']}>
          <TextInput
            label="Name of the calendar"
            placeholder="hours-of-the-branch"
            required
            maxLength={80}
            value={name}
            onChange={({ currentTarget }) =>
              change(at, { name: currentTarget.value.toLowerCase().replaceAll(/[^a-z0-9-]+/g, '-') })
            }
          />
          <ZoneSelect label="Time zone" value={own} onChange={(next) => change(at, { zone: next ?? own })} />
          <Select
            label="Days"
            allowDeselect={false}
            data={DAYS.map((each) => ({ value: each, label: DAY_WORDS[each] }))}
            value={days}
            onChange={(next) => change(at, { days: next ?? days })}
          />
          <TextInput
            label="Hours"
            placeholder="09:00-12:00, 13:00-17:00"
            disabled={days === '24x7'}
            required={days !== '24x7'}
            value={days === '24x7' ? '' : hours}
            onChange={({ currentTarget }) => change(at, { hours: currentTarget.value })}
          />
          <ActionIcon
            variant="default"
            size="lg"
            aria-label={`Take out the calendar ${name}`}
            onClick={() => onChange(calendars.filter((_, index) => index !== at))}
          >
            <IconX size={16} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      {others.length > 0 && (
        <p className={classes['says']}>Kept as they are, for they say more than fits here: {others.join(', ')}.</p>
      )}
      <Group>
        <Button variant="default" size="xs" leftSection={<IconPlus size={14} aria-hidden />} onClick={add}>
          Add a calendar
        </Button>
      </Group>
    </div>
  );
}
