import { useGet } from '../../../api/use-get.ts';
import type { PublishedVersion } from './contract.ts';

const NONE = '00000000-0000-0000-0000-000000000000';

/** What a contract at the level has to say; asked once both are chosen. While another level loads there is none. */
export function useAgreeable(version: PublishedVersion | undefined, level: string) {
  const params = { descriptionId: version?.descriptionId ?? NONE, versionId: version?.id ?? NONE };
  const isChosen = version !== undefined && level !== '';
  const query = useGet(
    'GET /descriptions/:descriptionId/versions/:versionId/agreeable',
    { params, query: { level } },
    { enabled: isChosen },
  );
  return { data: isChosen && !query.isPlaceholderData ? query.data : undefined, error: query.error };
}
