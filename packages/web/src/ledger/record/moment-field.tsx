import { Button, Group, TextInput } from '@mantine/core';
import { useNow } from '../../ui/now.ts';
import { wallTimeOf } from '../../ui/wall-time.ts';

const LATEST_DAYS = 31;
const DAY_MS = 86_400_000;

export type MomentFieldProps = {
  readonly zone: string;
  /** Wall time in the zone; empty is now. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error: string | undefined;
};

/** When it happened: now, or up to 31 days ago. The browser's own field is known to whoever uses it. */
export function MomentField({ zone, value, onChange, error }: MomentFieldProps) {
  const now = useNow();
  const place = zone.replaceAll('_', ' ');
  if (value === '') {
    return (
      <Group gap="xs">
        <span>It happened now.</span>
        <Button variant="default" size="compact-sm" onClick={() => onChange(wallTimeOf(now, zone))}>
          It was earlier
        </Button>
      </Group>
    );
  }
  return (
    <Group align="end" gap="xs">
      <TextInput
        type="datetime-local"
        label={`When (${place})`}
        required
        min={wallTimeOf(now - LATEST_DAYS * DAY_MS, zone)}
        max={wallTimeOf(now, zone)}
        value={value}
        error={error}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
      <Button variant="default" onClick={() => onChange('')}>
        Now
      </Button>
    </Group>
  );
}
