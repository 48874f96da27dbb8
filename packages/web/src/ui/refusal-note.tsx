import { Alert } from '@mantine/core';

/** A refusal above the form that met it: what is wrong, then what to do. Nothing while there is none. */
export function RefusalNote({ error }: { readonly error: Error | null }) {
  if (error === null) return null;
  const remedy = 'remedy' in error && typeof error.remedy === 'string' ? error.remedy : 'Try again in a moment.';
  return (
    <Alert color="larch" variant="light" role="alert" title={error.message}>
      {remedy}
    </Alert>
  );
}
