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

-- Jobs belong to graphile-worker, whose tables the server's role does not own. These are the one way in: jobs are enqueued in
-- the transaction that causes them, as many as it causes at once.
--
-- add_jobs() takes up to 0.9 ms of the database's time, and this is asked for with every fact that is told to somebody. So the
-- frequent cases are written as add_jobs() would have them (graphile-worker 0.18, sql/000018.sql); everything else goes through it.
create function enqueue_jobs(task text, payloads jsonb[], run_at timestamptz default null, job_keys text[] default null, max_attempts int default 12, job_key_mode text default 'replace')
  returns void language plpgsql security definer set search_path = pg_catalog, public
  -- By the key, however few jobs there were when PostgreSQL last counted them.
  set enable_seqscan = off as $$
declare
  waiting text[];
  many int;
begin
  if job_keys is null then
    insert into graphile_worker._private_jobs (task_id, payload, run_at, max_attempts)
      select known.id, payload::json, coalesce(enqueue_jobs.run_at, now()), enqueue_jobs.max_attempts
      from graphile_worker._private_tasks known, unnest(payloads) payload where known.identifier = task;
    if found then
      return;
    end if;
  elsif job_key_mode = 'preserve_run_at' then
    -- Those that wait already: being asked for once more changes nothing. The lock keeps them waiting until this transaction has
    -- ended, so that they find what happened in it; others may hold it as well. In one order, as all who ask for some.
    waiting := array(select job.key from graphile_worker._private_jobs job
      where job.key = any (job_keys) and job.is_available and job.attempts = 0
        and job.task_id = (select id from graphile_worker._private_tasks where identifier = task)
        and job.max_attempts = enqueue_jobs.max_attempts and job.payload::jsonb = payloads[array_position(job_keys, job.key)]
      order by job.key for share);
    -- Most often all of them do.
    if cardinality(waiting) = cardinality(job_keys) then
      return;
    end if;
    select array_agg(payload), array_agg(key) into payloads, job_keys
      from unnest(payloads, job_keys) as a (payload, key) where key <> all (waiting);
  end if;
  -- Those for which nobody has asked yet; where one of them is there already, add_jobs() sees to all of them.
  if cardinality(payloads) > 0 and job_keys is not null then
    insert into graphile_worker._private_jobs (task_id, payload, run_at, max_attempts, key)
      select known.id, a.payload::json, coalesce(enqueue_jobs.run_at, now()), enqueue_jobs.max_attempts, a.key
      from graphile_worker._private_tasks known, unnest(payloads, job_keys) as a (payload, key) where known.identifier = task order by a.key
      on conflict (key) do nothing;
    get diagnostics many = row_count;
    if many = cardinality(job_keys) then
      -- Workers look each second by themselves. Telling them makes commits wait for one another, so it is done for what is due alone.
      if enqueue_jobs.run_at is null or enqueue_jobs.run_at <= clock_timestamp() then
        perform pg_notify('jobs:insert', json_build_object('r', random(), 'count', many)::text);
      end if;
      return;
    end if;
  end if;
  if cardinality(payloads) > 0 then
    perform graphile_worker.add_jobs(array_agg((task, payload::json, null, enqueue_jobs.run_at, enqueue_jobs.max_attempts::smallint, key, null, null)
        ::graphile_worker.job_spec order by key), job_key_mode = 'preserve_run_at')
      from unnest(payloads, job_keys) as a (payload, key);
  end if;
end $$;
revoke all on function enqueue_jobs from public;
grant execute on function enqueue_jobs to tamarack_server;

create function enqueue_job(task text, payload jsonb, run_at timestamptz default null, job_key text default null, max_attempts int default 12, job_key_mode text default 'replace')
  returns void language sql as $$
  select enqueue_jobs(task, array[payload], run_at, case when job_key is not null then array[job_key] end, max_attempts, job_key_mode) $$;
