import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';

/** The same document as one page of its own, laid out for paper: read, printed, kept as PDF by the browser. */
export function PrintablePage({ address }: { readonly address: string }) {
  return (
    <Button
      component="a"
      href={address}
      target="_blank"
      rel="noreferrer"
      variant="default"
      size="xs"
      leftSection={<IconPrinter size={15} aria-hidden />}
    >
      Page to print
    </Button>
  );
}
