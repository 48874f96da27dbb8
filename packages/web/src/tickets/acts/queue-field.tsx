import { Autocomplete } from '@mantine/core';
import { longList } from '../../ui/long-list.ts';
import { useQueues } from '../use-queues.ts';

export type QueueFieldProps = { readonly value: string; readonly onChange: (queue: string) => void };

/** A team's queue: one that is there, or a new one, which is said, for a slip of the pen would be one as well. */
export function QueueField({ value, onChange }: QueueFieldProps) {
  const queues = useQueues();
  const isNew = queues !== undefined && value.trim() !== '' && !queues.includes(value.trim());
  return (
    <Autocomplete
      label="Queue"
      description={
        isNew
          ? 'A new queue: no open ticket lies in one of this name.'
          : 'A team’s name, if a team takes it before a person does.'
      }
      maxLength={80}
      {...longList}
      data={[...(queues ?? [])]}
      value={value}
      onChange={onChange}
    />
  );
}
