/** The least that reads without errors, with comments that say where to go on. */
export type EmptyDescription = {
  readonly reference: string;
  readonly service: string;
  readonly provider: string;
  readonly approver: string;
  readonly author: string;
  /** A date, year-month-day. */
  readonly date: string;
};

export function emptyDescription(names: EmptyDescription): string {
  const { reference, service, provider, approver, author, date } = quoted(names);
  return `tamarack: 1

document:
  reference: ${reference}
  version: "1.0"
  date: ${names.date}
  owner: ${author}
  approver: ${approver}
  classification: Internal
  distribution:
    - Customers of the service
  history:
    - {version: "1.0", date: ${date}, author: ${author}, change: First issue}

service:
  name: ${service}
  provider: ${provider}
  summary: What the customer buys, in two sentences.

# When somebody is there. A promise counts its time on one of these.
calendars:
  office-hours:
    zone: Europe/Berlin
    weekly:
      mon-fri: ["09:00-17:00"]

levels:
  standard:
    name: Standard

scope:
  covered:
    product:
      name: The product
      says: What you support.

channels:
  portal:
    name: Portal
    says: Requests and incidents.
    hours: office-hours

roles:
  provider:
    support-engineer:
      name: Support engineer
  customer:
    technical-lead:
      name: Technical lead

# What is owed: when something happens, within a time, until a fact meets it.
promises:
  first-response:
    title: First response
    when: incident.received
    within: 4 hours
    calendar: office-hours
    until: incident.acknowledged
    by: {provider: support-engineer}
`;
}

/** As YAML reads them back, whatever they contain: a JSON string is one of YAML's. */
function quoted(names: EmptyDescription): EmptyDescription {
  const pairs = Object.entries(names).map(([name, text]) => [name, name === 'date' ? text : JSON.stringify(text)]);
  // Same keys as before.
  return Object.fromEntries(pairs) as EmptyDescription;
}
