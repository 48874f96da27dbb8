import { Select, type SelectProps } from '@mantine/core';

/** The list of browsers leaves out the one that servers like. */
const ZONES = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')];

/** A choice of an IANA time zone, found by typing a part of it. */
export function ZoneSelect(props: Omit<SelectProps, 'data' | 'searchable' | 'limit'>) {
  return (
    <Select data={ZONES} searchable limit={60} nothingFoundMessage="No such zone" allowDeselect={false} {...props} />
  );
}
