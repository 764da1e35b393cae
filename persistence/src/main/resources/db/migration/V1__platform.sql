create table idempotency_key (
  caller     text not null,
  key_value  text not null,
  digest     text not null,
  subject_id uuid,
  created_at timestamptz not null,
  primary key (caller, key_value)
);
create index idempotency_key_created on idempotency_key (created_at);

create table operation (
  id          uuid primary key,
  version     bigint not null,
  created_at  timestamptz not null,
  kind        text not null,
  subject_id  uuid not null,
  state       text not null,
  attempts    integer not null,
  due_at      timestamptz not null,
  detail      text,
  finished_at timestamptz
);
create index operation_due on operation (due_at) where finished_at is null;
create index operation_subject on operation (subject_id, kind, id);
