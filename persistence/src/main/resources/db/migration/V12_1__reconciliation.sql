-- what a comparison with an account found; the newest of an account is shown with it
create table reconciliation (
  id             uuid primary key,
  version        bigint not null,
  created_at     timestamptz not null,
  account_id     uuid not null references provider_account,
  result         text not null,
  voices_listed  integer,
  clones_missing integer not null,
  voices_unknown integer not null,
  files_listed   integer,
  files_deleted  integer not null,
  files_unknown  integer not null,
  balance        numeric(19, 6),
  not_checked    text[] not null
);
create index reconciliation_account on reconciliation (account_id, id);
create index clone_account on clone (account_id, id);

-- a voice that was at the provider before Timbre knew it has no recording to clone from
alter table revision alter column recording_id drop not null;
alter table voice
  add column imported_account_id uuid references provider_account,
  add column imported_voice_id   text unique,
  add check ((origin = 'IMPORTED') = (imported_voice_id is not null));
