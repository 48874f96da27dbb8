/** A description for tests: one of everything that checks look at, without a finding. */
export const SMALL_DESCRIPTION = `tamarack: 1
document:
  reference: SD-1
  version: "1.1"
  date: 2026-02-01
  owner: Service manager
  approver: Director
  classification: public
  distribution: [Customers]
  history:
    - {version: "1.1", date: 2026-02-01, author: A, change: Faster}
    - {version: "1.0", date: 2026-01-01, author: A, change: First}
service:
  name: Care
  provider: Provider
  summary: A service.
calendars:
  office: {zone: Europe/Berlin, weekly: {mon-fri: ["09:00-12:00", "13:00-17:00"]}}
  always: {zone: UTC, weekly: 24x7}
  both: {union: [office, always]}
parameters:
  visits: {is: times, says: Visits a year., between: 1..2, agreed: 1}
  hours: {is: calendar, says: Hours of the desk., agreed: office}
levels:
  basic: {name: Basic}
  plus: {name: Plus, includes: basic}
eligibility:
  rules:
    big: {says: Big customers., if: annual-recurring-revenue > 50000}
scope:
  covered:
    product: {name: Product}
channels:
  web: {name: Web, hours: always, makes: [incident.received]}
  desk: {name: Desk, hours: $hours, otherwise: web}
severities:
  chosen-by: {customer: lead}
  list:
    1: {name: Down, criteria: [Nothing works.]}
    2: {name: Slow, criteria: [It is slow.]}
roles:
  provider:
    manager: {name: Manager}
    engineer: {name: Engineer, may: [incident.acknowledged]}
  customer:
    lead: {name: Lead}
responsibilities:
  repair: {activity: Repairs, provider: {engineer: A}, customer: {lead: [C, I]}}
escalations:
  ladder: {name: Ladder, grounds: [Delay.], by: {customer: lead}, steps: [{role: manager}]}
activities:
  visit: {name: Visit, is: meeting}
  audit: {name: Audit, is: record, facts: [passed]}
promises:
  first-response:
    title: First response
    when: incident.received
    within: {basic: {1: 2 hours, 2: 8 hours}, plus: {1: 30 minutes, 2: 2 hours}}
    until: incident.acknowledged
    calendar: office
    by: {provider: engineer}
    pauses: side = customer
    else: {escalate: ladder, notify: manager}
  updates:
    title: Updates
    while: incident.open
    every: 1 hour
    until: incident.reported
    calendar: both
    by: {provider: engineer}
  visits:
    title: Visits
    per: year
    times: $visits
    until: visit.held
    calendar: office
    by: {provider: manager}
  allowance:
    title: Hours a week
    limit: hours.logged
    at-most: 8 hours
    per: week
    calendar: office
    by: {provider: manager}
  licence-first:
    title: Valid licence
    gate: incident.received
    while: licence.valid
  audit-passed:
    title: Audit before it starts
    when: contract.signed
    before: contract.started
    until: audit.passed
    by: {customer: lead}
`;
