import { Alert } from '@mantine/core';
import { failureWords } from '../api/failure-words.ts';

/** A refusal above the form that met it: what is wrong, then what to do. Nothing while there is none. */
export function RefusalNote({ error }: { readonly error: Error | null }) {
  if (error === null) return null;
  const { title, remedy } = failureWords(error);
  return (
    <Alert color="larch" variant="light" role="alert" title={title}>
      {remedy}
    </Alert>
  );
}
