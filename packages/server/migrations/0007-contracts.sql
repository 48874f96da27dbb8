-- What a contract knows of itself beside its terms.
alter table contract
  -- Who signed for the customer, and when: the signature happened outside, and staff recorded it.
  add column signed_for_customer_by text check (length(signed_for_customer_by) between 1 and 200),
  add column signed_at timestamptz,
  -- Set when the fact was recorded, so that it is recorded once however often the job runs.
  add column started_at timestamptz,
  add column ended_at timestamptz,
  -- Notice was given, or both agreed to end early: from then on it ends at ends_at and is not renewed.
  add column ending_at timestamptz,
  add column ending_by uuid references person (id),
  add column ending_note text;

-- One change of a contract is decided at a time.
create unique index contract_terms_proposed on contract_terms (account_id, contract_id) where state = 'proposed';
alter table contract_terms
  add column note text,
  -- The public holidays of its own calendars, frozen as those of a published version are.
  add column holidays jsonb,
  -- Set when the fact of the move was recorded.
  add column moved_at timestamptz;

-- Begin and end of a licence are recorded once each.
alter table licence
  add column begun_at timestamptz,
  add column expired_at timestamptz;

-- How a role decided on an exception from eligibility (GL1); the last word of a role counts.
create table eligibility_decision (
  account_id uuid not null references account (account_id),
  id uuid not null default uuid_v7(),
  description_id uuid not null references description (id),
  exception text not null,
  role text not null,
  grants boolean not null,
  note text not null,
  decided_by uuid references person (id),
  decided_at timestamptz not null,
  primary key (account_id, id)
);
-- Updated when what people wrote is erased, and never else.
call protect_account_table('eligibility_decision', 'insert, update');
