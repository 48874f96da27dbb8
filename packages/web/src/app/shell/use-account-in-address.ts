import { useParams } from '@tanstack/react-router';

/** The account that the address names, if it names one. */
export function useAccountInAddress(): string | undefined {
  return useParams({ strict: false, select: ({ accountId }: { readonly accountId?: string }) => accountId });
}
