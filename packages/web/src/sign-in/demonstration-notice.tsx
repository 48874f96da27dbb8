import { Alert, Button, Stack, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { roleName } from '../api/contract-tables.ts';
import { type SignInStep, signIn } from '../api/sign-in.ts';
import classes from './forms.module.css';
import { signInOptions } from './sign-in-options.ts';

/** Says loudly that everything here is invented, and lets anybody in as one of the invented people. */
export function DemonstrationNotice({ onDone }: { readonly onDone: (next: SignInStep) => void }) {
  const { data } = useQuery(signInOptions);
  const demonstration = data?.demonstration;
  const enter = useMutation({
    mutationFn: (email: string) => signIn(email, demonstration?.password ?? ''),
    onSuccess: onDone,
  });
  if (!demonstration) return null;
  return (
    <Alert color="larch" variant="light" title="This is a demonstration">
      <Stack gap="xs">
        <Text size="sm">
          Its people and customers are invented, and everybody knows the password: <b>{demonstration.password}</b>.
          Never keep real data here. Sign in as:
        </Text>
        {demonstration.people.map(({ name, email, roles, account }) => (
          <Button
            key={email}
            variant="default"
            size="compact-sm"
            h="auto"
            mih={26}
            lh={1.5}
            py={2}
            justify="space-between"
            classNames={{ label: classes['name'] ?? '', section: classes['as'] ?? '' }}
            loading={enter.isPending && enter.variables === email}
            rightSection={
              <Text size="xs" c="dimmed" component="span" ta="end">
                {roles.slice(0, 1).map(roleName)}
                {account === null ? '' : `, ${account}`}
              </Text>
            }
            onClick={() => enter.mutate(email)}
          >
            {name}
          </Button>
        ))}
      </Stack>
    </Alert>
  );
}
