import { notifications } from '@mantine/notifications';
import { call } from '../../api/call.ts';
import { turnWords } from '../obligation-words.ts';

/** Long enough to read it and be glad. */
const READING_MS = 9000;

/** Says what was recorded, and which promises it kept: the evidence of those rows is this very fact. */
export async function tellWhatItKept(accountId: string, factId: string, says: string): Promise<void> {
  const sends = { params: { accountId }, query: { metBy: factId, limit: 5 } };
  const kept = await call('GET /accounts/:accountId/obligations', sends).catch(() => ({ rows: [] }));
  const titles = kept.rows.map((row) => {
    const turn = turnWords(row);
    return turn === undefined ? row.title : `${row.title} (${turn})`;
  });
  notifications.show({
    title: titles.length > 0 ? `This kept: ${titles.join(', ')}` : 'Recorded',
    message: `${says.slice(0, 1).toUpperCase()}${says.slice(1)}. It stands in the timeline.`,
    color: 'spruce',
    withBorder: true,
    autoClose: READING_MS,
  });
}
