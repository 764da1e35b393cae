create table talent (
  id         uuid primary key,
  version    bigint not null,
  created_at timestamptz not null,
  name       text not null,
  contact    text
);
alter table recording add foreign key (talent_id) references talent;

create table consent (
  id             uuid primary key,
  version        bigint not null,
  created_at     timestamptz not null,
  talent_id      uuid not null references talent,
  latest_version integer not null,
  withdrawn_at   timestamptz
);
create index consent_talent on consent (talent_id, id);

create table consent_version (
  id          uuid primary key,
  version     bigint not null,
  created_at  timestamptz not null,
  consent_id  uuid not null references consent,
  number      integer not null,
  brand_ids   uuid[] not null,
  purposes    text[] not null,
  channels    text[] not null,
  territories text[] not null,
  languages   text[] not null,
  valid_from  timestamptz not null,
  valid_until timestamptz,
  statement   text,
  unique (consent_id, number)
);

create table consent_evidence (
  id         uuid primary key,
  version    bigint not null,
  created_at timestamptz not null,
  version_id uuid not null references consent_version,
  filename   text not null,
  sha256     text not null references blob
);
create index consent_evidence_version on consent_evidence (version_id);

create table consent_withdrawal (
  id               uuid primary key,
  version          bigint not null,
  created_at       timestamptz not null,
  consent_id       uuid not null unique references consent,
  recorded_by_kind text not null,
  recorded_by_id   uuid,
  reason           text
);
