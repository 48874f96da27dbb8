-- What an administrator may know and do about jobs. The queue's tables belong to the owner; these functions are the only way
-- in for the server's role, and they show no payload: only the ids in it, so that the page can say what a job is about.

create function list_jobs(wanted text, after_id bigint, most int)
  returns table (id bigint, task text, state text, attempts int, max_attempts int, last_error text, run_at timestamptz, created_at timestamptz, about jsonb)
  language plpgsql stable security definer set search_path = pg_catalog, public as $$
begin
  return query
    select job.id, job.task_identifier, said.state, job.attempts::int, job.max_attempts::int, left(job.last_error, 2000), job.run_at, job.created_at,
      coalesce((select jsonb_object_agg(entry.key, entry.value) from graphile_worker._private_jobs private,
          jsonb_each_text(case when json_typeof(private.payload) = 'object' then private.payload::jsonb else '{}' end) entry
        where private.id = job.id and entry.value ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'), '{}'::jsonb)
    from graphile_worker.jobs job, lateral (select job_state(job.locked_at, job.attempts, job.max_attempts, job.last_error) as state) said
    where (wanted is null or said.state = wanted) and (after_id is null or job.id < after_id)
    order by job.id desc limit most;
end $$;

create function job_state(locked_at timestamptz, attempts int, max_attempts int, last_error text) returns text
  language sql immutable as $$
    select case when locked_at is not null then 'running' when attempts >= max_attempts then 'failed'
      when last_error is not null then 'retrying' else 'waiting' end $$;

create function count_jobs() returns table (state text, jobs bigint)
  language plpgsql stable security definer set search_path = pg_catalog, public as $$
begin
  return query select said.state, count(*) from graphile_worker.jobs job,
    lateral (select job_state(job.locked_at, job.attempts, job.max_attempts, job.last_error) as state) said group by 1;
end $$;

-- Both leave a running job alone and say so by null; a job that is gone gives false.
create function retry_job(job bigint, now timestamptz) returns boolean
  language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if exists (select from graphile_worker.jobs j where j.id = job and j.locked_at is not null) then return null; end if;
  return exists (select from graphile_worker.reschedule_jobs(array[job], run_at := now, attempts := 0));
end $$;

create function remove_job(job bigint) returns boolean
  language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if exists (select from graphile_worker.jobs j where j.id = job and j.locked_at is not null) then return null; end if;
  return exists (select from graphile_worker.complete_jobs(array[job]));
end $$;

revoke all on function list_jobs, count_jobs, retry_job, remove_job from public;
grant execute on function list_jobs, count_jobs, retry_job, remove_job to tamarack_server;

-- When `tamarack backup` last made one, for the doctor. A database that is backed up by other means says nothing here.
create table last_backup (
  only_one boolean primary key default true check (only_one),
  at timestamptz not null,
  bytes bigint not null
);
grant select on last_backup to tamarack_server;
