-- where a person may be written to; personal, so it is in no log and can be taken out again
alter table person add column email text;

create table notice (
  id         uuid primary key,
  version    bigint not null,
  created_at timestamptz not null,
  -- one occasion, one notice, whichever node or restart announces it again
  key        text not null unique,
  kind       text not null,
  brand_id   uuid references brand,
  subject_id uuid,
  content    text not null
);
create index notice_subject on notice (subject_id, id);

create table notice_addressee (
  id         uuid primary key,
  version    bigint not null,
  created_at timestamptz not null,
  notice_id  uuid not null references notice,
  person_id  uuid not null references person,
  read_at    timestamptz,
  unique (notice_id, person_id)
);
create index notice_addressee_person on notice_addressee (person_id, id);
create index notice_addressee_unread on notice_addressee (person_id) where read_at is null;

-- what a brand does about clones that nobody has used; a brand without a row has the usual policy
create table deadline_policy (
  id             uuid primary key,
  version        bigint not null,
  created_at     timestamptz not null,
  brand_id       uuid not null unique references brand,
  action         text not null,
  remind_hours   integer[] not null,
  activate_hours integer not null
);

-- the activation ledger: what was decided about a clone at its deadline, by whom, for how much
create table clone_decision (
  id           uuid primary key,
  version      bigint not null,
  created_at   timestamptz not null,
  clone_id     uuid not null references clone,
  voice_id     uuid not null references voice,
  brand_id     uuid not null references brand,
  kind         text not null,
  decider_kind text not null,
  decider_id   uuid,
  by_policy    boolean not null,
  fee_amount   numeric(19, 6),
  fee_currency text,
  cost_amount   numeric(19, 6),
  cost_currency text,
  state        text not null,
  reason       text,
  speech_id    uuid references speech,
  successor_id uuid references clone,
  ended_at     timestamptz
);
create index clone_decision_brand on clone_decision (brand_id, id);
create index clone_decision_clone on clone_decision (clone_id, id);
create unique index clone_decision_speech on clone_decision (speech_id) where speech_id is not null;
-- whichever node comes first decides for the policy; one decision waits for its end at a time
create unique index clone_decision_one_by_policy on clone_decision (clone_id) where by_policy;
create unique index clone_decision_one_open on clone_decision (clone_id, kind) where ended_at is null;

-- where notices are posted; the secret that signs them stays in the configuration
create table webhook (
  id               uuid primary key,
  version          bigint not null,
  created_at       timestamptz not null,
  brand_id         uuid references brand,
  url              text not null,
  secret_reference text not null,
  disabled_at      timestamptz
);

create table notice_posting (
  id         uuid primary key,
  version    bigint not null,
  created_at timestamptz not null,
  notice_id  uuid not null references notice,
  webhook_id uuid not null references webhook,
  unique (notice_id, webhook_id)
);
create index notice_posting_webhook on notice_posting (webhook_id, id);
