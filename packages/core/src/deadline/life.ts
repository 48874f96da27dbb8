/**
 * The life of one subject as far as clocks ask: whether it is open, on whose side it is, its
 * severity and level, and every field that a condition may name. Folded from the facts about it.
 */
import type { ConditionValue } from '../agreement/words/condition.ts';
import type { Effect, Effects } from './effects.ts';
import { wholeNumber, type Fact, type FactData } from './fact.ts';

/** `before` it was ever opened, `open`, or `over` (resolved, closed, merged, declined …). */
export type Phase = 'before' | 'open' | 'over';

/** What a fact did to the phase. Whatever ends first, a merge still turns it. */
export type Turn = 'opened' | 'reopened' | 'ended' | 'merged';

export type Life = {
  readonly kind: string;
  phase: Phase;
  /** 1 for the first life; each reopening begins another. */
  cycle: number;
  severity: number | undefined;
  level: string;
  side: 'provider' | 'customer';
  merged: boolean;
  /** What the last fact of its own did to the phase, and whether it changed severity or level. */
  turn: Turn | undefined;
  retargeted: boolean;
  readonly known: Map<string, ConditionValue>;
  readonly account: FactData;
};

/** A life that has not begun, at the contract's level. */
export function unborn(kind: string, level: string, account: FactData): Life {
  return {
    kind,
    phase: 'before',
    cycle: 1,
    severity: undefined,
    level,
    side: 'provider',
    merged: false,
    turn: undefined,
    retargeted: false,
    known: new Map(),
    account,
  };
}

/** Takes one fact that happened to the subject itself into its life. */
export function live(life: Life, fact: Fact, effects: Effects): void {
  life.turn = undefined;
  life.retargeted = false;
  const effect = effects.get(fact.fact);
  if (effect !== undefined) turn(life, effect);
  if (fact.data) learn(life, fact.data);
}

function turn(life: Life, effect: Effect): void {
  switch (effect) {
    case 'opens':
    case 'opens-anew':
      if (life.phase === 'before') {
        life.phase = 'open';
        life.turn = 'opened';
      } else if (life.phase === 'over' && effect === 'opens-anew') beginAnew(life);
      break;
    case 'reopens':
      if (life.phase === 'over') beginAnew(life);
      break;
    case 'merges':
      if (!life.merged) life.turn = 'merged';
      life.merged = true;
      life.phase = 'over';
      break;
    case 'ends':
      if (life.phase !== 'over') life.turn = 'ended';
      life.phase = 'over';
      break;
    case 'to-customer':
      life.side = 'customer';
      break;
    case 'to-provider':
      life.side = 'provider';
      break;
  }
}

function beginAnew(life: Life): void {
  life.phase = 'open';
  life.turn = 'reopened';
  life.cycle += 1;
  life.side = 'provider';
  life.merged = false;
}

/** A severity that is none (0, "P1") is not taken for one: the last known one stays. */
function learn(life: Life, data: FactData): void {
  for (const key of Object.keys(data)) {
    const value = data[key];
    if (value === undefined) continue;
    if (key === 'severity') {
      const severity = wholeNumber(value);
      if (severity === undefined || severity < 1 || severity > 9 || severity === life.severity) continue;
      life.severity = severity;
      life.retargeted = true;
    } else if (value === null) life.known.delete(key);
    else if (key === 'level') {
      life.retargeted ||= life.level !== String(value);
      life.level = String(value);
    } else life.known.set(key, value);
  }
}

/**
 * What a condition asks of a life. "leave.role" is the `role` that a fact of the leave carried; what nothing said of
 * the subject itself may be known of the account. The side moves by the facts that hand over, by nothing else.
 */
export function fieldOf(life: Life): (field: string) => ConditionValue | undefined {
  const prefix = `${life.kind}.`;
  return (field) => {
    if (field === 'side') return life.side;
    if (field === 'severity') return life.severity;
    if (field === 'level') return life.level;
    const key = field.startsWith(prefix) ? field.slice(prefix.length) : field;
    return life.known.get(key) ?? accountField(life.account, field);
  };
}

/** What is known of the account. */
export function accountField(account: FactData, field: string): ConditionValue | undefined {
  return Object.hasOwn(account, field) ? (account[field] ?? undefined) : undefined;
}
