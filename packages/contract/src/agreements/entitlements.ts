/** What a customer is entitled to by its contracts, with the arithmetic that everybody can follow. */
import { z } from 'zod';
import { ELIGIBILITIES, NEED_SCOPES } from '@tamarack/core';
import { id, instant } from '../wire/shapes.ts';
import { person } from './contract-shapes.ts';

const seats = z
  .strictObject({
    name: z.string(),
    role: z.string(),
    roleTitle: z.string(),
    says: z.string(),
    allowed: z.int().nullable().meta({ description: 'Null where the number of units is not known.' }),
    taken: z.int(),
    free: z.int(),
    sentence: z.string().meta({ description: 'The arithmetic in words.' }),
  })
  .meta({ id: 'Seats', description: 'How many people of a role the customer can name (AC4).' });

const scopeItem = z
  .strictObject({
    name: z.string(),
    title: z.string(),
    says: z.string().nullable(),
    items: z.array(z.string()),
    instead: z.string().nullable(),
  })
  .meta({ id: 'ScopeItem' });

const eligibility = z
  .strictObject({
    eligibility: z.enum(ELIGIBILITIES),
    rules: z.array(
      z.strictObject({
        name: z.string(),
        says: z.string(),
        condition: z.string(),
        holds: z.boolean(),
        asks: z.array(
          z.strictObject({
            field: z.string(),
            called: z.string(),
            value: z.union([z.string(), z.number()]).nullable(),
          }),
        ),
      }),
    ),
    exceptions: z.array(
      z.strictObject({
        name: z.string(),
        says: z.string(),
        granted: z.boolean(),
        refused: z.boolean(),
        decisions: z.array(
          z.strictObject({
            role: z.string(),
            grants: z.boolean().nullable(),
            decidedBy: person,
            decidedAt: instant.nullable(),
          }),
        ),
      }),
    ),
  })
  .meta({ id: 'Eligibility', description: 'Whether the customer can have the service, and what decided it (GL1).' });

const gate = z
  .strictObject({
    promise: z.string(),
    title: z.string(),
    says: z.string(),
    facts: z.array(z.string()).meta({ description: 'What may only happen once it is open.' }),
    needs: z.array(
      z.strictObject({
        of: z.enum(NEED_SCOPES).meta({
          description:
            'Asked of the account once for all, of the person who causes the fact, or of each thing that passes.',
        }),
        says: z.string(),
        given: z.boolean().meta({ description: 'Whether it is there for everything; only of the account’s needs.' }),
        people: z.array(z.strictObject({ id, name: z.string(), given: z.boolean() })),
        missing: z.string(),
        remedy: z.string(),
      }),
    ),
  })
  .meta({ id: 'Gate', description: 'What may only happen once something else did, and whether it did.' });

export const entitlements = z
  .strictObject({
    contracts: z.array(
      z.strictObject({
        contractId: id,
        contract: z.string(),
        title: z.string(),
        levelTitle: z.string(),
        seats: z.array(seats),
        scope: z.strictObject({
          open: z.string().nullable(),
          covered: z.array(scopeItem),
          excluded: z.array(scopeItem),
          grounds: z.array(scopeItem),
          needs: z.array(scopeItem),
        }),
        eligibility,
        gates: z.array(gate),
      }),
    ),
  })
  .meta({ id: 'Entitlements' });
