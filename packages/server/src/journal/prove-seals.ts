/** Recomputes every seal of an account: what does not agree was changed after it was sealed. */
import type { Tx } from '../platform/database/tx.ts';
import { batchHash, NOTHING } from './batch-hash.ts';
import { digestOf } from './note-digest.ts';
import { factsOfSeal, sealsOf, writtenNotes } from './seal-views.ts';

type SealDifference = { readonly what: string; readonly says: string };

export async function proveSeals(tx: Tx, accountId: string): Promise<readonly SealDifference[]> {
  const seals = await sealsOf(tx, accountId);
  const differences: SealDifference[] = [];
  let previous: Buffer = NOTHING;
  let number = 0;
  for (const seal of seals) {
    number += 1;
    const what = `seal ${seal.number}`;
    if (seal.number !== number) differences.push({ what, says: `Seal ${number} is missing.` });
    number = seal.number;
    const facts = await factsOfSeal(tx, accountId, seal.number);
    if (!seal.previous.equals(previous))
      differences.push({ what, says: 'It does not follow from the seal before it.' });
    else if (facts.length !== seal.facts)
      differences.push({ what, says: `It was put over ${seal.facts} facts, and ${facts.length} of them are there.` });
    else if (!batchHash(previous, facts).equals(seal.hash))
      differences.push({ what, says: 'A fact under it was changed after it was sealed.' });
    previous = seal.hash;
  }
  for (const { id, salt, digest, ...written } of await writtenNotes(tx, accountId))
    if (!digestOf(written, salt).equals(digest))
      differences.push({ what: `fact ${id}`, says: 'What was written in it was changed.' });
  return differences;
}
