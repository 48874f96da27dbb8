/** What a fact that has not happened yet would bring: the gates before it, and the promises that it opens. */
import { gatesFor, ownerOf, zoneOfClock, type GateAnswer } from '@tamarack/core';
import { asProgram } from '../platform/database/as-program.ts';
import type { Tx } from '../platform/database/tx.ts';
import { loadContractTerms, rememberedTermsOf } from '../terms/index.ts';
import { termsAt, type AgreedTerms } from './agreed-terms.ts';
import { clauseInWords } from './clause-in-words.ts';
import { clocksOfUnit, type JournalFact } from './clocks-of-unit.ts';
import { factsWanted } from './facts-wanted.ts';
import { loadFacts } from './facts-views.ts';
import { rememberedStanding, rememberStanding } from './standing-facts.ts';

/** A fact that somebody is about to state. */
export type Intended = {
  readonly fact: string;
  /** Who would state it: gates may ask something of that person (AC5). */
  readonly by?: string;
  readonly data?: JournalFact['data'];
};

export type Brought = {
  readonly promise: string;
  readonly title: string;
  readonly says: string;
  readonly side: 'provider' | 'customer';
  readonly role: string;
  /** Epoch seconds; null where nothing but time is owed. */
  readonly dueAt: number | null;
};

export type BeforeFacts = {
  /** All terms of the account as they were read: the same list, the same state of the account. */
  readonly all: readonly AgreedTerms[];
  /** The terms in force now, of each running contract. */
  readonly agreed: readonly AgreedTerms[];
  /** The gates that stand before it under some terms, open or shut. */
  readonly gates: (agreed: AgreedTerms, intended: Intended) => readonly GateAnswer[];
  /** The promises that it would open. */
  readonly brings: (agreed: AgreedTerms, intended: Intended) => readonly Brought[];
};

/** Of no subject that exists. */
const NOTHING = '00000000-0000-0000-0000-000000000000';

/**
 * Reads an account's terms and standing facts once, in a transaction that only reads; internal facts count, and nothing is told of
 * them.
 */
export async function beforeFacts(tx: Tx, accountId: string, now: Temporal.Instant): Promise<BeforeFacts> {
  return standingSo(await howItStands(tx, accountId), now);
}

/**
 * The same from what this process remembers, without a question; undefined where something has to be read. It may be out of date:
 * what is decided by it is recorded from memory as well, which fails then.
 */
export function beforeFactsFromMemory(accountId: string, now: Temporal.Instant): BeforeFacts | undefined {
  const all = rememberedTermsOf([accountId])?.terms.get(accountId);
  const facts = all && rememberedStanding(all);
  return facts && standingSo({ all, facts }, now);
}

type Standing = { readonly all: readonly AgreedTerms[]; readonly facts: readonly JournalFact[] };

function standingSo({ all, facts }: Standing, now: Temporal.Instant): BeforeFacts {
  const at = Math.floor(now.epochMilliseconds / 1000);
  const agreed = [...new Set(all.map(({ contractId }) => contractId))].flatMap((id) => termsAt(all, id, at) ?? []);
  const factOf = ({ contractId }: AgreedTerms, { fact, by, data = {} }: Intended): JournalFact => ({
    id: NOTHING,
    contractId,
    at,
    fact,
    subject: NOTHING,
    data,
    ...(by === undefined ? {} : { by }),
  });
  const known = ({ contractId }: AgreedTerms) =>
    facts.filter((fact) => fact.at <= at && (fact.contractId ?? contractId) === contractId);
  return {
    all,
    agreed,
    gates: (own, intended) => gatesFor(own.terms, factOf(own, intended), known(own)),
    brings: (own, intended) =>
      clocksOfUnit(
        { of: 'subject', contractId: own.contractId, subjectId: NOTHING },
        all,
        [...known(own), factOf(own, intended)],
        at,
      )
        .filter(({ clock, term }) => clock.state === 'running' && term.clause.form !== 'gate')
        .map(({ clock, term }) => {
          const owner = ownerOf(term);
          return {
            promise: term.name,
            title: term.clause.title,
            says: clauseInWords({ term, agreed: own }, zoneOfClock(clock, term)),
            side: owner?.side ?? 'provider',
            role: owner?.role ?? '',
            dueAt: clock.due ?? null,
          };
        }),
  };
}

async function howItStands(tx: Tx, accountId: string): Promise<Standing> {
  const factsUnder = (all: readonly AgreedTerms[]) =>
    asProgram(tx, (program) => loadFacts(program, accountId, factsWanted([], all)));
  const remembered = rememberedTermsOf([accountId]);
  if (remembered) {
    const all = remembered.terms.get(accountId) ?? [];
    const [holds, facts] = await Promise.all([remembered.holds(tx), factsUnder(all)]);
    if (holds) return remembering({ all, facts });
  }
  const all = await loadContractTerms(tx, accountId);
  return remembering({ all, facts: await factsUnder(all) });
}

function remembering(standing: Standing): Standing {
  rememberStanding(standing.all, standing.facts);
  return standing;
}
