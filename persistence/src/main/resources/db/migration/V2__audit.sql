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
);
create index audit_entry_actor on audit_entry (actor_id, id);
create index audit_entry_subject on audit_entry (subject_id, id);
create index audit_entry_action on audit_entry (action, id);
create index audit_entry_correlation on audit_entry (correlation_id) where correlation_id is not null;

-- personal data, so that it can be erased while the log stays as it is
create table audit_origin (
  entry_id uuid primary key,
  address  text not null
);
