import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { Me } from '../../api/me.ts';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { useChangeMe } from '../use-change-me.ts';
import { DAY_NAMES, DAYS, weeklyOf, weekOf } from './week.ts';
import classes from './working-hours-form.module.css';

/** When somebody works: a field for each day, and the public holidays that apply. */
export function WorkingHoursForm({ me }: { readonly me: Me }) {
  const { workingCalendar } = me;
  const holidays = workingCalendar?.holidays;
  const form = useForm({
    initialValues: {
      ...weekOf(workingCalendar?.weekly ?? {}),
      country: holidays?.country ?? '',
      region: holidays?.region ?? '',
    },
    validate: {
      country: (country) => (/^([A-Za-z]{2})?$/.test(country) ? null : 'Write a country as DE.'),
    },
  });
  const change = useChangeMe();
  const submit = form.onSubmit(({ country, region, ...week }) => {
    const read = weeklyOf(week);
    if (!read.ok) return form.setErrors(read.wrong);
    const place = { country: country.toUpperCase(), ...(region === '' ? {} : { region }) };
    const isEmpty = Object.keys(read.weekly).length === 0;
    const next = isEmpty ? null : { weekly: read.weekly, ...(country === '' ? {} : { holidays: place }) };
    change.mutate(
      { body: { workingCalendar: next }, version: me.version },
      {
        onSuccess: () => {
          const shown = { ...weekOf(read.weekly), country: place.country, region };
          form.setValues(shown);
          form.resetDirty(shown);
        },
      },
    );
    return undefined;
  });
  const copyMonday = () => {
    const { mon } = form.getValues();
    form.setValues({ tue: mon, wed: mon, thu: mon, fri: mon });
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <RefusalNote error={change.error} />
        <div className={classes['days']}>
          {DAYS.map((day) => (
            <TextInput
              key={day}
              label={DAY_NAMES[day]}
              placeholder={day === 'mon' ? '09:00-12:30, 13:00-17:00' : 'no work'}
              {...form.getInputProps(day)}
            />
          ))}
        </div>
        <Group>
          <Button variant="default" size="xs" onClick={copyMonday} disabled={form.getValues().mon === ''}>
            Monday’s hours until Friday
          </Button>
        </Group>
        <div className={classes['days']}>
          <TextInput
            label="Country of public holidays"
            placeholder="DE"
            maxLength={2}
            {...form.getInputProps('country')}
          />
          <TextInput
            label="Region"
            description="Where holidays differ by region."
            placeholder="BY"
            maxLength={10}
            {...form.getInputProps('region')}
          />
        </div>
        <Group>
          <Button type="submit" loading={change.isPending} disabled={!form.isDirty()}>
            Save working hours
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
