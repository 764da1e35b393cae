-- the log by years: ids are UUIDs of version 7, whose first 48 bits are the milliseconds of the entry's instant
alter table audit_entry rename to audit_entry_before;
alter index audit_entry_pkey rename to audit_entry_before_pkey;
drop index audit_entry_actor, audit_entry_subject, audit_entry_action, audit_entry_correlation;
drop trigger if exists audit_entry_unsealed on audit_entry_before;

create table audit_entry (
  id             uuid primary key,
  version        bigint not null,
  created_at     timestamptz not null,
  actor_kind     text not null,
  actor_id       uuid,
  action         text not null,
  subject_id     uuid,
  outcome        text not null,
  reason         text,
  changes        text,
  correlation_id text,
  trace_id       text
) partition by range (id);

-- the first and the last of them have no bound, so that no clock is too wrong to be written down; without a default
-- partition, PostgreSQL reads them one after the other, the newest first
do $$
declare
  first_year constant integer := 2026;
  last_year  constant integer := 2035;
  begins text;
  ends   text;
begin
  for y in first_year..last_year loop
    begins := case y when first_year then 'minvalue' else quote_literal(rpad(lpad(to_hex(
        (extract(epoch from make_timestamptz(y, 1, 1, 0, 0, 0, 'UTC')) * 1000)::bigint), 12, '0'), 32, '0')::uuid) end;
    ends := case y when last_year then 'maxvalue' else quote_literal(rpad(lpad(to_hex(
        (extract(epoch from make_timestamptz(y + 1, 1, 1, 0, 0, 0, 'UTC')) * 1000)::bigint), 12, '0'), 32, '0')::uuid) end;
    execute format('create table audit_entry_%s partition of audit_entry for values from (%s) to (%s)', y, begins, ends);
  end loop;
end $$;

create index audit_entry_actor on audit_entry (actor_id, id);
create index audit_entry_subject on audit_entry (subject_id, id);
create index audit_entry_action on audit_entry (action, id);
create index audit_entry_outcome on audit_entry (outcome, id);
create index audit_entry_correlation on audit_entry (correlation_id, id) where correlation_id is not null;

-- the words of an entry are its runs of letters and digits, so that an action and each part of an id is found
create function audit_plain(words text) returns text
  language sql immutable parallel safe
  return regexp_replace(words, '[^[:alnum:]]+', ' ', 'g');
create function audit_words(action text, reason text, changes text, correlation_id text, trace_id text) returns tsvector
  language sql immutable parallel safe
  return to_tsvector('simple', audit_plain(action || ' ' || coalesce(reason, '') || ' ' || coalesce(changes, '')
    || ' ' || coalesce(correlation_id, '') || ' ' || coalesce(trace_id, '')));
create function audit_query(words text) returns tsquery
  language sql immutable parallel safe
  return plainto_tsquery('simple', audit_plain(words));
create index audit_entry_words on audit_entry using gin (audit_words(action, reason, changes, correlation_id, trace_id));

insert into audit_entry select * from audit_entry_before;
drop table audit_entry_before;

-- voices are searched by parts of words, which an index of their trigrams answers. The extension comes with
-- PostgreSQL, and the owner of a database may create it; where it was not installed, the search reads every voice
do $$
begin
  create extension if not exists pg_trgm;
  create index voice_words on voice using gin (lower((alias || ' ') || name) gin_trgm_ops);
exception
  when insufficient_privilege or undefined_file or feature_not_supported then
    raise notice 'pg_trgm cannot be used: %', sqlerrm;
end $$;
