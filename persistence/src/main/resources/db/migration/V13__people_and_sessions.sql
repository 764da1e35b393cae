-- who a person is at the company's identity provider; an e-mail address is never enough
create table person_identity (
  id         uuid primary key,
  version    bigint not null,
  created_at timestamptz not null,
  person_id  uuid not null references person,
  issuer     text not null,
  subject    text not null,
  unique (issuer, subject)
);
create index person_identity_person on person_identity (person_id);

-- a role may be given by hand and by the identity provider at once; each goes its own way
alter table role_grant add column origin text not null default 'HAND';
alter table role_grant drop constraint role_grant_person_id_role_brand_id_key;
alter table role_grant add constraint role_grant_person_id_role_brand_id_key
  unique nulls not distinct (person_id, role, brand_id, origin);

create table person_session (
  id         uuid primary key,
  version    bigint not null,
  created_at timestamptz not null,
  person_id  uuid not null references person,
  origin     text not null,
  address    text,
  seen_at    timestamptz not null,
  ends_at    timestamptz not null,
  ended_at   timestamptz
);
create index person_session_person on person_session (person_id);
create index person_session_seen on person_session (seen_at);

create table invitation (
  id         uuid primary key,
  version    bigint not null,
  created_at timestamptz not null,
  person_id  uuid not null references person,
  digest     text not null unique,
  expires_at timestamptz not null,
  ended_at   timestamptz
);
create index invitation_person on invitation (person_id);

-- by digest, since what people type into the field of a user name may be a password
create table sign_in_delay (
  key           text primary key,
  failures      integer not null,
  failed_at     timestamptz not null,
  blocked_until timestamptz not null
);
create index sign_in_delay_failed on sign_in_delay (failed_at);
