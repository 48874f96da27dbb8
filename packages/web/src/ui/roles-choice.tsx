import { Checkbox, SimpleGrid } from '@mantine/core';
import type { ReactNode } from 'react';

export type RolesChoiceProps = {
  readonly label: string;
  readonly description?: string;
  readonly roles: readonly { readonly name: string; readonly title: string }[];
  readonly value: readonly string[];
  readonly onChange: (roles: string[]) => void;
  readonly error?: ReactNode;
};

/** Which roles somebody has: all that there are, one box each. */
export function RolesChoice({ label, description, roles, value, onChange, error }: RolesChoiceProps) {
  return (
    <Checkbox.Group {...{ label, description, error }} value={[...value]} onChange={onChange}>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing={8} mt={8}>
        {roles.map(({ name, title }) => (
          <Checkbox key={name} value={name} label={title} />
        ))}
      </SimpleGrid>
    </Checkbox.Group>
  );
}
