create table budget (
  id           uuid primary key,
  version      bigint not null,
  created_at   timestamptz not null,
  client_id    uuid not null unique references client,
  limit_amount numeric(19, 6) not null check (limit_amount >= 0),
  currency     text not null
);

create table budget_month (
  budget_id uuid not null references budget,
  month     text not null,
  spent     numeric(19, 6) not null check (spent >= 0),
  held      numeric(19, 6) not null check (held >= 0),
  primary key (budget_id, month)
);

create table reservation (
  id         uuid primary key,
  version    bigint not null,
  created_at timestamptz not null,
  budget_id  uuid not null references budget,
  amount     numeric(19, 6) not null,
  currency   text not null,
  state      text not null
);

create table speech (
  id                 uuid primary key,
  version            bigint not null,
  created_at         timestamptz not null,
  voice_id           uuid not null references voice,
  brand_id           uuid not null references brand,
  clone_id           uuid not null references clone,
  consent_version_id uuid not null references consent_version,
  client_id          uuid not null references client,
  use_id             uuid not null references client_use,
  speaker_kind       text not null,
  speaker_id         uuid,
  state              text not null,
  text_digest        text not null,
  model              text not null,
  format             text not null,
  sample_rate        integer not null,
  bitrate            integer not null,
  reservation_id     uuid not null references reservation,
  audio              text references blob,
  duration_ms        bigint,
  billed_characters  bigint,
  cost_amount        numeric(19, 6),
  cost_currency      text,
  trace_id           text,
  fault_code         text,
  fault_message      text,
  fault_trace_id     text,
  fault_remedy       text,
  finished_at        timestamptz
);
create index speech_voice on speech (voice_id, id);
create index speech_client on speech (client_id, id);
create index speech_open on speech (created_at) where state = 'RESERVED';
create index speech_unknown on speech (id) where state = 'UNKNOWN';

create table usage (
  id            uuid primary key,
  version       bigint not null,
  created_at    timestamptz not null,
  client_id     uuid references client,
  brand_id      uuid not null references brand,
  voice_id      uuid not null references voice,
  clone_id      uuid not null references clone,
  speech_id     uuid references speech,
  unit          text not null,
  quantity      bigint not null,
  price_version integer not null,
  amount        numeric(19, 6) not null,
  currency      text not null
);
create index usage_client on usage (client_id, id);
create index usage_voice on usage (voice_id, id);
-- a voice fee is booked once however many first speeches race
create unique index usage_one_voice_fee on usage (clone_id) where unit = 'VOICE';
