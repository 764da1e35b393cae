-- a consent's evidence says of what kind it is and who brought it
alter table consent_evidence
  add column kind             text not null default 'DOCUMENT',
  add column recorded_by_kind text,
  add column recorded_by_id   uuid;

-- what a brand asks talents to read aloud; versions are only added
create table consent_statement (
  id          uuid primary key,
  version     bigint not null,
  created_at  timestamptz not null,
  brand_id    uuid not null references brand,
  locale      text not null,
  number      integer not null,
  text        text not null,
  author_kind text not null,
  author_id   uuid,
  unique (brand_id, locale, number)
);

-- a talent is asked, from afar, for their consent
create table consent_capture (
  id                 uuid primary key,
  version            bigint not null,
  created_at         timestamptz not null,
  talent_id          uuid not null references talent,
  consent_id         uuid references consent,
  consent_version_id uuid references consent_version,
  brand_id           uuid not null references brand,
  statement_id       uuid not null references consent_statement,
  brand_ids          uuid[] not null,
  purposes           text[] not null,
  channels           text[] not null,
  territories        text[] not null,
  languages          text[] not null,
  valid_from         timestamptz not null,
  valid_until        timestamptz,
  state              text not null,
  nonce              text not null,
  statement_text     text,
  statement_digest   text not null,
  expires_at         timestamptz not null,
  asked_by_kind      text not null,
  asked_by_id        uuid,
  recording          text references blob,
  recording_seconds  double precision,
  uploads            integer not null,
  decided_at         timestamptz,
  decline_reason     text,
  device_digest      text
);
create index consent_capture_talent on consent_capture (talent_id, id);
create index consent_capture_consent on consent_capture (consent_id, id);
create index consent_capture_open on consent_capture (expires_at) where state = 'OPEN';

-- what a talent holds instead of an account; the token itself is shown once and stands nowhere
create table talent_link (
  id         uuid primary key,
  version    bigint not null,
  created_at timestamptz not null,
  kind       text not null,
  subject_id uuid not null,
  digest     text not null unique,
  expires_at timestamptz,
  revoked_at timestamptz
);
create index talent_link_subject on talent_link (subject_id);

-- the fact that a version's validity ended, once
create table consent_expiry (
  version_id uuid primary key references consent_version,
  consent_id uuid not null references consent,
  noted_at   timestamptz not null
);
create index consent_version_until on consent_version (valid_until) where valid_until is not null;

-- erasure: what a person is known by goes, ids and digests stay
alter table talent    add column erased_at timestamptz;
alter table recording add column erased_at timestamptz;
alter table blob      add column erased_at timestamptz;

create table erasure (
  id          uuid primary key,
  version     bigint not null,
  created_at  timestamptz not null,
  talent_id   uuid not null references talent,
  cause       text not null,
  finished_at timestamptz
);
create index erasure_talent on erasure (talent_id, id);

-- the contents that a row lets go of; whoever else holds the same bytes keeps them.
-- No foreign key to blob: such a key is what says that a row holds bytes.
create table erasure_item (
  erasure_id uuid not null references erasure,
  owner_id   uuid not null,
  sha256     text not null,
  primary key (erasure_id, owner_id, sha256)
);
create index erasure_item_sha256 on erasure_item (sha256);

-- who holds certain bytes is asked before they go
create index blob_of_original   on recording (original);
create index blob_of_normalised on recording (normalised);
create index blob_of_waveform   on recording (waveform);
create index blob_of_preview    on clone (preview_audio) where preview_audio is not null;
create index blob_of_evidence   on consent_evidence (sha256);
create index blob_of_capture    on consent_capture (recording) where recording is not null;

-- the ledgers of consent only grow; the one change they allow is that personal words go
create function only_erasure() returns trigger language plpgsql as $$
begin
  raise exception 'only erasure may change %', tg_table_name;
end $$;
create trigger consent_version_only_erasure before update on consent_version
  for each row when (new.statement is not null) execute function only_erasure();
create trigger consent_evidence_only_erasure before update on consent_evidence
  for each row when (new.filename <> 'erased') execute function only_erasure();
create trigger consent_withdrawal_only_erasure before update on consent_withdrawal
  for each row when (new.reason is not null) execute function only_erasure();
