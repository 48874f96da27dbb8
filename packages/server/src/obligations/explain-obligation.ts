/** An obligation explained: the promise in words, its clock in words and as a picture, the evidence and the waivers. */
import {
  explanationInWords,
  factInWords,
  gatesFor,
  levelName,
  timelineSvg,
  wholeWay,
  zoneOfClock,
  type Explanation,
} from '@tamarack/core';
import type { Gives } from '@tamarack/contract';
import { refuseApi, type ApiResult } from '../platform/http/refuse-api.ts';
import { asProgram } from '../platform/database/as-program.ts';
import type { Tx } from '../platform/database/tx.ts';
import { loadContractTerms } from '../terms/index.ts';
import { clauseInWords } from './clause-in-words.ts';
import { clocksOfUnit, type OwedClock } from './clocks-of-unit.ts';
import { evidenceRows } from './evidence-views.ts';
import { factsWanted } from './facts-wanted.ts';
import { ledgerRowOf } from './ledger-row-of.ts';
import { rowKey } from './ledger-row.ts';
import { loadFacts } from './facts-views.ts';
import { obligationById } from './obligation-views.ts';
import { periodicPromises } from './promises-of.ts';
import type { Unit } from './unit.ts';
import { waiversOf } from './waiver-views.ts';

type Explained = Gives<'GET /accounts/:accountId/obligations/:obligationId'>;
type Obligation = Explained['obligation'];

const HEADINGS: Readonly<Record<Exclude<keyof Explanation, 'headline'>, string>> = {
  targets: 'Target',
  meaning: 'Which means',
  course: 'Stretch by stretch',
  pauses: 'Pauses',
  outcome: 'Outcome',
  earlier: 'Before',
};

/** `zone`: that of the reader; the clock's own where it is left out or unknown. */
export async function explainObligation(
  tx: Tx,
  accountId: string,
  obligationId: string,
  zone: string | undefined,
  now: Temporal.Instant,
): Promise<ApiResult<Explained>> {
  const obligation = await obligationById(tx, accountId, obligationId);
  if (!obligation) return refuseApi('record.not-found');
  const seconds = Math.floor(now.epochMilliseconds / 1000);
  // The clock depends on internal facts too; what is shown of them are its instants only.
  const owed = await asProgram(tx, (program) => clocksAbout(program, obligation, seconds));
  const mine = owed.find((other) => rowKey(ledgerRowOf(other, seconds)) === rowKey(obligation));
  const [evidence, waivers] = [await evidenceRows(tx, obligation), await waiversOf(tx, accountId, obligationId)];
  const shown = mine === undefined ? GONE : inWords(mine, owed, zone, seconds);
  return { ok: true, value: { obligation, ...shown, evidence, waivers } };
}

type Words = Omit<Explained, 'obligation' | 'evidence' | 'waivers'>;

const GONE: Words = {
  promiseInWords: '',
  headline: 'A fact that was recorded later took its place.',
  sections: [],
  picture: null,
  zone: 'UTC',
  description: { title: '', version: '', level: '' },
  meets: [],
  asked: [],
};

async function clocksAbout(
  tx: Tx,
  { accountId, contractId, subjectId, promise }: Obligation,
  now: number,
): Promise<readonly OwedClock[]> {
  const all = await loadContractTerms(tx, accountId);
  const agreed = all.find(({ termsId }) => termsId === subjectId);
  const isPeriodic = agreed && periodicPromises(agreed.terms).has(promise);
  const unit: Unit = isPeriodic
    ? { of: 'promise', contractId, termsId: subjectId, promise }
    : { of: 'subject', contractId, subjectId };
  const facts = await loadFacts(tx, accountId, factsWanted([unit], all));
  return clocksOfUnit(unit, all, facts, now);
}

function inWords(mine: OwedClock, owed: readonly OwedClock[], zone: string | undefined, now: number): Words {
  const { clock, term, agreed } = mine;
  const { description } = agreed.terms;
  const view = {
    promise: term.clause,
    agreed: { term, level: agreed.terms.level, from: agreed.fromAt },
    description,
    zone: zone !== undefined && isZone(zone) ? zone : zoneOfClock(clock, term),
    now,
  };
  const segments = wholeWay(clock, now);
  const earlier = owed
    .filter((other) => other.term.name === term.name && other.clock.opened < clock.opened)
    .map((other) => other.clock);
  const explanation = explanationInWords(clock, segments, view, earlier.slice(-6));
  const sections = Object.entries(HEADINGS).map(([key, heading]) => ({
    heading,
    lines: [...explanation[key as keyof typeof HEADINGS]],
  }));
  const isGate = term.clause.form === 'gate';
  const evidence = !isGate && 'until' in term.clause ? term.clause.until.all.flat() : [];
  return {
    promiseInWords: clauseInWords(mine, view.zone),
    headline: explanation.headline,
    sections: sections.filter(({ lines }) => lines.length > 0),
    picture: clock.due === undefined && segments.length === 0 ? null : timelineSvg(clock, segments, view),
    zone: view.zone,
    description: {
      title: description.service.name,
      version: description.document.version,
      level: levelName(agreed.terms.level, description),
    },
    meets: evidence.map((fact) => factInWords(fact, description, 'perfect')),
    asked: isGate ? askedOf(mine) : [],
  };
}

/** What the gate asked of the fact that passed it: of what was known before it in the order of the journal. */
function askedOf({ clock, term, agreed, facts }: OwedClock): Explained['asked'] {
  const gated = term.clause.form === 'gate' ? term.clause.gate : [];
  const at = facts.findIndex(
    (fact) => fact.at === clock.opened && fact.subject === clock.subject && gated.includes(fact.fact),
  );
  const fact = facts[at];
  if (!fact) return [];
  const answer = gatesFor(agreed.terms, fact, facts.slice(0, at)).find(({ promise }) => promise === term.name);
  return answer?.needs.map(({ facts: _any, ...need }) => need) ?? [];
}

function isZone(zone: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    return true;
  } catch {
    return false;
  }
}
