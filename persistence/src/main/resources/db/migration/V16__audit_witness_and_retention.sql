-- how far each witness has been told
create table audit_witness (
  name      text primary key,
  tree_size bigint not null,
  due_at    timestamptz not null
);

-- how long entries are kept; no row: for ever. The owner writes it from the configuration, see afterMigrate
create table audit_retention (
  only_row boolean primary key default true check (only_row),
  keep     interval not null
);

create table audit_retirement (
  first_kept bigint primary key,
  retired_at timestamptz not null
);

-- The one way by which an entry leaves the log. It runs with the owner's rights and takes no argument, so that the
-- runtime role can remove nothing but what the policy says: sealed, signed, older than the policy, from the beginning
-- on. Leaves and checkpoints stay. Removes a bounded number and returns the first position that is kept, or null.
create function audit_retire() returns bigint
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  most constant bigint := 20000;
  oldest timestamptz;
  begin_at bigint;
  end_at bigint;
begin
  perform pg_advisory_xact_lock(x'726574697265'::bigint);
  select now() - keep into oldest from audit_retention;
  if oldest is null then
    return null;
  end if;
  select coalesce(max(first_kept), 0) into begin_at from audit_retirement;
  select least(coalesce(max(tree_size), 0), begin_at + most) into end_at from audit_checkpoint;
  select coalesce(min(position), end_at) into end_at from (
    select l.position from audit_leaf l join audit_entry e on e.id = l.entry_id
    where l.position >= begin_at and l.position < end_at and e.created_at >= oldest
    order by l.position limit 1) young;
  if end_at <= begin_at then
    return null;
  end if;
  delete from audit_origin o using audit_leaf l
    where o.entry_id = l.entry_id and l.position >= begin_at and l.position < end_at;
  delete from audit_entry e using audit_leaf l
    where e.id = l.entry_id and l.position >= begin_at and l.position < end_at and e.created_at < oldest;
  insert into audit_retirement (first_kept, retired_at) values (end_at, now());
  return end_at;
end $$;
