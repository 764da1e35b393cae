create table brand (
  id         uuid primary key,
  version    bigint not null,
  created_at timestamptz not null,
  slug       text not null unique,
  name       text not null
);

create table person (
  id            uuid primary key,
  version       bigint not null,
  created_at    timestamptz not null,
  username      text not null unique,
  display_name  text not null,
  password_hash text,
  disabled_at   timestamptz
);

create table role_grant (
  id         uuid primary key,
  version    bigint not null,
  created_at timestamptz not null,
  person_id  uuid not null references person,
  role       text not null,
  brand_id   uuid references brand,
  unique nulls not distinct (person_id, role, brand_id)
);

create table client (
  id          uuid primary key,
  version     bigint not null,
  created_at  timestamptz not null,
  name        text not null unique,
  console     boolean not null default false,
  brand_ids   uuid[] not null,
  disabled_at timestamptz
);
create unique index client_one_console on client (console) where console;

create table client_use (
  id         uuid primary key,
  version    bigint not null,
  created_at timestamptz not null,
  client_id  uuid not null references client,
  purpose    text not null,
  channel    text not null,
  territory  text not null,
  unique (client_id, purpose, channel, territory)
);

create table api_key (
  id           uuid primary key,
  version      bigint not null,
  created_at   timestamptz not null,
  digest       text not null unique,
  prefix       text not null,
  label        text not null,
  person_id    uuid references person,
  client_id    uuid references client,
  scopes       text[] not null,
  expires_at   timestamptz,
  revoked_at   timestamptz,
  last_used_at timestamptz,
  check ((person_id is null) <> (client_id is null))
);
create index api_key_client on api_key (client_id);
create index api_key_person on api_key (person_id);

-- people speak from the console under this client; every consent covers its one use
insert into client (id, version, created_at, name, console, brand_ids)
values ('00000000-0000-7000-8000-000000000001', 0, now(), 'Console', true, '{}');
insert into client_use (id, version, created_at, client_id, purpose, channel, territory)
values ('00000000-0000-7000-8000-000000000002', 0, now(), '00000000-0000-7000-8000-000000000001',
        'INTERNAL_REVIEW', 'INTERNAL', 'WORLD');
