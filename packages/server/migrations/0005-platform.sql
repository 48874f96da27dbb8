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
--
-- add_job() takes up to 0.9 ms of the database's time, five times what a plain row takes, and this is asked for with every fact
-- that is told to somebody. So the two frequent cases are written as add_jobs() would have them (graphile-worker 0.18,
-- sql/000018.sql); everything else goes through it.
create function enqueue_job(task text, payload jsonb, run_at timestamptz default null, job_key text default null, max_attempts int default 12, job_key_mode text default 'replace')
  returns void language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if job_key is null then
    insert into graphile_worker._private_jobs (task_id, payload, run_at, max_attempts)
      select known.id, enqueue_job.payload::json, coalesce(enqueue_job.run_at, now()), enqueue_job.max_attempts
      from graphile_worker._private_tasks known where known.identifier = task;
    if found then
      return;
    end if;
  elsif job_key_mode = 'preserve_run_at' then
    -- It waits already, and being asked for once more changes nothing. The lock keeps it waiting until this transaction has
    -- ended, so that it finds what happened in it; others may hold it as well.
    perform from graphile_worker._private_jobs waiting join graphile_worker._private_tasks known on known.id = waiting.task_id
      where waiting.key = job_key and waiting.is_available and waiting.attempts = 0 and known.identifier = task
        and waiting.payload::jsonb = enqueue_job.payload and waiting.max_attempts = enqueue_job.max_attempts
      for share of waiting;
    if found then return; end if;
  end if;
  perform graphile_worker.add_job(task, payload::json, run_at := run_at, job_key := job_key, max_attempts := max_attempts, job_key_mode := job_key_mode);
end $$;
revoke all on function enqueue_job from public;
grant execute on function enqueue_job to tamarack_server;
