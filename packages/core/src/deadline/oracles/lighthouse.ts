/** A made-up service that promises something in every form, for the tests of clocks. Office hours are in UTC. */
export const LIGHTHOUSE = `
tamarack: 1
document:
  reference: LH-1
  version: '1.0'
  date: 2026-06-01
  owner: Service management
  approver: Keeper of the lights
  classification: Internal
  distribution: [tests]
  history: [{version: '1.0', date: 2026-06-01, author: Keeper, change: First version.}]
service: {name: Lighthouse, provider: Harbour Board, summary: Every form of promise once.}
calendars:
  always: {zone: Etc/UTC, weekly: 24x7}
  office: {zone: Etc/UTC, weekly: {mon-fri: ['09:00-17:00']}, holidays: [{date: 2026-06-04, name: Founders' Day}]}
  berlin: {zone: Europe/Berlin, weekly: {mon-fri: ['09:00-17:00']}}
  seldom: {zone: Etc/UTC, weekly: {mon: ['09:00-09:01']}}
parameters:
  visits: {is: times, says: Visits in a year., between: 1..4, agreed: 2}
  call-every: {is: duration, says: How often there is a call., at-least: 1 week, at-most: 1 month, agreed: 2 weeks}
  rhythm: {is: duration, says: A rhythm without bounds., agreed: 1 month}
  budget: {is: quantity, says: Hours in a week., at-most: 40 hours, agreed: 8 hours}
  home: {is: calendar, says: The office that counts., agreed: office}
levels:
  spark: {name: Spark, sold: no}
  lamp: {name: Lamp, includes: spark}
  beam: {name: Beam, includes: lamp}
scope:
  covered: {platform: {name: Platform, items: [everything]}}
channels:
  portal: {name: Portal, hours: always, for: [incidents], makes: [incident.received]}
severities:
  chosen-by: {customer: lead}
  changed-by: {provider: keeper}
  list:
    '1': {name: Dark, criteria: [No light.]}
    '2': {name: Dim, criteria: [Little light.]}
    '3': {name: Question, criteria: [A question.]}
    '4': {name: Wish, criteria: [A wish.]}
roles:
  provider: {keeper: {name: Keeper}}
  customer: {lead: {name: Lead}}
activities:
  call: {name: Call, is: meeting}
  visit: {name: Visit, is: meeting}
  report: {name: Report, is: document}
  launch: {name: Launch, is: event}
  plan: {name: Plan, is: document}
  nda: {name: Non-disclosure agreement, is: approval}
  preview: {name: Preview, is: record, facts: [shown]}
  errand: {name: Errand, is: task}
  beacon: {name: Beacon, is: record, facts: [lit, seen]}
promises:
  answer:
    title: Answer
    when: [incident.received, service-request.received]
    within:
      spark: {1: 1 hour, 2: 4 hours, 3: 2 business days}
      beam: {1: 30 minutes, 4: on request}
    until: [incident.acknowledged, service-request.acknowledged]
    calendar: office
    by: {provider: keeper}
    deviation: {tightest: {1: 15 minutes, 2: 15 minutes}, loosest: {1: 2 hours, 2: 8 hours}}
  repair:
    title: Repair
    when: incident.received
    within: {1: 4 hours, 2: 2 business days, 3: 3 days, 4: on request}
    until: incident.resolved
    pauses: side = customer
    calendar: office
    by: {provider: keeper}
  epoch:
    title: Beyond all horizons
    when: incident.received
    within: {1: 9 hours, 2: 900 business days, 3: 11 years, 4: 10 years}
    until: incident.resolved
    pauses: side = customer
    calendar: seldom
    by: {provider: keeper}
  after-word:
    title: Report after the worst
    when: [incident.resolved, incident.closed]
    if: severity = 1
    within: 5 business days
    until: {all: [report.delivered, incident.reviewed]}
    calendar: office
    by: {provider: keeper}
  customer-answers:
    title: The customer answers
    when: incident.handed-to-customer
    within: 1 week
    until: incident.handed-to-provider
    calendar: always
    by: {customer: lead}
    else: {close: timeout}
  beam-contact:
    title: A contact
    when: incident.received
    until: incident.assigned
    by: {provider: keeper}
    levels: [beam]
  access:
    title: Access
    when: incident.access-requested
    until: [incident.access-granted, account.asset-access-granted]
    by: {customer: lead}
  leave-decided:
    title: Leave is decided
    when: leave.requested
    within: 2 days
    until: leave.approved
    calendar: always
    by: {provider: keeper}
  errands:
    title: Errands
    when: errand.requested
    within: 8 hours
    until: errand.completed
    calendar: office
    by: {provider: keeper}
  notable:
    title: Watching over notable customers
    when: account.marked-notable
    if: hosted = yes
    within: 1 day
    until: beacon.lit
    calendar: always
    by: {provider: keeper}
  status:
    title: Status
    while: incident.open
    every: {1: 1 hour, 2: 4 hours, 3: 2 business days, 4: on request}
    until: incident.reported
    pauses: side = customer
    calendar: office
    by: {provider: keeper}
  bulletins:
    title: Bulletins
    while: incident.open
    if: severity = 1 and hosted = yes
    every: 2 hours
    at-most: once a day
    until: incident.reported
    pauses: side = customer
    calendar: berlin
    by: {provider: keeper}
  actions-seen:
    title: Actions are looked at
    while: action.open
    every: 1 week
    until: [action.reviewed, action.closed]
    calendar: always
    by: {provider: keeper}
  calls:
    title: Calls
    every: $call-every
    until: call.held
    excused-by: call.moved
    calendar: berlin
    by: {provider: keeper}
  rhythm:
    title: A rhythm
    every: $rhythm
    until: beacon.seen
    calendar: $home
    by: {provider: keeper}
  visits:
    title: Visits
    per: year
    times: {beam: $visits}
    until: visit.held
    calendar: office
    by: {provider: keeper}
    levels: [beam]
    deviation: {least: at least 1, most: 6}
  lightings:
    title: Lightings
    per: calendar month
    times: 2
    until: beacon.lit
    calendar: office
    by: {provider: keeper}
  few-moves:
    title: Calls are seldom moved
    per: calendar month
    times: at most 2
    until: call.moved
    calendar: office
    by: {provider: keeper}
  cover:
    title: Cover
    when: leave.approved
    if: leave.consecutive-days > 5
    before: leave.begins
    until: cover.arranged
    by: {provider: keeper}
  launch-plan:
    title: A plan before a launch
    when: launch.announced
    before: launch.begins
    ahead: {lamp: 3 business days, beam: 1 week}
    until: plan.delivered
    calendar: berlin
    by: {provider: keeper}
    deviation: {tightest: 2 weeks, loosest: 3 days}
  hours:
    title: Hours a week
    limit: hours.logged
    at-most: {lamp: $budget, beam: 20 hours}
    per: calendar week
    unless: hours.excess-approved
    calendar: berlin
    by: {provider: keeper}
    warn-at: 80
  tickets:
    title: Tickets in all
    limit: incident.received
    at-most: {lamp: 3, beam: unlimited}
    by: {provider: keeper}
  pages:
    title: Pages a day
    limit: beacon.seen
    at-most: twice a day
    calendar: berlin
    by: {provider: keeper}
  licensed:
    title: Licensed
    gate: [incident.received, service-request.received]
    while: licence.valid
  trained:
    title: Trained leads
    gate: incident.received
    until: person.trained
  trained-still:
    title: Trained leads who are still there
    gate: service-request.received
    while: person.trained
  agreed-errands:
    title: Agreed errands
    gate: errand.started
    until: errand.agreed
    levels: [beam]
  previews:
    title: Previews
    gate: preview.shown
    while: nda.in-force
  risky-changes:
    title: Risky changes are assessed
    gate: change.started
    if: change.risk = high
    until: {all: [change.assessed, change.authorised]}
`;
