/** A service description: the whole file. */
import { z } from 'zod';
import { calendarSchema } from '../../calendar/calendar-schema.ts';
import { named, text } from './clause.ts';
import { documentControl, residency, service, terms } from './document-control.ts';
import { eligibility, levels, parameters } from './levels.ts';
import { cover, escalations, responsibilities, roles, seats } from './people.ts';
import { promiseClause } from './promise.ts';
import { activities, changes, channels, objectives, onboarding, requests, scope, severities } from './service-scope.ts';

/** The version of the language; a file names the one that it was written for. */
export const LANGUAGE_VERSION = 1;

export const description = z
  .strictObject({
    tamarack: z
      .literal(LANGUAGE_VERSION, { error: `expected ${LANGUAGE_VERSION}, the version of the language` })
      .meta({ description: 'The version of the language.' }),
    document: documentControl,
    service,
    terms: terms.optional(),
    calendars: named(calendarSchema).meta({ description: 'Calendars by name; see "Calendars".' }),
    parameters: parameters.optional(),
    levels,
    eligibility: eligibility.optional(),
    scope,
    channels,
    severities: severities.optional(),
    roles,
    seats: seats.optional(),
    responsibilities: responsibilities.optional(),
    escalations: escalations.optional(),
    cover: cover.optional(),
    onboarding: onboarding.optional(),
    changes: changes.optional(),
    requests: requests.optional(),
    objectives: objectives.optional(),
    residency: residency.optional(),
    activities: activities.optional(),
    promises: named(promiseClause).meta({ description: 'The promises, by name.' }),
    notes: z.array(text).optional().meta({ description: 'Anything else that the document says.' }),
  })
  .meta({
    id: 'description',
    title: 'Tamarack service description',
    description: 'A service description: what is sold, and the program that keeps it.',
  });

export type Description = z.output<typeof description>;
