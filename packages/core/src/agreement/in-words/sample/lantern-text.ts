/** A made-up service that uses every part of the language; the document and the comparison are tried on it. */
export const LANTERN_TEXT = `tamarack: 1

document:
  reference: LAN-SD-007
  version: '2.1'
  date: 2026-10-01
  owner: Service management
  approver: Ines Halvorsen, director of services
  classification: Confidential
  distribution: [customers with a contract for Lantern Care, account teams]
  history:
    - {version: '2.1', date: 2026-10-01, author: Ines Halvorsen, change: Site visits for Beacon; the night desk joins the follow-the-sun desk.}
    - {version: '2.0', date: 2026-03-15, author: Teodor Ruiz, change: First version in the description language.}
  related:
    - {title: Information security policy, reference: LAN-POL-002}
    - {title: Price list}

service:
  name: Lantern Care
  provider: Halden Systems
  summary: Support for the Lantern platform with a named technical account manager, from the first incident to the yearly review.
  attaches-to:
    services: [Lantern Base, Lantern Cloud]
    says: Lantern Care is an add-on; it needs a running contract for one of the base services and adds to it.

terms:
  incident: {means: 'An unplanned interruption of the platform, or a loss of its quality.'}
  known-error: {name: Known error, means: A problem whose cause is known and for which there is a workaround.}

calendars:
  always: {zone: Europe/Oslo, weekly: 24x7}
  office-hours:
    zone: Europe/Oslo
    weekly: {mon-thu: ['08:00-12:00', '12:30-16:30'], fri: ['08:00-14:00']}
    holidays:
      - {date: 12-24, name: Christmas Eve, from: '12:00'}
      - {date: 12-25, name: Christmas Day}
    exceptions: [{date: 2026-12-31, hours: ['08:00-12:00'], name: New Year's Eve}]
  night-desk: {zone: America/Denver, weekly: {mon-fri: ['09:00-17:00']}}
  follow-the-sun: {union: [office-hours, night-desk]}

parameters:
  visits-a-year: {is: times, says: How often the account manager visits the customer's site., between: 1..2, agreed: 1}
  report-interval: {is: duration, says: How often progress on a business standstill is reported., at-least: 1 day, at-most: 5 days}
  weekly-hours: {is: quantity, says: Hours of the account manager in a week., at-most: 40 hours, agreed: 8 hours}
  local-hours: {is: calendar, says: The regular working hours of the account manager., agreed: office-hours}
  success-goals: {is: text, says: The goals of the first year.}

levels:
  glow: {name: Glow, says: Support for the platform.}
  beacon: {name: Beacon, says: Glow and a dedicated account manager., includes: glow}

eligibility:
  rules:
    enterprise: {says: 'Customers of the enterprise segment with at least EUR 50,000 of revenue a year.', if: segment = enterprise and annual-recurring-revenue >= 50000}
    growing: {says: Hosted customers with clear growth., if: growth = yes and hosted = yes, level: glow}
  exceptions:
    strategic: {says: Customers of strategic importance., decided-by: [team-lead, technical-account-manager]}

scope:
  open: An account may have more services, or fewer, than this standard.
  covered:
    platform: {name: Platform, says: The Lantern platform in supported versions., items: [installation, upgrades, 'patches | hot fixes']}
    migration: {name: Migration, says: Moving from another platform., levels: [beacon]}
  excluded:
    development: {name: Development work, says: Writing code for the customer., instead: Professional services}
  grounds:
    beta: {name: Beta versions, says: The cause lies in an unreleased version.}
  needs:
    access: {name: Remote access, says: Supervised access where an incident cannot be reproduced otherwise., by: {customer: technical-lead}}

channels:
  portal: {name: Web portal, says: The ticket system., hours: follow-the-sun, for: [incidents, service requests], makes: [incident.received, service-request.received]}
  manager: {name: Account manager, says: 'By phone, or by mail.', hours: $local-hours, otherwise: portal, levels: [beacon]}

severities:
  chosen-by: {customer: technical-lead}
  changed-by: {provider: support-engineer}
  says: Whoever submits an incident picks its severity from this list.
  list:
    '1':
      name: Business standstill
      criteria: [Production is down., There is no immediate workaround.]
      also: [{says: Requests of a strategic customer., approval: {provider: team-lead}}]
    '2': {name: Major impact, criteria: [A major function fails; a workaround exists.]}
    '3': {name: Minor impact, criteria: [A minor function fails.]}

roles:
  provider:
    support-engineer: {name: Support engineer, duties: [Answers incidents and follows them to their end.]}
    technical-account-manager: {name: Technical account manager, says: The named contact of the customer., duties: [Leads the calls., Keeps the success plan.], levels: [beacon]}
    team-lead: {name: Team lead}
  customer:
    technical-lead: {name: Technical lead, says: Entitled to submit incidents., duties: [Is the first line of the customer's own users.], may: [incident.received]}
    sponsor: {name: Sponsor}

seats:
  leads: {role: technical-lead, each: 2, per-started: 1000, unit: hosts, at-most: 10, says: Two leads for each started thousand of hosts.}

responsibilities:
  reviews: {activity: Reviews after incidents, provider: {technical-account-manager: [R], team-lead: A}, customer: {technical-lead: C, sponsor: I}}
  scope-changes: {activity: Approval of changes to the scope, provider: {technical-account-manager: R}, customer: {sponsor: A}}

escalations:
  unresolved:
    name: Unresolved incidents
    grounds: [An incident stays unresolved., The customer is not satisfied.]
    by: {customer: technical-lead}
    steps: [{role: support-engineer, says: A senior engineer takes over., within: 4 hours}, {role: team-lead}]

cover:
  long-leave:
    absent: technical-account-manager
    if: leave.consecutive-days > 5
    by: [{role: support-engineer, for: tickets}, {role: team-lead, for: matters of the account, if: no engineer is free}]
    beforehand: [The stand-in is briefed., The customer is told the dates.]
    says: A temporary account manager is named for a leave of more than five days.

onboarding:
  workshops: {name: Workshops, contents: [Roles of both sides., The ticket system.]}
  acceptance: {name: Acceptance, contents: [Tests of the agreed criteria.], gate: The acceptance is signed.}

changes:
  applies: [Patches, upgrades]
  steps: [The request is reviewed., 'It is assessed, then authorised or rejected.']
  types:
    standard: {name: Standard change, says: Low risk and repeatable., approval: The customer's earlier approval by mail.}
    emergency: {name: Emergency change, says: Resolves a business standstill., approval: The team lead., accelerated: yes}

requests:
  new-account: {name: New account, fulfilled-within: 2 business days, calendar: office-hours, qualifies: [Asked for by a technical lead.]}

objectives: {}

residency: {data: [Norway], support: [Norway, United States]}

activities:
  cadence-call: {name: Cadence call, is: meeting, agenda: [Open incidents, Planned upgrades]}
  site-visit: {name: Site visit, is: meeting}
  incident-report: {name: Incident report, is: document, agenda: [Root cause, Mitigation]}
  launch: {name: Launch, is: event}
  launch-plan: {name: Launch plan, is: document}
  nda: {name: Non-disclosure agreement, is: approval}
  preview: {name: Preview, is: record, facts: [shown]}
  acceptance: {name: Acceptance, is: approval}
  quota: {name: Service quota, is: record, facts: [increase-requested, near-limit]}

promises:
  first-response:
    title: First response
    says: Each incident is acknowledged through the ticket system within the time of its severity and level.
    when: incident.received
    within:
      glow: {1: 2 hours, 2: 12 hours, 3: 2 business days}
      beacon: {1: 30 minutes, 2: 2 hours, 3: 12 hours}
    until: incident.acknowledged
    calendar: {hours: always, business-days: office-hours}
    by: {provider: support-engineer}
    else: {notify: team-lead, escalate: unresolved}
    warn-at: 80
    deviation: {tightest: 15 minutes, loosest: {1: 4 hours, 2: 24 hours, 3: 5 business days}, says: Agreed in writing for one account.}
  progress-reports:
    title: Progress reports
    while: incident.open
    every: {1: $report-interval, 2: 3 business days, 3: on request}
    at-most: once a day
    until: incident.reported
    pauses: side = customer
    calendar: office-hours
    by: {provider: support-engineer}
  customer-answers:
    title: Answers of the customer
    when: incident.handed-to-customer
    within: 1 week
    until: [incident.handed-to-provider, incident.resolved]
    calendar: always
    by: {customer: technical-lead}
    else: {close: timeout}
  cadence:
    title: Cadence call
    every: 2 weeks
    until: cadence-call.held
    excused-by: cadence-call.moved
    calendar: $local-hours
    by: {provider: technical-account-manager}
    levels: [beacon]
  visits:
    title: Site visits
    per: year
    times: $visits-a-year
    until: site-visit.held
    calendar: office-hours
    by: {provider: technical-account-manager}
    levels: [beacon]
  standstill-report:
    title: Report on a business standstill
    when: [incident.resolved, incident.closed]
    if: severity = 1
    within: 5 business days
    until: {all: [incident-report.delivered, incident.reviewed]}
    calendar: office-hours
    by: {provider: technical-account-manager}
  launch-planning:
    title: Launch planning
    when: launch.announced
    before: launch.begins
    ahead: 10 business days
    until: launch-plan.delivered
    calendar: office-hours
    by: {provider: technical-account-manager}
    levels: [beacon]
  temporary-manager:
    title: Temporary account manager
    when: leave.approved
    if: leave.consecutive-days > 5 and leave.role = technical-account-manager
    before: leave.begins
    until: [cover.arranged]
    by: {provider: team-lead}
    levels: [beacon]
  quota-increase:
    title: Quota increases
    when: quota.near-limit
    until: quota.increase-requested
    by: {provider: technical-account-manager}
    levels: [beacon]
  hours:
    title: Hours of the account manager
    limit: hours.logged
    at-most: $weekly-hours
    per: calendar week
    unless: hours.excess-approved
    calendar: office-hours
    by: {provider: technical-account-manager}
    else: {approval: {customer: sponsor}}
    warn-at: 80
    levels: [beacon]
  tickets:
    title: Number of tickets
    limit: [incident.received, service-request.received]
    at-most: unlimited
    by: {provider: support-engineer}
  licensed:
    title: Valid licence
    gate: [incident.received, service-request.received]
    while: licence.valid
  previews:
    title: Previews under non-disclosure
    gate: preview.shown
    until: nda.given
    by: {customer: sponsor}
  acceptance-first:
    title: Acceptance before the start
    gate: contract.started
    until: acceptance.given
    by: {customer: sponsor}

notes: [Prices stand in the price list.]
`;
