-- A repeated call with the same Idempotency-Key gets the same answer.
create table idempotency (
  person_id uuid not null,
  key text not null,
  request_hash text not null,
  answer jsonb,
  created_at timestamptz not null,
  primary key (person_id, key)
);
create index idempotency_age on idempotency (created_at);
grant select, insert, update, delete on idempotency to tamarack_server;

-- Jobs belong to graphile-worker, whose tables the server's role does not own. This is the one way in: a job is enqueued in
-- the transaction that causes it.
create function enqueue_job(task text, payload jsonb, run_at timestamptz default null, job_key text default null, max_attempts int default 12, job_key_mode text default 'replace')
  returns void language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  perform graphile_worker.add_job(task, payload::json, run_at := run_at, job_key := job_key, max_attempts := max_attempts, job_key_mode := job_key_mode);
end $$;
revoke all on function enqueue_job from public;
grant execute on function enqueue_job to tamarack_server;
