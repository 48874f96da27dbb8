/** Everything that the story knows while it is told. */
import type { Fact } from '@tamarack/core';
import type { AgreedTerms } from '../terms/index.ts';
import type { MovableClock } from '../platform/clock/clock.ts';
import type { Database } from '../platform/database/database.ts';
import type { OwedRow } from './demo-views.ts';
import type { DemoServer } from './demo-server.ts';
import type { Person } from './person.ts';
import type { Plan } from './plan.ts';

/** Something that facts are about. */
export type KnownSubject = {
  /** The same in every run, unlike the id. */
  readonly key: string;
  readonly kind: string;
  readonly title: string;
  readonly contractId: string;
  readonly about: KnownSubject | undefined;
  /** Known once its first fact is recorded. */
  id: string | undefined;
};

export type KnownContract = {
  readonly id: string;
  readonly key: string;
  readonly extendsId: string | undefined;
  /** Who plays a role of its description: "provider account-manager". */
  readonly players: Map<string, Person>;
};

export type KnownAccount = {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly zone: string;
  readonly customers: readonly Person[];
  readonly team: readonly Person[];
  readonly contracts: KnownContract[];
  /** By their ids. */
  readonly subjects: Map<string, KnownSubject>;
  /** By what they are about and their kind: the plan of a launch. */
  readonly attached: Map<string, KnownSubject>;
  /** What was recorded and what is going to be, with keys for ids: gates are asked with it. */
  readonly facts: Fact[];
  agreed: readonly AgreedTerms[];
  /** The last row of the ledger that was looked at. */
  lastRow: string;
};

export type World = {
  readonly db: Database;
  readonly clock: MovableClock;
  readonly server: DemoServer;
  readonly plan: Plan;
  /** Epoch seconds: what is later does not happen. */
  readonly begins: number;
  readonly ends: number;
  readonly staff: Person[];
  readonly accounts: Map<string, KnownAccount>;
  /** The ledger opened something: somebody will see to it. */
  readonly onOpened: (account: KnownAccount, row: OwedRow) => void;
  /** When the ledger changes by itself next, in epoch seconds. */
  wake: number | undefined;
};

/** Epoch seconds. */
export function nowOf({ clock }: Pick<World, 'clock'>): number {
  return Math.floor(clock.now().epochMilliseconds / 1000);
}

/** "incident.received" → "incident" */
export function kindOf(fact: string): string {
  return fact.slice(0, fact.indexOf('.'));
}

/** "incident.received" → "received" */
export function eventOf(fact: string): string {
  return fact.slice(fact.indexOf('.') + 1);
}

/** The terms of a contract that were agreed last. */
export function latestTerms({ agreed }: KnownAccount, contractId: string): AgreedTerms | undefined {
  return agreed.findLast((one) => one.contractId === contractId);
}

/** A member of the staff with this role; there is one of each. */
export function staffWith({ staff }: Pick<World, 'staff'>, role: string): Person {
  const person = staff.find(({ roles }) => roles.includes(role));
  if (!person) throw new Error(`Nobody of the staff is ${role}.`);
  return person;
}

export function customerWith({ customers, name }: KnownAccount, role: string): Person {
  const person = customers.find(({ roles }) => roles.includes(role)) ?? customers[0];
  if (!person) throw new Error(`${name} has no people.`);
  return person;
}
