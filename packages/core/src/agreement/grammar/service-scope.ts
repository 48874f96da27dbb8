/** Scope, channels, severities, activities, requests, changes, onboarding and objectives. */
import { z } from 'zod';
import { durationWord } from '../words/duration.ts';
import { factWord, nameWord, parameterWord } from '../words/names.ts';
import { clauseKeys, named, text, texts, yesOrNo } from './clause.ts';
import { owner } from './people.ts';
import { ACTIVITY_KIND_NAMES } from '../../facts/activities.ts';

const item = z.strictObject({
  name: text,
  says: text.optional(),
  items: texts.optional().meta({ description: 'Products or cases, one each.' }),
  ...clauseKeys,
});

export const scope = z
  .strictObject({
    open: text.optional().meta({
      description: 'Says that the list is open: an account may have more services, or fewer, than the standard.',
    }),
    covered: named(item).meta({ description: 'What is covered.' }),
    excluded: named(
      z.strictObject({
        ...item.shape,
        instead: text.optional().meta({ description: 'Where such work is redirected.' }),
      }),
    )
      .optional()
      .meta({ description: 'What is not.' }),
    grounds: named(item).optional().meta({ description: 'Grounds on which a single request may be declined.' }),
    needs: named(z.strictObject({ ...item.shape, by: owner.optional() }))
      .optional()
      .meta({ description: 'What the service needs from the customer.' }),
    source: clauseKeys.source,
  })
  .meta({ id: 'scope', description: 'What is covered, what is not, and what the service needs.' });

const calendarName = z.union([parameterWord, nameWord]);

export const channels = named(
  z.strictObject({
    name: text,
    says: text.optional(),
    hours: calendarName.meta({ description: 'The calendar in which the channel is served.' }),
    otherwise: nameWord
      .optional()
      .meta({ description: 'The channel to which requests go outside these hours, without anybody doing anything.' }),
    for: texts.optional().meta({ description: 'What the channel is for.' }),
    makes: z
      .array(factWord)
      .optional()
      .meta({ description: 'The facts that a message there causes, such as incident.received.' }),
    ...clauseKeys,
  }),
).meta({ id: 'channels', description: 'How the parties reach one another.' });

export const severities = z
  .strictObject({
    'chosen-by': owner.meta({ description: 'Who picks the severity.' }),
    'changed-by': owner.optional().meta({ description: 'Who may change it on the facts.' }),
    says: text.optional(),
    list: z.record(
      z.string().regex(/^[1-9]$/, { error: 'a severity is a digit from 1, the gravest, to 9' }),
      z.strictObject({
        name: text,
        criteria: texts.meta({ description: 'When it is right, in words that the customer can judge.' }),
        also: z
          .array(z.strictObject({ says: text, approval: owner.optional() }))
          .optional()
          .meta({ description: 'Further cases, with the approval that they need.' }),
      }),
    ),
    source: clauseKeys.source,
  })
  .meta({ id: 'severities', description: 'Severities with the criteria by which they are chosen.' });

export const activities = named(
  z.strictObject({
    name: text,
    is: z.enum(ACTIVITY_KIND_NAMES).meta({ description: 'Its kind, which says what facts can be recorded of it.' }),
    says: text.optional(),
    agenda: texts.optional().meta({ description: 'What is gone through, or what the document contains.' }),
    facts: z.array(nameWord).optional().meta({ description: 'Further facts of its own.' }),
    fields: z.array(nameWord).optional().meta({ description: 'What conditions may ask of it.' }),
    ...clauseKeys,
  }),
).meta({
  id: 'activities',
  description: 'Calls, reviews, visits, reports, plans, tasks and sign-offs of this service.',
});

export const requests = named(
  z.strictObject({
    name: text,
    'fulfilled-within': durationWord.optional(),
    calendar: nameWord.optional(),
    qualifies: texts.optional().meta({ description: 'Criteria that a request has to meet.' }),
    ...clauseKeys,
  }),
).meta({ id: 'requests', description: 'The request catalogue; an empty mapping says that there is none.' });

export const changes = z
  .strictObject({
    applies: texts.meta({ description: 'What counts as a change.' }),
    steps: texts.meta({ description: 'The way of every change request.' }),
    types: named(z.strictObject({ name: text, says: text, approval: text, accelerated: yesOrNo.optional() })),
    source: clauseKeys.source,
  })
  .meta({ id: 'changes', description: 'Change control.' });

export const onboarding = named(
  z.strictObject({
    name: text,
    contents: texts,
    gate: text.optional().meta({ description: 'What must be true before the next stage.' }),
    ...clauseKeys,
  }),
).meta({ id: 'onboarding', description: 'Stages of onboarding and transition, in order.' });

export const objectives = named(
  z.strictObject({ name: text, target: text, measured: text.optional(), ...clauseKeys }),
).meta({
  id: 'objectives',
  description: 'Service-level objectives; an empty mapping says that there are none.',
});
