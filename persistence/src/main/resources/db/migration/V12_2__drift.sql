create table drift_watch (
  id          uuid primary key,
  version     bigint not null,
  created_at  timestamptz not null,
  voice_id    uuid not null unique references voice,
  brand_id    uuid not null references brand,
  phrase      text not null,
  every_days  integer not null check (every_days between 1 and 365),
  active      boolean not null,
  next_due_at timestamptz not null,
  baseline_id uuid
);
create index drift_watch_due on drift_watch (next_due_at) where active;

create table drift_check (
  id            uuid primary key,
  version       bigint not null,
  created_at    timestamptz not null,
  voice_id      uuid not null references voice,
  clone_id      uuid not null references clone,
  speech_id     uuid not null unique references speech,
  phrase_digest text not null,
  state         text not null,
  seconds       double precision,
  pitch_hz      double precision,
  loudness_lufs double precision,
  timbre        double precision[],
  baseline_id   uuid references drift_check,
  note          text
);
create index drift_check_voice on drift_check (voice_id, id);
alter table drift_watch add foreign key (baseline_id) references drift_check;
