/** Transactions that lost against another one are tried again. */
import { mayBeRepeated } from './thrown.ts';

const ATTEMPTS = 4;

/** Acts again where PostgreSQL says that the same may succeed then. Throws whatever else is thrown. */
export async function repeated<T>(act: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await act();
    } catch (error) {
      if (attempt === ATTEMPTS || !mayBeRepeated(error)) throw error;
    }
  }
}
