-- price lists: versions that are only added; in force is the one that began last
create table price_list (
  id         uuid primary key,
  version    bigint not null,
  created_at timestamptz not null,
  account_id uuid not null references provider_account,
  number     integer not null,
  valid_from timestamptz not null,
  currency   text not null,
  hd         numeric(19, 6) not null check (hd >= 0),
  turbo      numeric(19, 6) not null check (turbo >= 0),
  voice_fee  numeric(19, 6) not null check (voice_fee >= 0),
  unique (account_id, number)
);
insert into price_list (id, version, created_at, account_id, number, valid_from, currency, hd, turbo, voice_fee)
select gen_random_uuid(), 0, created_at, id, price_version, 'epoch', price_currency, price_hd, price_turbo, price_voice_fee
  from provider_account;
alter table provider_account
  drop column price_version, drop column price_currency, drop column price_hd, drop column price_turbo, drop column price_voice_fee;

-- budgets of a client or a brand, per month or in total, in money and in billed characters
alter table budget
  drop constraint budget_client_id_key,
  alter column client_id drop not null,
  add column brand_id uuid references brand,
  add column period text not null default 'MONTH',
  add column zone text not null default 'UTC',
  add column character_limit bigint check (character_limit >= 0),
  add column alerts integer[] not null default '{50,80,100}',
  add check ((client_id is null) <> (brand_id is null));
alter table budget
  alter column period drop default, alter column zone drop default, alter column alerts drop default;
create unique index budget_one_of_client on budget (client_id, period) where client_id is not null;
create unique index budget_one_of_brand on budget (brand_id, period) where brand_id is not null;

alter table budget_month rename to budget_period;
alter table budget_period rename column month to period;
alter table budget_period
  add column spent_characters bigint not null default 0 check (spent_characters >= 0),
  add column held_characters bigint not null default 0 check (held_characters >= 0),
  -- the highest threshold that was announced, so that a look for more is cheap
  add column alerted integer not null default 0;

-- a reservation holds the same amount of every budget that applies
create table reservation_hold (
  reservation_id uuid not null references reservation deferrable initially deferred,
  budget_id      uuid not null references budget,
  period         text not null,
  primary key (reservation_id, budget_id)
);
insert into reservation_hold (reservation_id, budget_id, period)
select id, budget_id, to_char(created_at at time zone 'UTC', 'YYYY-MM') from reservation;
alter table reservation
  drop column budget_id,
  add column characters bigint not null default 0,
  add column price_list_id uuid references price_list;
update reservation r set price_list_id = p.id
  from speech s join clone c on c.id = s.clone_id join price_list p on p.account_id = c.account_id
 where s.reservation_id = r.id;
create index reservation_held on reservation (id) where state = 'HELD';
create index speech_reservation on speech (reservation_id);

create table speech_settlement (
  id              uuid primary key,
  version         bigint not null,
  created_at      timestamptz not null,
  speech_id       uuid not null unique references speech,
  charged         boolean not null,
  amount          numeric(19, 6) not null check (amount >= 0),
  currency        text not null,
  reason          text not null,
  settled_by_kind text not null,
  settled_by_id   uuid
);

create index usage_client_time on usage (client_id, created_at);
create index usage_brand_time on usage (brand_id, created_at);

-- what a provider lets through per minute, and how much of it is left
create table rate_limit (
  id                    uuid primary key,
  version               bigint not null,
  created_at            timestamptz not null,
  account_id            uuid not null references provider_account,
  model                 text not null,
  requests_per_minute   integer check (requests_per_minute > 0),
  characters_per_minute integer check (characters_per_minute > 0),
  learned               boolean not null,
  unique (account_id, model)
);
create table rate_bucket (
  limit_id     uuid primary key references rate_limit on delete cascade,
  requests     double precision not null,
  characters   double precision not null,
  factor       double precision not null,
  throttled_at timestamptz,
  refilled_at  timestamptz not null
);

alter table client
  add column networks text[] not null default '{}',
  add column voice_ids uuid[] not null default '{}',
  add column requests_per_minute integer check (requests_per_minute > 0);
create table client_pace (
  client_id   uuid primary key references client,
  requests    double precision not null,
  refilled_at timestamptz not null
);
alter table api_key add column replaces_id uuid references api_key;
